import Roster
import VietnameseText

/// One file of a run.
struct Part: Sendable {
    var file: String
    /// The group's name.
    var title: String
    /// Its entries in the intake.
    var entries: Range<Int>
}

extension PrintPlan {
    /// The files to draw: a group each, and of a large group several, so that no PDF grows without bound.
    func parts(capacity: Int, whole: String) -> [Part] {
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
            let pieces = (end - start + capacity - 1) / capacity
            // Hamlets that differ in accents alone have the same file name.
            var files = Self.files(name, pieces: pieces)
            var count = 1
            while !taken.isDisjoint(with: files) {
                count += 1
                files = Self.files("\(name)--\(count)", pieces: pieces)
            }
            taken.formUnion(files)
            for (piece, file) in files.enumerated() {
                let range = start + piece * capacity..<min(end, start + (piece + 1) * capacity)
                parts.append(Part(file: file, title: names.reversed().joined(separator: ", "), entries: range))
            }
            start = end
        }
        return parts
    }

    private static func files(_ name: String, pieces: Int) -> [String] {
        guard pieces > 1 else { return [name + ".pdf"] }
        return (1...pieces).map { piece in
            let digits = "\(piece)"
            return "\(name)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".pdf"
        }
    }
}
