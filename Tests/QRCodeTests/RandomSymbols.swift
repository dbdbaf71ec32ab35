import Foundation
import TestSupport
import Testing

@testable import QRCode

/// Random payloads that fill symbols of every version and level, some to the last bit and some just beyond the version
/// below, in one to four segments of every mode.
struct RandomSymbol: CustomTestStringConvertible {
    let segments: [Segment]
    let level: RecoveryLevel
    let version: Int

    var testDescription: String { "\(version)-\(level.rawValue), \(segments.map { "\($0.mode) \($0.bytes.count)" })" }
    /// What a reader must find.
    var text: String { String(decoding: segments.flatMap(\.bytes), as: UTF8.self) }

    /// How many symbols `MOCBAN_SYMBOLS` asks for, else `count`.
    static func asked(or count: Int) -> Int {
        ProcessInfo.processInfo.environment["MOCBAN_SYMBOLS"].flatMap(Int.init) ?? count
    }

    /// The payload of a number: versions 1 to 40 in turn, at each level in turn, but that one of many short segments may
    /// fit the version below.
    init(_ number: Int, letters: Letters = .ascii) throws {
        var random = SeededNumbers(UInt64(number))
        let version = number % 40 + 1
        level = RecoveryLevel.allCases[number / 40 % 4]
        let size = Segment.CountSize(version: version)
        let most = Capacity.dataCodewords(version, level) * 8
        let least = version == 1 ? 0 : Capacity.dataCodewords(version - 1, level) * 8 + 1
        // Every third is as full as it can be.
        let aim = number % 3 == 0 ? most : Int.random(in: least...most, using: &random)
        var segments: [Segment] = []
        var left = aim
        for part in (0..<Int.random(in: 1...4, using: &random)).reversed() {
            let mode = try #require([Segment.Mode.numeric, .alphanumeric, .byte].randomElement(using: &random))
            let share = part == 0 ? left : Int.random(in: 0...left, using: &random)
            let segment = Self.segment(mode, bits: share, size, letters, &random)
            left -= segment.bitCount(size)
            segments.append(segment)
        }
        // What is too short for its version by then is filled up.
        while left > most - least, left >= 20 {
            let segment = Self.segment(.byte, bits: left, size, letters, &random)
            left -= segment.bitCount(size)
            segments.append(segment)
        }
        self.segments = segments
        self.version = try #require(Capacity.smallestVersion(for: segments, at: level))
    }

    /// The characters of byte segments.
    enum Letters {
        /// All of ASCII.
        case ascii
        /// Those that a reader cannot take for anything else.
        case address
    }

    /// The longest segment of a mode that takes so many bits at most.
    private static func segment(
        _ mode: Segment.Mode, bits: Int, _ size: Segment.CountSize, _ letters: Letters, _ random: inout SeededNumbers
    ) -> Segment {
        func text(_ alphabet: String, _ count: Int) -> String {
            let alphabet = Array(alphabet.utf8)
            let bytes = (0..<max(0, count)).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            return String(decoding: bytes, as: UTF8.self)
        }
        let capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
        let segment: Segment? =
            switch mode {
            case .numeric: .numeric(text("0123456789", (bits - 18) * 3 / 10))
            case .alphanumeric: .alphanumeric(text(capitals, (bits - 17) * 2 / 11))
            case .byte:
                .byte(
                    text(
                        letters == .address
                            ? "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
                            : String(decoding: 0..<128 as Range<UInt8>, as: UTF8.self),
                        (bits - 20) / 8))
            }
        return segment ?? .byte("")
    }
}
