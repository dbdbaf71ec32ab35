package import Messages
package import Register

/// All that a run is to print, and what it came to besides.
package struct Orders {
    package var plan: PrintPlan
    /// Rows that get nothing.
    package var rejections: RowList
    /// Rows whose holders have a good card that says something else.
    package var changes: RowList
    /// Rows of the roster; without a roster, what was asked for.
    package var read = 0
    /// Rows whose holders have a good card that says the same.
    package var holding = 0
    /// Rows that belong to other shards; nil where the roster was not shared out.
    package var elsewhere: Int?
    /// Rows that are nobody's.
    package var passedOver = 0
    /// Good rows that an officer should look at.
    package var warned = 0
    /// Sheets of the roster that were not read.
    package var unreadSheets: [String] = []
    /// What was understood of the roster's columns, and which of them nothing was read from.
    package var readings: [Message] = []
    /// People of each locality of the roster.
    package var people: [Locality: Int] = [:]
    /// The roster's field with the national ID, from 0; nil where it has none.
    package var identityField: Int?
    /// Whether the orders' rows are a roster's.
    package var hasRoster = false
    /// Why older cards are revoked where new ones take their place.
    package var reason: String
}
