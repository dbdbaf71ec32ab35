import Files
import VietnameseText

extension TextDigest {
    /// Adds a text's ``ToneKey``: its case and the position of its tone marks do not matter.
    ///
    /// The key is made in the buffer, which may be used again for the next text.
    mutating func add(letters text: String, using buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        ToneKey.append(text, to: &buffer)
        let key = buffer.span
        for index in key.indices { add(key[index]) }
    }
}

extension String {
    /// Whether two texts have the same bytes: no normal form is looked for.
    func hasSameBytes(as other: String) -> Bool {
        let (first, second) = (utf8Span.span, other.utf8Span.span)
        guard first.count == second.count else { return false }
        for index in first.indices where first[index] != second[index] { return false }
        return true
    }
}
