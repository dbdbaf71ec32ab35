import Files
import Foundation
package import Messages
package import Templates

extension RosterCheck {
    /// What is written of a check beside its summary.
    package struct Lists {
        /// A page for a browser with the rows that have findings.
        package struct Report: Sendable {
            package var path: String
            /// Mocban's resources, which have the page's templates.
            package var resources: Resources

            package init(path: String, resources: Resources) { (self.path, self.resources) = (path, resources) }
        }

        /// Takes the bytes of one JSON object with every finding, piece by piece.
        package var json: (([UInt8]) throws -> Void)?
        package var report: Report?
        /// A CSV file for the roster with what is certain repaired; beside it `….changes.csv`.
        package var clean: String?
        /// A file of changes in which a person has decided what is done in the clean copy.
        package var approved: String?
        /// The language of what people read in them.
        package var language = Language.english

        package init() {}

        /// Whether the rows are needed, and not the summary alone.
        package var isEmpty: Bool { json == nil && report == nil && clean == nil }
    }

    /// Refuses lists that cannot be written beside these files, by `FileError.outputIsInput`.
    package func confirm(_ lists: Lists) throws {
        let changes = lists.clean.map { ChangesFile.path(beside: $0) }
        let outputs = [lists.report?.path, lists.clean, changes].compactMap(\.self)
        for (index, output) in outputs.enumerated() {
            if let input = names.first(where: { isOne($0, output) }) {
                throw FileError.outputIsInput(path: output, other: input)
            }
            if let other = outputs[..<index].first(where: { isOne($0, output) }) {
                throw FileError.outputIsInput(path: output, other: other)
            }
            // The list of changes may take the place of the one that was approved, and nothing else.
            if let approved = lists.approved, output != changes, isOne(approved, output) {
                throw FileError.outputIsInput(path: output, other: approved)
            }
        }
        if let approved = lists.approved, let input = names.first(where: { isOne($0, approved) }) {
            throw FileError.outputIsInput(path: approved, other: input)
        }
    }

    /// Reads the files again and writes the lists; each file appears when it is whole.
    ///
    /// - Returns: what the clean copy came to, where there is one.
    /// - Throws: what ``forEachRow(of:_:)`` throws; `FileError` `outputIsInput` and `unwritable`; `faultyChanges`;
    ///   `noTemplate`; `ConfigurationError` of a template.
    @discardableResult
    package func write(
        _ lists: Lists, of summary: Summary, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> CleanRoster.Copy? {
        try confirm(lists)
        try confirm(summary)
        var page = try lists.report.map { try CheckPage($0, summary, today: today) }
        var clean = try lists.clean.map { try CleanRoster(path: $0, of: summary.files[0], approved: lists.approved) }
        var findings = try lists.json.map { try FindingList(summary, language: lists.language, write: $0) }
        var count = 0
        try forEachRow(of: summary) { row, again in
            try findings?.add(row)
            try page?.add(row)
            try clean?.add(row, again: again)
            count += 1
            if count & 0xFF == 0 { progress(count, summary.rows) }
        }
        let copy = try clean?.finish()
        try page?.finish()
        try findings?.finish()
        return copy
    }

    /// Whether two paths lead to one file, or would once it is there.
    private func isOne(_ path: String, _ other: String) -> Bool {
        if path == other { return true }
        switch (FileStamp(path), FileStamp(other)) {
        case (let one?, let two?): return one.isSameFile(as: two)
        case (nil, nil):
            let (one, two) = (URL(fileURLWithPath: path), URL(fileURLWithPath: other))
            return one.lastPathComponent == two.lastPathComponent
                && one.deletingLastPathComponent().resolvingSymlinksInPath().path
                    == two.deletingLastPathComponent().resolvingSymlinksInPath().path
        default: return false
        }
    }
}
