/// Says in a PDF file's catalogue which language it is in, which Cairo has no call for.
struct PDFLanguage {
    private let entry: [UInt8]

    /// A language as BCP 47 writes it, `vi`.
    init(_ language: String) {
        entry = Array("   /Lang (\(language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }))\n".utf8)
    }

    /// Changes a file's end; leaves it as it is where it does not have Cairo's form.
    ///
    /// - Parameters:
    ///   - bytes: the end, in which the catalogue is the last object.
    ///   - end: how many bytes Cairo has written.
    ///   - offsets: told what moves.
    func amend(_ bytes: inout [UInt8], endingAt end: Int, _ offsets: inout OffsetMap) {
        guard let table = bytes.lastRange(of: "endobj\nxref\n"),
            let catalogue = bytes.lastRange(of: "/Type /Catalog\n", before: table.lowerBound)
        else { return }
        offsets.add(entry.count, from: end - bytes.count + catalogue.upperBound)
        bytes.insert(contentsOf: entry, at: catalogue.upperBound)
    }
}
