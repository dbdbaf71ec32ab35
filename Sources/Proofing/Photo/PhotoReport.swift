public import Payload

/// What photographs of printed sheets show, held against what was printed.
public struct PhotoReport: Sendable, Equatable {
    /// A card or poster of a sheet.
    public struct Card: Sendable, Hashable {
        /// Its serial.
        public var serial: Serial
        /// The roster's row; nil where only the register is known.
        public var row: Int?
        /// The position on the sheet, from 1.
        public var position: Int
    }

    /// A sheet that was photographed, cut or not.
    public struct Sheet: Sendable, Hashable {
        /// The run; nil where a manifest does not say.
        public var run: Int?
        /// The PDF file's name.
        public var file: String
        /// The sheet of the file, from 1.
        public var number: Int
        /// The cards that were read.
        public internal(set) var there: [Card] = []
        /// The cards that are nowhere in the photographs.
        public internal(set) var missing: [Card] = []
        /// The cards that lie there but cannot be read.
        public internal(set) var unreadable: [Card] = []
        /// How many of the missing cards lie there unreadable: nobody can say which, since the sheet is cut.
        public internal(set) var unsure = 0

        /// Whether every card was read.
        public var isWhole: Bool { missing.isEmpty && unreadable.isEmpty }
        /// How many cards were printed on it.
        public var count: Int { there.count + missing.count + unreadable.count }
    }

    /// A code that belongs to none of the sheets.
    public struct Stranger: Sendable, Hashable {
        /// Where it comes from.
        public enum Origin: String, Sendable, Encodable {
            /// Another sheet of the same manifest or register.
            case otherSheet = "other-sheet"
            /// Ours, but not in the manifest or register.
            case otherRun = "other-run"
            /// No code of ours: another text, or a key that is not known.
            case notOurs = "not-ours"
            /// It names one of our keys, which did not sign it.
            case forged
        }

        /// The photograph's file.
        public var photo: String
        /// Where it comes from.
        public var origin: Origin
        /// Its serial, where it is ours.
        public var serial: Serial?
        /// The PDF file that it belongs to, where that is known.
        public var file: String?
        /// The sheet of that file, from 1.
        public var sheet: Int?
        /// What it says, where it is not ours.
        public var text: String?
    }

    /// A photograph.
    public struct Photo: Sendable, Hashable {
        /// Its file.
        public var photo: String
        /// Codes that were read.
        public var read: Int
        /// Places that look like codes and could not be read.
        public var unreadable: Int
    }

    /// The photographs.
    public internal(set) var photos: [Photo] = []
    /// The sheets that they show, in the order of files and sheets.
    public internal(set) var sheets: [Sheet] = []
    /// Codes of no sheet among those.
    public internal(set) var strangers: [Stranger] = []
    /// Serials of the sheets that lie in one photograph more than once.
    public internal(set) var doubled: [Serial] = []

    /// The cards to print once more: what is missing or unreadable.
    public var toReprint: [(card: Card, sheet: Sheet)] {
        sheets.flatMap { sheet in
            (sheet.missing + sheet.unreadable).sorted { $0.position < $1.position }.map { ($0, sheet) }
        }
    }

    /// Whether there is a sheet, all cards of all sheets are there, once, and nothing else.
    public var isFaultless: Bool {
        !sheets.isEmpty && sheets.allSatisfy(\.isWhole) && strangers.isEmpty && doubled.isEmpty
    }
}

extension PhotoReport: Encodable {
    private enum CodingKeys: String, CodingKey { case photos, sheets, strangers, doubled }

    /// Writes serials as they are printed.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(photos, forKey: .photos)
        try values.encode(sheets, forKey: .sheets)
        try values.encode(strangers, forKey: .strangers)
        try values.encode(doubled.map(\.description), forKey: .doubled)
    }
}

extension PhotoReport.Photo: Encodable {}

extension PhotoReport.Card: Encodable {
    private enum CodingKeys: String, CodingKey { case serial, row, position }

    /// Writes the serial as it is printed.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(serial.description, forKey: .serial)
        try values.encodeIfPresent(row, forKey: .row)
        try values.encode(position, forKey: .position)
    }
}

extension PhotoReport.Sheet: Encodable {
    private enum CodingKeys: String, CodingKey { case run, file, sheet, cards, there, missing, unreadable, unsure }

    /// Writes how many are there, and which are not.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(run, forKey: .run)
        try values.encode(file, forKey: .file)
        try values.encode(number, forKey: .sheet)
        try values.encode(count, forKey: .cards)
        try values.encode(there.count, forKey: .there)
        try values.encode(missing, forKey: .missing)
        try values.encode(unreadable, forKey: .unreadable)
        try values.encode(unsure, forKey: .unsure)
    }
}

extension PhotoReport.Stranger: Encodable {
    private enum CodingKeys: String, CodingKey { case photo, origin, serial, file, sheet, text }

    /// Writes the serial as it is printed.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(photo, forKey: .photo)
        try values.encode(origin, forKey: .origin)
        try values.encodeIfPresent(serial?.description, forKey: .serial)
        try values.encodeIfPresent(file, forKey: .file)
        try values.encodeIfPresent(sheet, forKey: .sheet)
        try values.encodeIfPresent(text, forKey: .text)
    }
}
