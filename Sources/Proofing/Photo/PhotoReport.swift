package import Payload

/// What photographs of printed sheets show, held against what was printed.
package struct PhotoReport: Sendable, Equatable, Encodable {
    package struct Card: Sendable, Hashable, Encodable {
        package var serial: Serial
        /// The roster's row; nil where only the register is known.
        package var row: Int?
        /// The position on the sheet, from 1.
        package var position: Int
    }

    /// A sheet that was photographed, cut or not.
    package struct Sheet: Sendable, Hashable, Encodable {
        /// The run; nil where a manifest does not say.
        package var run: Int?
        package var file: String
        /// The sheet of the file, from 1.
        package var number: Int
        package internal(set) var there: [Card] = []
        /// The cards that are nowhere in the photographs.
        package internal(set) var missing: [Card] = []
        /// The cards that lie there but cannot be read.
        package internal(set) var unreadable: [Card] = []
        /// How many of the missing cards lie there unreadable: nobody can say which, since the sheet is cut.
        package internal(set) var unsure = 0

        package var isWhole: Bool { missing.isEmpty && unreadable.isEmpty }
        package var count: Int { there.count + missing.count + unreadable.count }

        private enum CodingKeys: String, CodingKey { case run, file, sheet, cards, there, missing, unreadable, unsure }

        package func encode(to encoder: any Encoder) throws {
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

    /// A code that belongs to none of the sheets.
    package struct Stranger: Sendable, Hashable, Encodable {
        package enum Origin: String, Sendable, Encodable {
            /// Another sheet of the same manifest or register.
            case otherSheet = "other-sheet"
            /// Ours, but not in the manifest or register.
            case otherRun = "other-run"
            /// No code of ours: another text, or a key that is not known.
            case notOurs = "not-ours"
            /// It names one of our keys, which did not sign it.
            case forged
        }

        package var photo: String
        package var origin: Origin
        /// Its serial, where it is ours.
        package var serial: Serial?
        /// The PDF file that it belongs to, where that is known.
        package var file: String?
        /// The sheet of that file, from 1.
        package var sheet: Int?
        /// What it says, where it is not ours.
        package var text: String?
    }

    package struct Photo: Sendable, Hashable, Encodable {
        package var photo: String
        /// Codes that were read.
        package var read: Int
        /// Squares that look like codes and could not be read.
        package var unreadable: Int
    }

    package internal(set) var photos: [Photo] = []
    /// The sheets that they show, in the order of files and sheets.
    package internal(set) var sheets: [Sheet] = []
    /// Codes of no sheet among those.
    package internal(set) var strangers: [Stranger] = []
    /// Serials of the sheets that lie in one photograph more than once.
    package internal(set) var doubled: [Serial] = []

    /// The cards to print once more: what is missing or unreadable.
    package var toReprint: [(card: Card, sheet: Sheet)] {
        sheets.flatMap { sheet in
            (sheet.missing + sheet.unreadable).sorted { $0.position < $1.position }.map { ($0, sheet) }
        }
    }

    /// Whether there is a sheet, all cards of all sheets are there, once, and nothing else.
    package var isFaultless: Bool {
        !sheets.isEmpty && sheets.allSatisfy(\.isWhole) && strangers.isEmpty && doubled.isEmpty
    }
}
