package import VietnameseText

/// How a table was read, for a person who wants to know whether it was read rightly.
package struct TableFacts: Equatable, Sendable {
    /// The form of a file.
    package enum Form: Equatable, Sendable {
        /// Text with a delimiter between its fields.
        case csv(CSVDelimiter, TextEncoding)
        /// A sheet of a workbook.
        case sheet(String)
    }

    /// The file's form.
    package var form: Form
    /// Why the text was read in this encoding, or this sheet was chosen: one English sentence.
    package var evidence: String
    /// What else a person should know, such as hidden rows: English sentences.
    package var remarks: [String]
    /// Sheets that were not read, though they look like the one that was.
    package var unreadSheets: [String] = []
}
