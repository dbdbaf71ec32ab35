import Files

/// The hamlets of a roster, each with its commune, as they are written.
struct LocalityTable: Sendable {
    typealias Number = UInt16

    struct Locality: Sendable {
        var commune, hamlet: Spellings.Number
        /// The first locality of the same names, whatever their case and wherever their tone marks stand.
        var same: Number
        var rows = 0
    }

    /// What stands for a locality beyond those that are kept.
    static let other = Number.max

    private let seed: UInt64
    private(set) var communes, hamlets: Spellings
    private(set) var localities: [Locality] = []
    private var numbers, names: KeyTable
    /// Neighbours share a locality.
    private var last: (commune: String, hamlet: String, number: Number) = ("", "", other)

    init(seed: UInt64) {
        self.seed = seed
        communes = Spellings(seed: seed)
        hamlets = Spellings(seed: seed)
        numbers = KeyTable(seed: seed, isLarge: false)
        names = KeyTable(seed: seed, isLarge: false)
    }

    /// The number of a row's locality, which has a row more now.
    mutating func count(commune: String, hamlet: String) -> Number {
        let isSame = hamlet.hasSameBytes(as: last.hamlet) && commune.hasSameBytes(as: last.commune)
        if !isSame || last.number == Self.other { last = (commune, hamlet, number(commune, hamlet)) }
        if last.number != Self.other { localities[Int(last.number)].rows += 1 }
        return last.number
    }

    /// The first locality of the same names as a locality.
    func same(as number: Number) -> Number { number == Self.other ? number : localities[Int(number)].same }

    /// The number of a locality of two spellings; none where no row has it.
    func number(commune: Spellings.Number, hamlet: Spellings.Number) -> Number? {
        numbers.value(of: Self.key(commune, hamlet)).map { Number($0) }
    }

    private mutating func number(_ commune: String, _ hamlet: String) -> Number {
        guard let first = communes.number(of: commune), let second = hamlets.number(of: hamlet) else {
            return Self.other
        }
        if let known = number(commune: first, hamlet: second) { return known }
        guard localities.count < Int(Self.other) else { return Self.other }
        let number = Number(localities.count)
        numbers.insert(UInt32(number), for: Self.key(first, second))
        var digest = TextDigest(seed: seed)
        var buffer: [UInt8] = []
        digest.add(letters: commune, using: &buffer)
        digest.addEnd()
        digest.add(letters: hamlet, using: &buffer)
        let same = Number(names.insert(UInt32(number), for: digest.value))
        localities.append(Locality(commune: first, hamlet: second, same: same))
        return number
    }

    private static func key(_ commune: Spellings.Number, _ hamlet: Spellings.Number) -> UInt64 {
        UInt64(commune) << 16 | UInt64(hamlet)
    }
}

/// The rows of each locality: 12 bytes for neighbours that share one.
struct LocalityRuns: Sendable {
    /// Rows one after another in one locality.
    struct Run: Sendable {
        var first, count: UInt32
        var locality: LocalityTable.Number
    }

    private(set) var runs = Segments<Run>()

    mutating func add(_ row: UInt32, _ locality: LocalityTable.Number) {
        if let last = runs.last, last.locality == locality, last.first + last.count == row {
            runs[runs.count - 1].count += 1
        } else {
            runs.append(Run(first: row, count: 1, locality: locality))
        }
    }
}
