import Tables

/// How the fields of a file become those of its columns: parts of a value in several fields, and columns that it lacks.
package struct RowShape: Equatable, Sendable {
    /// A column behind those of the file, which is filled from elsewhere.
    enum Added: Equatable, Sendable {
        /// A code for each household, which begins at its head.
        case household
        /// The hamlet of the whole file, or of the heading above the row where it is nil.
        case hamlet(String?)
        case commune(String)
        /// The sex that the field of a birth tells.
        case sex
    }

    /// The file's fields up to the last that has a name.
    let width: Int
    /// The fields of a name in parts, in their order; empty where it stands in one.
    var name: [Int] = []
    /// The fields of births of men and of women; empty where both stand in one.
    var birthBySex: [Int] = []
    /// The fields of a birth's day, month and year; empty where it stands in one.
    var birthParts: [Int] = []
    var added: [Added] = []

    /// Whether rows are those of the file.
    var isPlain: Bool { name.isEmpty && birthBySex.isEmpty && birthParts.isEmpty && added.isEmpty }

    /// The fields that are read besides those of the columns.
    var parts: Set<Int> { Set(name + birthBySex + birthParts) }
}

/// Where columns of a header stand that are more than a name in one field.
package struct ColumnLayout<Column: RosterColumn> {
    /// The first field of each column in several fields.
    var fields: [Column: Int] = [:]
    /// The columns that are added behind those of the file, in their order.
    var added: [Column] = []
    var shape: RowShape
}

/// What stands around a header.
package struct HeaderSurroundings {
    /// Cells merged over several columns, in the header's rows.
    var spans: [ClosedRange<Int>] = []
    /// The first rows below.
    var below: [Row] = []
    /// The hamlet and the commune of the whole sheet, where they are known.
    var hamlet, commune: String?
}
