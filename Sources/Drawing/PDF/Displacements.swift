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
}
