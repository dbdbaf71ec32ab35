import Layout

/// Says in a PDF file's catalogue which language it is in and how it is printed, which Cairo has no calls for.
///
/// Sheets are measured: a viewer that fits them to the printer's area would make every card smaller. Viewers that heed the
/// entries (ISO 32000-1, 12.2) print at full size, and turn the paper as the sheets need it.
struct PDFCatalogue {
    private let entry: [UInt8]

    /// A language as BCP 47 writes it, `vi`, and how the paper is turned.
    init(language: String, duplex: Duplex) {
        let sides =
            switch duplex {
            case .none: "Simplex"
            case .longEdge: "DuplexFlipLongEdge"
            case .shortEdge: "DuplexFlipShortEdge"
            }
        let tag = language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }
        entry = Array(
            "   /Lang (\(tag))\n   /ViewerPreferences << /PrintScaling /None /Duplex /\(sides) >>\n".utf8)
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
