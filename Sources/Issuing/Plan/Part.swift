import Files
import Roster
import VietnameseText

package struct Part: Sendable {
    package var file, title: String
    /// Its entries in the intake.
    package var entries: Range<Int>
    /// The names of the hamlet that it belongs to, from the larger to the smaller; of the group where it is no hamlet.
    package var hamlet: [String]
    /// The number of the file among those of its group, from 1.
    package var piece: Int
    package var pieces: Int
}

extension PrintPlan {
    /// The files to draw, in the order of the entries: a group each, and of a large group several, so that no PDF grows
    /// without bound.
    ///
    /// `capacity` is cards in a file at most, or `sheets` sheets where cards have positions already; `whole` names the
    /// file where there are no groups. Throws `FileError` where the list of entries cannot be read again.
    package func parts(
        capacity: Int, whole: String, keepsHouseholds: Bool = false, sheets: Int = .max
    ) throws -> [Part] {
        var taken: Set<String> = []
        var parts: [Part] = []
        for (group, pieces) in try pieces(capacity, keepsHouseholds: keepsHouseholds, sheets: sheets) {
            let names = groups[Int(group)]
            // Files are named from the larger to the smaller, so that a folder lists neighbours together.
            let name = names.isEmpty ? whole : FileName.part(names.joined(separator: " "))
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
        }
        return parts
    }

    /// The groups in the order of the entries, each with those of its files.
    private func pieces(
        _ capacity: Int, keepsHouseholds: Bool, sheets: Int
    ) throws -> [(group: Int32, pieces: [Range<Int>])] {
        var groups: [(group: Int32, pieces: [Range<Int>])] = []
        var last: PrintPlan.Entry?
        // Where the file begins that is being filled, and the household of the entry before; and the file's sheets.
        var (start, household, index) = (0, 0, 0)
        var seen: Set<Int> = []
        func end(_ end: Int) {
            if end > start { groups[groups.count - 1].pieces.append(start..<end) }
            (start, seen) = (end, [])
        }
        try entries.forEach { entry in
            if entry.group != last?.group {
                end(index)
                groups.append((entry.group, []))
                household = index
            } else {
                if entry.household != last?.household { household = index }
                if slots.isEmpty {
                    if index - start == capacity { end(keepsHouseholds && household > start ? household : index) }
                } else if seen.count >= sheets, !seen.contains(slots[index].sheet) {
                    end(index)
                }
            }
            if !slots.isEmpty { seen.insert(slots[index].sheet) }
            last = entry
            index += 1
        }
        end(index)
        return groups
    }

    private static func files(_ name: String, pieces: Int) -> [String] {
        guard pieces > 1 else { return [name + ".pdf"] }
        return (1...pieces).map { piece in
            let digits = "\(piece)"
            return "\(name)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".pdf"
        }
    }
}
