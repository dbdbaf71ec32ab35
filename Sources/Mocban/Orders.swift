import Register

/// All that a run is to print, and what it came to besides.
struct Orders {
    /// What is to be printed.
    var plan: PrintPlan
    /// Rows that get nothing.
    var rejections: RowList
    /// Rows whose holders have a good card that says something else.
    var changes: RowList
    /// Rows of the roster; without a roster, what was asked for.
    var read: Int
    /// Rows whose holders have a good card that says the same.
    var holding = 0
    /// Rows that belong to other shards; nil where the roster was not shared out.
    var elsewhere: Int?
    /// Rows that are nobody's.
    var passedOver = 0
    /// Good rows that an officer should look at.
    var warned = 0
    /// Sheets of the roster that were not read.
    var unreadSheets: [String] = []
    /// People at each place of the roster.
    var people: [Locality: Int] = [:]
    /// The roster's field with the national ID, from 0; nil where it has none.
    var identityField: Int?
    /// Whether the orders' rows are a roster's.
    var hasRoster = false
    /// Why older cards are revoked where new ones take their place.
    var reason: String
}
