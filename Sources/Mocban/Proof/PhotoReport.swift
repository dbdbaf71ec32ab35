import Files
public import Payload
import Tables

/// What photographs of printed sheets show.
public struct PhotoReport: Sendable, Encodable {
    /// A photograph.
    public struct Photo: Sendable, Encodable {
        /// A code that is none of ours, or not good any more.
        public struct Foreign: Sendable, Encodable {
            /// What verifying it gave.
            public var verdict: String
            /// Its serial, where its signature is ours.
            public var serial: String?

            init(_ verdict: Verdict, _ serial: Serial?) {
                self.verdict = verdict.rawValue
                self.serial = serial?.description
            }
        }

        /// Its file.
        public var photo: String
        /// Codes that were read.
        public var codes: Int
        /// Places that look like codes and were not read.
        public var unreadable: Int
        /// Good codes of other runs.
        public var otherRuns: [Serial] = []
        /// Codes that are not ours, or not good.
        public var foreign: [Foreign] = []

        private enum CodingKeys: String, CodingKey { case photo, codes, unreadable, otherRuns, foreign }

        /// Writes serials as they are printed.
        public func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(photo, forKey: .photo)
            try values.encode(codes, forKey: .codes)
            try values.encode(unreadable, forKey: .unreadable)
            try values.encode(otherRuns.map(\.description), forKey: .otherRuns)
            try values.encode(foreign, forKey: .foreign)
        }
    }

    /// A card or poster of the run.
    public struct Card: Sendable, Encodable {
        /// What became of it.
        public enum State: String, Sendable, Encodable {
            /// Its code was read.
            case present
            /// There is a code in its place that was not read.
            case unreadable
            /// It was not seen.
            case missing
        }

        /// Its serial.
        public var serial: Serial
        /// The roster's row.
        public var row: Int
        /// The PDF file's name.
        public var file: String
        /// The sheet of the file, from 1.
        public var sheet: Int
        /// The position on the sheet, from 1.
        public var position: Int
        /// What became of it.
        public var state: State

        init(_ item: PrintedManifest.Item, _ state: State) {
            (serial, row, file, sheet, position) = (item.serial, item.row, item.file, item.page, item.position)
            self.state = state
        }

        private enum CodingKeys: String, CodingKey { case serial, row, file, sheet, position, state }

        /// Writes the serial as it is printed.
        public func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(serial.description, forKey: .serial)
            try values.encode(row, forKey: .row)
            try values.encode(file, forKey: .file)
            try values.encode(sheet, forKey: .sheet)
            try values.encode(position, forKey: .position)
            try values.encode(state, forKey: .state)
        }
    }

    /// A sheet that is shown.
    public struct Sheet: Sendable, Encodable {
        /// The PDF file's name.
        public var file: String
        /// The sheet of the file, from 1.
        public var sheet: Int
        /// All its cards.
        public var cards: [Card]

        /// Its cards in a state.
        public func cards(_ state: Card.State) -> [Card] { cards.filter { $0.state == state } }
    }

    /// The photographs.
    public internal(set) var photos: [Photo]
    /// The sheets that they show.
    public internal(set) var sheets: [Sheet] = []
    /// Cards of other sheets of the run that lie among them.
    public internal(set) var strays: [Card] = []

    /// Cards that are to be printed again.
    public var lost: [Card] { sheets.flatMap { $0.cards.filter { $0.state != .present } } }

    /// Whether every card of the sheets is there, and nothing else is wrong.
    public var isFaultless: Bool { !sheets.isEmpty && lost.isEmpty && photos.allSatisfy(\.foreign.isEmpty) }

    /// Writes the cards that are to be printed again, for `mocban reprint --list`.
    ///
    /// Throws `MocbanError.outputUnwritable`.
    public func writeReprintList(to path: String) throws {
        let writer = CSVWriter()
        var bytes = CSVWriter.byteOrderMark + writer.bytes(of: [
            ReprintList.heading, "row", "file", "sheet", "position", "state",
        ])
        for card in lost {
            bytes += writer.bytes(of: [
                card.serial.description, "\(card.row)", card.file, "\(card.sheet)", "\(card.position)",
                card.state.rawValue,
            ])
        }
        try StagedFile.write(bytes, to: path)
    }
}
