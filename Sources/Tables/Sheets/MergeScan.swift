/// Finds the merged cells of a sheet before its rows are read: they stand behind them.
///
/// The part is unpacked once more, and looked through as bytes: to parse it twice would take half as long again. The element
/// has nothing but references, so that its bytes are enough.
enum MergeScan {
    private static let chunk = 1 << 16
    /// Bytes of the element, for some 500,000 ranges; what follows is left alone.
    private static let longest = 16 << 20

    /// The merged ranges of a sheet's part; those that are none are left out.
    static func ranges(
        of part: String, in archive: ZipArchive, _ limits: WorkbookLimits
    ) throws(WorkbookError) -> [CellRange] {
        guard let input = try archive.open(part, limit: limits.sheetSize) else { return [] }
        var bytes: [UInt8] = []
        var isWithin = false
        while bytes.count < longest {
            let start = bytes.count
            let unseen = isWithin ? max(0, start - 10) : 0
            bytes += [UInt8](repeating: 0, count: chunk)
            let read = try input.read(into: &bytes, from: start)
            bytes.removeLast(chunk - read)
            if !isWithin {
                // A prefix stands before the name where a program chose one; a name may lie in two chunks.
                if let found = offset(of: "mergeCells", in: bytes, from: 0) {
                    isWithin = true
                    bytes.removeFirst(found + 10)
                } else {
                    bytes.removeFirst(max(0, bytes.count - 10))
                }
            }
            if isWithin, let end = offset(of: "mergeCells", in: bytes, from: unseen) {
                bytes.removeLast(bytes.count - end)
                break
            }
            if read == 0 { break }
        }
        return isWithin ? references(in: bytes) : []
    }

    /// The ranges of all attributes `ref`.
    private static func references(in bytes: [UInt8]) -> [CellRange] {
        var ranges: [CellRange] = []
        var start = 0
        while let found = offset(of: "ref=", in: bytes, from: start), found + 5 < bytes.count {
            let quote = bytes[found + 4]
            guard let end = bytes[(found + 5)...].firstIndex(of: quote) else { break }
            if let range = CellRange(String(decoding: bytes[found + 5..<end], as: UTF8.self)) { ranges.append(range) }
            start = end + 1
        }
        return ranges
    }

    private static func offset(of text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let text = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        let bytes = bytes.span
        let first = unsafe text[0]
        var index = start
        while index + text.count <= bytes.count {
            if bytes[index] == first, (1..<text.count).allSatisfy({ unsafe bytes[index + $0] == text[$0] }) {
                return index
            }
            index += 1
        }
        return nil
    }
}
