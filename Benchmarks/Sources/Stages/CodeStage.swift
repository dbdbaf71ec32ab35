import Messages
import QRCode

/// Encoding: segments to a QR code.
struct CodeStage {
    enum Kind {
        /// `MB1:` and digits.
        case card
        /// An address.
        case poster
    }

    private let level: RecoveryLevel
    private let version: Int
    private let symbols: [[Segment]]

    /// Codes of a kind, as long as fills a version at a level nearly.
    init(_ kind: Kind, level: RecoveryLevel, version: Int) throws {
        (self.level, self.version) = (level, version)
        var random = CountedNumbers()
        func text(_ letters: String, _ count: Int) -> String {
            let letters = Array(letters)
            return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
        }
        symbols = (0..<50).map { _ in
            switch kind {
            case .card:
                [Segment.alphanumeric("MB1:"), Segment.numeric(text("0123456789", 282))].compactMap(\.self)
            case .poster:
                [.byte("https://tcs.example.vn/v/" + text("abcdefghijklmnopABCDEFGHIJKLMNOP0123456789-_", 80))]
            }
        }
    }

    func encode(_ count: Int) throws {
        for number in 0..<count {
            let code = try QRCode(symbols[number % symbols.count], level: level)
            guard code.version == version, code[0, 0] else { throw Failure("a code is not of version \(version)") }
        }
    }
}
