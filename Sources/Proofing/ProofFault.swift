public import Payload

/// Something that a proof found wrong.
public struct ProofFault: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: String, Sendable, CaseIterable, Encodable {
        /// A code cannot be read at some resolution.
        case unreadable
        /// A code's signature does not hold, its key is not known, or it is no code of this system.
        case notOurs = "not-ours"
        /// A code is ours and no longer good: expired or revoked.
        case lapsed
        /// A card or poster of the manifest is nowhere in its file.
        case missing
        /// Something else than the manifest says stands at a place.
        case misplaced
        /// Two have taken each other's place.
        case swapped
        /// Something is there once more than it should be.
        case doubled
        /// A code stands where none is to be.
        case stray
        /// The register has no such serial.
        case unregistered
        /// The register says something else than the code.
        case contradicted
        /// A printed text is not what it should be.
        case text
        /// The file has more or fewer pages than its run made.
        case pages
        /// The file's bytes are not those that a run printed.
        case changed
    }

    /// A place that a fault points to.
    public struct Place: Sendable, Hashable, Encodable {
        /// The PDF file's name.
        public var file: String
        /// The page of the file, from 1.
        public var page: Int
        /// The position on the sheet, from 1; nil for all of them.
        public var position: Int?
    }

    /// What is wrong.
    public var kind: Kind
    /// The PDF file's name.
    public var file: String
    /// The page of the file, from 1; nil for the whole file.
    public var page: Int?
    /// The last of several pages that are all out of place in the same way; nil for one page.
    public var lastPage: Int?
    /// The position on the sheet, from 1; nil for no certain one.
    public var position: Int?
    /// The serial that the manifest has there, or that the code says.
    public var serial: Serial?
    /// The roster's row.
    public var row: Int?
    /// Where what is there belongs, or where it is another time.
    public var other: Place?
    /// Codes that it is about; more than one where a whole page is out of its place.
    public var count: Int = 1
    /// Which text, or which claim.
    public var subject: String?
    /// What there should be, or in what way a code fails: `300 dpi`, `forged`; of a changed file the registered SHA-256.
    public var expected: String?
    /// What there is.
    public var found: String?
    /// The run that printed the file otherwise, by its number in the register.
    public var run: Int?

    /// A fault of a file.
    package init(_ kind: Kind, file: String, page: Int? = nil, position: Int? = nil, serial: Serial? = nil, row: Int? = nil) {
        (self.kind, self.file, self.page, self.position) = (kind, file, page, position == 0 ? nil : position)
        (self.serial, self.row) = (serial, row)
    }
}

extension ProofFault: Encodable {
    private enum CodingKeys: String, CodingKey {
        case kind, file, page, lastPage, position, serial, row, other, count, subject, expected, found, run
    }

    /// Writes the fault, leaving out what is not known.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(file, forKey: .file)
        try values.encodeIfPresent(page, forKey: .page)
        try values.encodeIfPresent(lastPage, forKey: .lastPage)
        try values.encodeIfPresent(position, forKey: .position)
        try values.encodeIfPresent(serial?.description, forKey: .serial)
        try values.encodeIfPresent(row, forKey: .row)
        try values.encodeIfPresent(other, forKey: .other)
        if count > 1 { try values.encode(count, forKey: .count) }
        try values.encodeIfPresent(subject, forKey: .subject)
        try values.encodeIfPresent(expected, forKey: .expected)
        try values.encodeIfPresent(found, forKey: .found)
        try values.encodeIfPresent(run, forKey: .run)
    }
}

extension ProofFault: CustomStringConvertible {
    /// The fault as a line: where, whose, what.
    public var description: String {
        let pages = page.map { first in lastPage.map { "pages \(first) to \($0)" } ?? "page \(first)" }
        let place = [file, pages, position.map { "position \($0)" }].compactMap(\.self)
        let whose = [row.map { "row \($0)" }, serial?.description].compactMap(\.self).joined(separator: ", ")
        return place.joined(separator: ", ") + (whose.isEmpty ? "" : " (\(whose))") + ": " + sentence
    }

    private var sentence: String {
        var there = other.map { "\($0)" } ?? "another place"
        if let page, let lastPage, let other {
            there = "\(other.file), pages \(other.page) to \(other.page + lastPage - page)"
        }
        let codes = count == 1 ? "the code" : "all \(count) codes"
        return switch kind {
        case .unreadable: "the code cannot be read at \(expected ?? "300 dpi")"
        case .notOurs: "the code is not ours (\(expected ?? "malformed"))"
        case .lapsed: "the code is \(expected ?? "expired")"
        case .missing: count == 1 ? "it is nowhere in the file" : "all \(count) are nowhere in the file"
        case .misplaced:
            other == nil
                ? "the code \(found ?? "") is of no card or poster of the manifest"
                : "\(codes)\(found.map { " \($0)" } ?? "") \(count == 1 ? "belongs" : "belong") at \(there)"
        case .swapped: "\(count == 1 ? "it is" : "all \(count) codes are") swapped with \(there)"
        case .doubled: "\(codes)\(found.map { " \($0)" } ?? "") \(count == 1 ? "is" : "are") at \(there) too"
        case .stray: "a code that is not ours stands where none is to be (\(expected ?? "malformed"))"
        case .unregistered: "the register does not have it"
        case .contradicted:
            "the code has \(subject ?? "") \(Self.quoted(found)), the register \(Self.quoted(expected))"
        case .text: "\(subject ?? "a text") reads \(Self.quoted(found)) and should be \(Self.quoted(expected))"
        case .pages: "the file has \(found ?? "") and its run made \(expected ?? "")"
        case .changed:
            run.map {
                "the file is not as run \($0) printed it: its SHA-256 is \(found ?? ""), "
                    + "the register has \(expected ?? "")"
            } ?? "no run printed this file (SHA-256 \(found ?? "")), and its codes are registered"
        }
    }

    private static func quoted(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "nothing" }
        return "“\(text)”"
    }
}

extension ProofFault.Place: CustomStringConvertible {
    /// The place in words.
    public var description: String {
        "\(file), page \(page)" + (position.map { ", position \($0)" } ?? "")
    }
}
