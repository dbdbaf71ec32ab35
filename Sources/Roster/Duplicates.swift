/// Finds records that are the same in every column.
///
/// Keeps about 30 bytes a record. Records are told apart by 64 bits of a hash that is seeded anew in every process: among
/// a million, two different ones are taken for the same about once in forty million runs.
public struct Duplicates<Record: RosterRecord>: Sendable {
    private var rows: [Int: Int] = [:]

    /// Makes an empty set of records.
    public init() {}

    /// Notes a record.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - row: the row's number as Excel shows it.
    /// - Returns: nothing for a new record; for one that was noted before, the fault that names its row.
    public mutating func fault(of record: Record, row: Int) -> Fault? {
        let first = rows[record.hashValue]
        guard let first else {
            rows[record.hashValue] = row
            return nil
        }
        return Fault(.duplicate, column: nil, reason: "the same as row \(first) in every column")
    }
}
