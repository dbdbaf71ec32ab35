/// Says in a PDF file's catalogue which language it is in, which Cairo has no call for.
///
/// Cairo writes the catalogue last of all objects, just before the cross-reference table: what is put into it displaces
/// nothing but that table, whose place the file's last lines name.
struct PDFLanguage {
    private let entry: [UInt8]

    /// A language as BCP 47 writes it, `vi`.
    init(_ language: String) {
        entry = Array("   /Lang (\(language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }))\n".utf8)
    }

    /// Changes a file's end; leaves it as it is where it does not have Cairo's form.
    func amend(_ end: inout [UInt8]) {
        guard let catalogue = Self.last("/Type /Catalog\n", in: end), let table = Self.last("endobj\nxref\n", in: end),
            let pointer = Self.last("startxref\n", in: end), catalogue.upperBound < table.lowerBound,
            table.upperBound < pointer.lowerBound,
            Self.last("endobj\n", in: Array(end[catalogue.upperBound..<table.lowerBound])) == nil
        else { return }
        let digits = end[pointer.upperBound...].prefix { (0x30...0x39).contains($0) }
        guard let place = Int(String(decoding: digits, as: UTF8.self)) else { return }
        end.replaceSubrange(digits.startIndex..<digits.endIndex, with: Array("\(place + entry.count)".utf8))
        end.insert(contentsOf: entry, at: catalogue.upperBound)
    }

    /// Where a text stands for the last time.
    private static func last(_ text: String, in bytes: [UInt8]) -> Range<Int>? {
        let text = Array(text.utf8)
        guard bytes.count >= text.count else { return nil }
        for start in stride(from: bytes.count - text.count, through: 0, by: -1)
        where bytes[start] == text[0] && bytes[start..<start + text.count].elementsEqual(text) {
            return start..<start + text.count
        }
        return nil
    }
}
