/// The end that a register's log had at some time: its last entry, whose MAC covers all before.
///
/// Kept outside the register, it tells whether that was put back to an earlier state.
public struct LogHead: Sendable, Hashable {
    /// The number of the last entry; 0 for a log without entries.
    public let entry: Int
    /// The entry's MAC, 16 bytes; empty for a log without entries.
    public let mac: [UInt8]
    /// When the entry was written, by the clock of its command.
    public let time: Timestamp

    /// Bytes of an entry's MAC.
    package static let macLength = 16

    /// Creates the head of a log; nil where the numbers are none that a log has.
    public init?(entry: UInt64, mac: [UInt8], time: Timestamp) {
        guard 1...(1 << 53) ~= entry, mac.count == Self.macLength else { return nil }
        self.init(at: Int(entry), mac: mac, time: time)
    }

    /// Creates the head of a log that is walked along.
    package init(at entry: Int, mac: [UInt8], time: Timestamp = Timestamp(secondsSince1970: 0)) {
        (self.entry, self.mac, self.time) = (entry, mac, time)
    }

    package static let none = LogHead(at: 0, mac: [])

    /// The head, or nil where there are no entries.
    package var ifAny: LogHead? { entry > 0 ? self : nil }

    /// What a person compares.
    public var code: Code {
        Code(entry: entry, mark: Serial(leading: mac.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }))
    }
}

extension LogHead {
    /// The entry's number and the first 55 bits of its MAC, written as a serial is: `179-7K3M-92QF-A0X4`.
    ///
    /// Nobody without the key finds another log that has it.
    public struct Code: Sendable, Hashable, LosslessStringConvertible {
        /// The entry's number.
        public let entry: Int
        private let mark: Serial

        fileprivate init(entry: Int, mark: Serial) { (self.entry, self.mark) = (entry, mark) }

        /// Reads `179-7K3M-92QF-A0X4`, also in small letters, without hyphens in its second part or after the words that
        /// stand before it in a QR code; nil for anything else.
        public init?(_ description: String) {
            var text = description.trimmed
            if text.uppercased().hasPrefix(Self.prefix) { text = String(text.dropFirst(Self.prefix.count)).trimmed }
            let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let entry = Int(parts[0]), entry > 0,
                let mark = try? Serial(parsing: String(parts[1]))
            else { return nil }
            self.init(entry: entry, mark: mark)
        }

        /// `179-7K3M-92QF-A0X4`.
        public var description: String { "\(entry)-\(mark)" }

        /// What a QR code of it says.
        public var scanned: String { Self.prefix + description }

        private static let prefix = "MBLOG:"
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
