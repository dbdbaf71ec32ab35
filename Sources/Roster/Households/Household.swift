/// What is kept of a household: 16 bytes, and its code's beside.
struct Household: Sendable {
    /// The first row.
    var first: UInt32
    /// The head's row; ``RowOrder/none`` as long as there is no head.
    var head = RowOrder.none
    /// The head's birth.
    var birth = PackedBirth.unknown
    /// The hamlet and commune.
    var locality: UInt16
}
