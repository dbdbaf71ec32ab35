extension [UInt8] {
    /// Where a text stands first, from an offset on.
    func range(of text: String, from start: Int = 0) -> Range<Int>? {
        let text = Array(text.utf8)
        return unsafe withUnsafeBufferPointer { bytes in
            guard bytes.count - start >= text.count else { return nil }
            return (start...bytes.count - text.count).lazy
                .first { unsafe bytes[$0] == text[0] && bytes[$0..<$0 + text.count].elementsEqual(text) }
                .map { $0..<$0 + text.count }
        }
    }

    /// Where a text stands for the last time.
    func lastRange(of text: String, before end: Int? = nil) -> Range<Int>? {
        let text = Array(text.utf8)
        let end = end ?? count
        guard end >= text.count else { return nil }
        return stride(from: end - text.count, through: 0, by: -1)
            .first { self[$0] == text[0] && self[$0..<$0 + text.count].elementsEqual(text) }
            .map { $0..<$0 + text.count }
    }

    /// The number whose digits begin at an offset, and where they stand.
    func number(at start: Int) -> (value: Int, digits: Range<Int>)? {
        let digits = self[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self)).map { ($0, digits.startIndex..<digits.endIndex) }
    }
}
