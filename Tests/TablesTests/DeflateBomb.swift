/// DEFLATE (RFC 1951) of a beginning, one byte that comes very often, and an end.
///
/// The byte takes 13 bits for every 258 times.
struct DeflateBomb {
    private(set) var data: [UInt8] = []
    let size: Int
    private var bits: [Bool] = []

    init(_ beginning: String, _ byte: UInt8, times: Int, _ end: String) {
        let copies = times / 258
        size = beginning.utf8.count + 1 + copies * 258 + end.utf8.count
        putStored(beginning, isLast: false)
        // A block with fixed codes: the byte itself, "258 bytes from 1 byte back" again and again, the block's end.
        bits += [false, true, false]
        put(0x30 + Int(byte), 8)
        for _ in 0..<copies { put(0b1_1000_1010_0000, 13) }
        put(0, 7)
        putStored(end, isLast: true)
    }

    private mutating func put(_ code: Int, _ count: Int) {
        for bit in (0..<count).reversed() { bits.append(code >> bit & 1 == 1) }
    }

    private mutating func putStored(_ text: String, isLast: Bool) {
        bits += [isLast, false, false]
        var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
        for (index, bit) in bits.enumerated() where bit { bytes[index / 8] |= 1 << UInt8(index % 8) }
        bits = []
        let count = UInt16(text.utf8.count)
        data += bytes + [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
        data += text.utf8
    }
}
