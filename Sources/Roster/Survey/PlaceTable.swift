/// The hamlets of a roster, each with its commune, as they are written.
struct PlaceTable: Sendable {
    /// A place's number.
    typealias Number = UInt16

    /// A hamlet and a commune as they are written.
    struct Place: Sendable {
        var commune, hamlet: Spellings.Number
        /// The first place of the same names, whatever their case and wherever their tone marks stand.
        var same: Number
        var rows = 0
    }

    /// What stands for a place beyond those that are kept.
    static let other = Number.max

    private let seed: UInt64
    private(set) var communes: Spellings
    private(set) var hamlets: Spellings
    private(set) var places: [Place] = []
    private var numbers: KeyTable
    private var names: KeyTable
    /// Neighbours share a place.
    private var last: (commune: String, hamlet: String, number: Number) = ("", "", other)

    init(seed: UInt64) {
        self.seed = seed
        communes = Spellings(seed: seed)
        hamlets = Spellings(seed: seed)
        numbers = KeyTable(seed: seed, isLarge: false)
        names = KeyTable(seed: seed, isLarge: false)
    }

    /// The number of a row's place, which has a row more now.
    mutating func count(commune: String, hamlet: String) -> Number {
        let isSame = ByteText.areSame(hamlet, last.hamlet) && ByteText.areSame(commune, last.commune)
        if !isSame || last.number == Self.other { last = (commune, hamlet, number(commune, hamlet)) }
        if last.number != Self.other { places[Int(last.number)].rows += 1 }
        return last.number
    }

    /// The first place of the same names as a place.
    func same(as number: Number) -> Number { number == Self.other ? number : places[Int(number)].same }

    /// The number of a place of two spellings; none where no row has it.
    func number(commune: Spellings.Number, hamlet: Spellings.Number) -> Number? {
        numbers.value(of: Self.key(commune, hamlet)).map { Number($0) }
    }

    private mutating func number(_ commune: String, _ hamlet: String) -> Number {
        guard let first = communes.number(of: commune), let second = hamlets.number(of: hamlet) else {
            return Self.other
        }
        if let known = number(commune: first, hamlet: second) { return known }
        guard places.count < Int(Self.other) else { return Self.other }
        let number = Number(places.count)
        numbers.insert(UInt32(number), for: Self.key(first, second))
        var digest = TextDigest(seed: seed)
        var buffer: [UInt8] = []
        digest.add(letters: commune, using: &buffer)
        digest.addEnd()
        digest.add(letters: hamlet, using: &buffer)
        let same = Number(names.insert(UInt32(number), for: digest.value))
        places.append(Place(commune: first, hamlet: second, same: same))
        return number
    }

    private static func key(_ commune: Spellings.Number, _ hamlet: Spellings.Number) -> UInt64 {
        UInt64(commune) << 16 | UInt64(hamlet)
    }
}
