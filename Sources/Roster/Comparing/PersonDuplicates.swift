import Files
import RosterValues

/// Finds people that a roster has twice.
///
/// Two people are the same where they have the same number, or the same name and birth in households of the same code and
/// not each a number of their own. Hamlets do not count: people without a number get their serial from household, name
/// and birth, so that no two such rows may both be printed.
struct PersonDuplicates: Sendable {
    private let seed: UInt64
    /// The row of each number.
    private var numbers: DiskHashTable
    /// The first row of each household code, name and birth, with a bit for a row that has a number.
    private var people: DiskHashTable

    private var buffer: [UInt8] = []

    private static let hasNumber: UInt32 = 1 << 31

    init(seed: UInt64, folder: String?) {
        self.seed = seed
        numbers = DiskHashTable(seed: seed, folder: folder)
        people = DiskHashTable(seed: seed, folder: folder)
    }

    /// The rows of the same number and of the same person.
    struct Match { var number, person: UInt32? }

    /// Compares a person, whom nothing else refuses, with those before, and takes a new one in.
    ///
    /// `code` is the digest of the household's code, `row` the row's number. Throws ``LostTemporaryFile``.
    mutating func add(_ person: Person, code: UInt64, row: UInt32) throws -> Match {
        let number = person.nationalID.map(key(of:))
        let key = key(of: person, code: code)
        let sameNumber = if let number { try numbers.value(of: number) } else { nil as UInt32? }
        let known = try people.value(of: key)
        var samePerson = known
        if let same = known {
            let first = same & ~Self.hasNumber
            let differs = number != nil && same & Self.hasNumber != 0 && sameNumber != first
            samePerson = differs ? nil : first
        }
        guard sameNumber == nil, samePerson == nil else { return Match(number: sameNumber, person: samePerson) }
        if let number { numbers.add(row, for: number) }
        // Of two with the same household, name and birth, and each a number of their own, the first stays.
        if known == nil { people.add(number == nil ? row : row | Self.hasNumber, for: key) }
        return Match()
    }

    /// A number's key: its value and length, so that no two numbers have the same one.
    private func key(of number: String) -> UInt64 {
        var value: UInt64 = 0
        let digits = number.utf8Span.span
        for index in digits.indices {
            let digit = digits[index] &- UInt8(ascii: "0")
            guard digit < 10, digits.count <= 16 else { return TextDigest.value(of: number, seed: seed) | 1 << 63 }
            value = value * 10 + UInt64(digit)
        }
        return value | UInt64(digits.count) << 56
    }

    private mutating func key(of person: Person, code: UInt64) -> UInt64 {
        var digest = TextDigest(seed: seed)
        digest.add(number: code)
        digest.add(letters: person.name, using: &buffer)
        digest.addEnd()
        digest.add(number: UInt64(PackedBirth(person.birth).bits))
        return digest.value
    }
}
