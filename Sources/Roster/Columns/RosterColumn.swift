/// The columns of one kind of record; the raw value is the column's index in ``CaseIterable/allCases``, from 0.
package protocol RosterColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
    /// The columns' own names in their order, as in `date_of_birth`.
    static var names: [String] { get }
    /// Those without which a file is refused.
    static var required: Set<Self> { get }
    /// Other names that a header may use, English or Vietnamese; accents, case, spaces and signs do not matter.
    static var synonyms: [Self: [String]] { get }

    /// Where columns stand that are more than a name in one field.
    static func layout(_ cells: HeaderCells, _ around: HeaderSurroundings) -> ColumnLayout<Self>
}

extension RosterColumn {
    package static func layout(_ cells: HeaderCells, _ around: HeaderSurroundings) -> ColumnLayout<Self> {
        ColumnLayout(shape: RowShape(width: (0..<cells.count).last { !cells.names($0).isEmpty }.map { $0 + 1 } ?? 0))
    }

    /// The column's own name, as in `date_of_birth`.
    package var name: String { Self.names[rawValue] }
}

/// Header names that people and venues share.
enum Synonyms {
    static let hamlet = [
        "village", "thôn", "tổ", "thôn/tổ", "tổ/thôn", "tổ dân phố", "TDP", "thôn/TDP", "thôn/tổ dân phố", "xóm",
        "thôn/xóm", "thôn xóm", "ấp", "thôn/ấp", "bản", "thôn/bản", "làng", "khu phố", "khu dân cư", "khóm", "buôn",
        "thôn/buôn", "buôn/thôn", "ấp/khóm", "khóm/ấp", "bon", "phum", "sóc", "đội",
    ]
    static let commune = [
        "ward", "commune/ward", "xã", "phường", "thị trấn", "xã/phường", "phường/xã", "xã/thị trấn",
        "xã, phường, thị trấn", "xã/phường/thị trấn", "phường/xã/thị trấn", "tên xã",
    ]
}
