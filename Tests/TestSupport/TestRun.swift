import Foundation
package import Payload

/// What is the same in every run of the tests, so that none depends on the day or on chance.
package enum TestRun {
    /// What the keys of all offices follow from: `MOCBAN_SEED`, or 1.
    package static let seed = ProcessInfo.processInfo.environment["MOCBAN_SEED"] ?? "1"
    /// When the tests and the commands that they run take place: `MOCBAN_CLOCK`, or a day of 2026.
    package static let clock: Timestamp =
        ProcessInfo.processInfo.environment["MOCBAN_CLOCK"].flatMap(Timestamp.init)
        ?? Timestamp(secondsSince1970: 1_796_007_600)

    /// The same time of day so many days later, and seconds.
    package static func day(_ days: Int64, seconds: Int64 = 0) -> String {
        clock.adding(seconds: days * 86_400 + seconds).description
    }

    /// Numbers that follow from the seed, others for each name.
    package static func numbers(_ name: String) -> SeededNumbers {
        SeededNumbers((seed + name).utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }
}

extension Keyring {
    /// A keyring whose keys follow from the seed of the tests, others for each name.
    package static func test(_ name: String = "", unit: UnitCode = 19897, at clock: Timestamp) -> Keyring {
        var numbers = TestRun.numbers(name)
        return Keyring().generating(unit: unit, at: clock, using: &numbers)
    }
}
