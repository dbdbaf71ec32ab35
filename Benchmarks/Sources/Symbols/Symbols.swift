import Messages
import QRCode

/// How long a QR code takes with each encoder.
@main
struct Symbols {
    static func main() throws {
        print("code                   version    \(QRCode.Encoder.allCases.map(column).joined())times as fast")
        for sample in samples {
            let symbols = try (0..<50).map { _ in try sample.segments() }
            let code = try QRCode(symbols[0], level: sample.level)
            let times = try measure(symbols, sample.level)
            let medians = QRCode.Encoder.allCases.map { encoder in
                let sorted = (times[encoder] ?? []).sorted()
                return sorted[sorted.count / 2]
            }
            let version = "\(code.version)-\(sample.level.rawValue)"
            let ratio = ((medians.last ?? 0) / medians[0] * 10).rounded() / 10
            print(
                padded(sample.name, 23) + padded(version, 11)
                    + medians.map { padded("\(($0 * 10).rounded() / 10) µs", 14) }.joined() + "\(ratio)")
        }
    }

    private struct Sample: Sendable {
        let name: String
        let level: RecoveryLevel
        let segments: @Sendable () throws -> [Segment]
    }

    private struct Failure: Error {}

    private static let samples = [
        Sample(name: "112 characters", level: .medium) { [try alphanumeric(random("0123456789ABCDEF $%*+-./:", 112))] },
        Sample(name: "a card", level: .medium) { try card() },
        Sample(name: "a card", level: .quartile) { try card() },
        Sample(name: "a poster's address", level: .quartile) {
            [.byte("https://tcs.example.vn/v/" + random("abcdefghijklmnopABCDEFGHIJKLMNOP0123456789-_", 80))]
        },
        Sample(name: "the most digits", level: .low) { [try numeric(random("0123456789", 7089))] },
    ]

    private static func card() throws -> [Segment] {
        [try alphanumeric("MB1:"), try numeric(random("0123456789", 282))]
    }

    private static func numeric(_ text: String) throws -> Segment {
        guard let segment = Segment.numeric(text) else { throw Failure() }
        return segment
    }

    private static func alphanumeric(_ text: String) throws -> Segment {
        guard let segment = Segment.alphanumeric(text) else { throw Failure() }
        return segment
    }

    private static func random(_ letters: String, _ count: Int) -> String {
        let letters = Array(letters)
        return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }

    /// Microseconds a symbol, eleven times by each encoder in turn.
    private static func measure(_ symbols: [[Segment]], _ level: RecoveryLevel) throws -> [QRCode.Encoder: [Double]] {
        var times: [QRCode.Encoder: [Double]] = [:]
        var dark = 0
        for _ in 0..<11 {
            for encoder in QRCode.Encoder.allCases {
                let time = try ContinuousClock().measure {
                    for segments in symbols where try QRCode(segments, level: level, encoder: encoder)[8, 8] {
                        dark += 1
                    }
                }
                times[encoder, default: []].append(time / .microseconds(symbols.count))
            }
        }
        // Keeps the symbols from being left out as unused.
        guard dark >= 0 else { throw Failure() }
        return times
    }

    private static func column(_ encoder: QRCode.Encoder) -> String { padded(encoder.rawValue, 14) }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
