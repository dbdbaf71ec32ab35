import Files
import VietnameseText

extension TextDigest {
    /// Adds a text's ``ToneKey``: its case and the position of its tone marks do not matter.
    ///
    /// - Parameters:
    ///   - text: a name.
    ///   - buffer: where the key is made; it may be used again for the next text.
    mutating func add(letters text: String, using buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        ToneKey.append(text, to: &buffer)
        let key = buffer.span
        for index in key.indices { add(key[index]) }
    }
}
