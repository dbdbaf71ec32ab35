import Roster
import Tables

extension Row {
    /// The row's number and fields as bytes: 32-bit little-endian numbers and lengths, UTF-8 text.
    package var spooled: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(8) { $0 + 4 + $1.utf8.count })
        func append(_ number: Int) {
            for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        append(number)
        append(fields.count)
        for field in fields {
            append(field.utf8.count)
            bytes.append(contentsOf: field.utf8)
        }
        return bytes
    }

    package init(spooled bytes: [UInt8]) {
        var position = 0
        func number() -> Int {
            defer { position += 4 }
            return (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
        }
        let row = number()
        let fields = (0..<number()).map { _ in
            let length = number()
            defer { position += length }
            return String(decoding: bytes[position..<position + length], as: UTF8.self)
        }
        self.init(number: row, fields: fields)
    }
}
