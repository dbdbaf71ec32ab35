/// What was put between the bytes that Cairo wrote, and how far it moved those behind it.
struct Displacements {
    private var moves: [(place: Int, distance: Int)] = []

    /// Notes that all from a place on, as Cairo counts, moved by some bytes more; places come in their order.
    mutating func add(_ distance: Int, from place: Int) {
        precondition(moves.last.map { $0.place <= place } ?? true, "places come in their order")
        moves.append((place, total + distance))
    }

    /// How far the file's end moved.
    var total: Int { moves.last?.distance ?? 0 }

    /// Where a byte is that Cairo wrote at a place.
    func moved(_ place: Int) -> Int {
        var (low, high) = (0, moves.count)
        while low < high {
            let middle = (low + high) / 2
            if moves[middle].place <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? place : place + moves[low - 1].distance
    }

    /// Puts the places of all objects right in the cross-reference table at a file's end (ISO 32000-1, 7.5.4).
    ///
    /// - Parameters:
    ///   - end: the end's bytes, table and trailer as Cairo wrote them.
    ///   - start: where the end begins in the file.
    /// - Returns: Whether the table has the form that Cairo gives it; else nothing is changed.
    func mendTable(in end: inout [UInt8], from start: Int) -> Bool {
        guard let pointer = end.lastRange(of: "startxref\n"), let place = end.number(at: pointer.upperBound),
            let head = end.range(of: "xref\n0 ", from: moved(place.value) - start),
            head.lowerBound == moved(place.value) - start, let count = end.number(at: head.upperBound),
            count.digits.upperBound + 1 + count.value * Self.entry <= pointer.lowerBound
        else { return false }
        end.replaceSubrange(place.digits, with: "\(moved(place.value))".utf8)
        for number in 1..<max(1, count.value) {
            let entry = count.digits.upperBound + 1 + number * Self.entry
            guard let old = end.number(at: entry)?.value else { return false }
            var rest = moved(old)
            for digit in (entry..<entry + Self.digits).reversed() {
                end[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
        return true
    }

    // Bytes of an entry, and digits of its place.
    private static let (entry, digits) = (20, 10)
}
