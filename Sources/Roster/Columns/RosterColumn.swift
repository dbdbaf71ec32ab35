/// The columns of one kind of record; the raw value is the column's index in ``CaseIterable/allCases``, from 0.
package protocol RosterColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
    /// The column's own name, as in `date_of_birth`.
    var name: String { get }
    /// Whether a file without the column is refused.
    var isRequired: Bool { get }
    /// Other names that a header may use, English or Vietnamese; accents, case, spaces and signs do not matter.
    var synonyms: [String] { get }
}
