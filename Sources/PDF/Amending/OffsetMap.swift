/// What was put between the bytes that Cairo wrote, and how far it moved those behind it.
struct OffsetMap {
    private var moves: [(offset: Int, distance: Int)] = []

    /// Notes that all from an offset on, as Cairo counts, moved by some bytes more; offsets come in their order.
    mutating func add(_ distance: Int, from offset: Int) {
        precondition(moves.last.map { $0.offset <= offset } ?? true, "offsets come in their order")
        moves.append((offset, total + distance))
    }

    /// How far the file's end moved.
    var total: Int { moves.last?.distance ?? 0 }

    /// Where a byte is that Cairo wrote at an offset.
    func moved(_ offset: Int) -> Int {
        var (low, high) = (0, moves.count)
        while low < high {
            let middle = (low + high) / 2
            if moves[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? offset : offset + moves[low - 1].distance
    }
}
