import Files
import RosterValues

/// Every household of a roster by its code and locality.
///
/// Codes are the same whatever their case. The locality is part of the identity, since hamlets number their households
/// from 1 each; cards are handed out by locality and household likewise.
struct HouseholdTable: Sendable {
    private var indices: DiskHashTable
    private(set) var households = Segments<Household>()
    private var codes = HouseholdCodes()

    init(seed: UInt64, folder: String?) { indices = DiskHashTable(seed: seed, folder: folder) }

    /// A household by its index in ``households``.
    subscript(index: Int) -> Household {
        get { households[index] }
        set { households[index] = newValue }
    }

    /// The index in ``households`` of the household of a code, its digest and a locality; it is added where it is new.
    mutating func index(_ text: String, code: UInt64, locality: UInt16, row: UInt32) throws -> Int {
        let index = Int(try indices.insert(UInt32(households.count), for: Self.key(code, locality)))
        if index == households.count {
            households.append(Household(first: row, locality: locality))
            codes.append(text)
        }
        return index
    }

    /// A household's code as its first row has it.
    func code(_ index: Int) -> String { codes[index] }

    func contains(code: UInt64, locality: UInt16) throws -> Bool {
        try indices.value(of: Self.key(code, locality)) != nil
    }

    /// Calls a closure with the index of every household and its code's digest, in no order.
    func forEach(_ body: (Int, UInt64) throws -> Void) throws {
        try indices.forEach { key, index in try body(Int(index), key &- Self.key(0, households[Int(index)].locality)) }
    }

    // Sums, so that the code's digest can be had back.
    private static func key(_ code: UInt64, _ locality: UInt16) -> UInt64 {
        code &+ UInt64(locality) &* 0x9E37_79B9_7F4A_7C15
    }
}

/// What is kept of a household: 16 bytes, and its code's beside.
struct Household: Sendable {
    /// The first row.
    var first: UInt32
    /// The head's row; ``RowOrder/none`` as long as there is no head.
    var head = RowOrder.none
    /// The head's birth.
    var birth = PackedBirth.unknown
    /// The hamlet and commune.
    var locality: UInt16
}

/// The codes of households, one behind the other, for messages.
struct HouseholdCodes: Sendable {
    // Longer ones are no codes.
    private static let longest = 64

    private var bytes = Segments<UInt8>()
    private var ends = Segments<UInt32>()

    mutating func append(_ code: String) {
        let text = code.utf8Span.span
        if bytes.count < Int(UInt32.max) - Self.longest, text.count <= Self.longest {
            for index in text.indices { bytes.append(text[index]) }
        }
        ends.append(UInt32(bytes.count))
    }

    /// A household's code; empty for one of more than 64 bytes.
    subscript(household: Int) -> String {
        let start = household == 0 ? 0 : Int(ends[household - 1])
        return String(decoding: bytes[start..<Int(ends[household])], as: UTF8.self)
    }
}
