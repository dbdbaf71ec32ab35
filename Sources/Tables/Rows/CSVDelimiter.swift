/// The byte between two fields of a CSV file.
///
/// Excel writes a comma or a semicolon after the regional settings of Windows, and a tab for "Text (Tab delimited)".
package enum CSVDelimiter: UInt8, CaseIterable, Sendable {
    /// `,`
    case comma = 0x2C
    /// `;`
    case semicolon = 0x3B
    /// The tab character.
    case tab = 0x09
}
