import Roster
import VietnameseText

/// One file of a run.
struct Part: Sendable {
    var file: String
    /// The group's name.
    var title: String
    /// Its entries in the intake.
    var entries: Range<Int>
    /// The names of the hamlet that it belongs to, from the larger to the smaller; of the group where it is no hamlet.
    var hamlet: [String]
    /// The number of the file among those of its group, from 1.
    var piece: Int
    /// Files of the group.
    var pieces: Int
}

extension PrintPlan {
    /// The files to draw: a group each, and of a large group several, so that no PDF grows without bound.
    ///
    /// - Parameters:
    ///   - capacity: cards in a file at most.
    ///   - whole: the name of the file where there are no groups.
    ///   - keepsHouseholds: whether a household is in one file wherever it can be.
    ///   - sheets: sheets in a file at most, where cards have places already.
    /// - Returns: The files in the order of the entries.
    func parts(
        capacity: Int, whole: String, keepsHouseholds: Bool = false, sheets: Int = .max
    ) -> [Part] {
        var taken: Set<String> = []
        var parts: [Part] = []
        var start = 0
        while start < entries.count {
            let group = entries[start].group
            var end = start
            while end < entries.count, entries[end].group == group { end += 1 }
            let names = groups[Int(group)]
            // Files are named from the larger to the smaller, so that a folder lists neighbours together.
            let name = names.isEmpty ? whole : FileName.part(names.joined(separator: " "))
            let pieces = pieces(of: start..<end, capacity, keepsHouseholds: keepsHouseholds, sheets: sheets)
            // Hamlets that differ in accents alone have the same file name.
            var files = Self.files(name, pieces: pieces.count)
            var count = 1
            while !taken.isDisjoint(with: files) {
                count += 1
                files = Self.files("\(name)--\(count)", pieces: pieces.count)
            }
            taken.formUnion(files)
            for (number, (file, range)) in zip(files, pieces).enumerated() {
                parts.append(
                    Part(
                        file: file, title: names.reversed().joined(separator: ", "), entries: range,
                        hamlet: hamlets[Int(group)],
                        piece: number + 1, pieces: pieces.count))
            }
            start = end
        }
        return parts
    }

    private func pieces(
        of group: Range<Int>, _ capacity: Int, keepsHouseholds: Bool, sheets: Int
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = group.lowerBound
        while start < group.upperBound {
            var end = min(start + capacity, group.upperBound)
            if !slots.isEmpty {
                end = start
                var seen: Set<Int> = []
                while end < group.upperBound, seen.contains(slots[end].sheet) || seen.count < sheets {
                    seen.insert(slots[end].sheet)
                    end += 1
                }
            } else if keepsHouseholds, end < group.upperBound {
                let household = entries[end].household
                let first = entries[start..<end].lastIndex { $0.household != household }
                if let first { end = first + 1 }
            }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }

    private static func files(_ name: String, pieces: Int) -> [String] {
        guard pieces > 1 else { return [name + ".pdf"] }
        return (1...pieces).map { piece in
            let digits = "\(piece)"
            return "\(name)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".pdf"
        }
    }
}
