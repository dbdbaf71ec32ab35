import Crypto
import VietnameseText

/// One of several shares of a roster, each of which a process of its own prints without asking the others.
///
/// Who is in which share depends on the household alone, so that a household is never split, and a roster that has grown
/// or was sorted anew leaves everybody in the same one.
package struct Shard: Sendable, Hashable, CustomStringConvertible, RawRepresentable, Codable {
    /// Which share, from 1.
    package let number: Int
    /// How many shares there are, at most 100,000.
    package let count: Int

    package init?(number: Int, of count: Int) {
        guard 1...100_000 ~= count, 1...count ~= number else { return nil }
        (self.number, self.count) = (number, count)
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ part in part.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let number = Int(parts[0]), let count = Int(parts[1])
        else { return nil }
        self.init(number: number, of: count)
    }

    /// Whether what has an identity is in this share.
    ///
    /// The texts are folded, so that accents, case and the letter that has a tone mark make no difference. The share is the first
    /// 8 bytes of their SHA-256, big-endian, modulo the number of shares.
    package func holds(_ identity: [String]) -> Bool {
        let text = identity.map(LatinFolding.folded).joined(separator: "\u{1F}")
        let start = SHA256.hash(data: Array(text.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return start % UInt64(count) == UInt64(number - 1)
    }

    /// Whether rows that cannot be told whose they are belong to this share.
    package var holdsOrphans: Bool { number == 1 }

    /// The first number from a given one on that no run of another share takes: those of a share leave one remainder.
    package func runNumber(from next: Int) -> Int { next + ((number - next) % count + count) % count }

    package var description: String { "\(number)/\(count)" }
    package var rawValue: String { description }
    package init?(rawValue: String) { self.init(rawValue) }
}
