package import Messages
package import VietnameseText

/// How a table was read, for a person who wants to know whether it was read rightly.
package struct TableFacts: Equatable, Sendable {
    package enum Form: Equatable, Sendable {
        /// Text with a delimiter between its fields.
        case csv(CSVDelimiter, TextEncoding)
        /// A sheet of a workbook.
        case sheet(String)
    }

    package var form: Form
    /// Why the text was read in this encoding, or this sheet was chosen: one sentence; nil where there was no choice.
    package var evidence: Message?
    /// What else a person should know, such as hidden rows: sentences.
    package var remarks: [Message]
    /// Sheets that were not read, though they look like the one that was.
    package var unreadSheets: [String] = []
}

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
