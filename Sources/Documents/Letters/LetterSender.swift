import VietnameseText

/// Who sends a letter, and what its name says of it.
package struct LetterSender {
    /// The name, with `Ủy ban nhân dân` in full.
    package let name: String
    /// The body above, in full likewise; empty where none is named.
    package let parent: String
    /// Whether it is a people's committee.
    package let isCommittee: Bool
    /// The place that the name ends with, `Quảng Phú`; empty where it names none.
    package let place: String

    /// The office itself; of several offices the body above all of them, else the first.
    package init(_ units: [OfficeReport.Unit]) {
        let parents = Set(units.map(\.parent))
        if units.count > 1, parents.count == 1, let common = parents.first, !common.isEmpty {
            self.init(name: common, parent: "")
        } else {
            self.init(name: units.first?.name ?? "", parent: units.first?.parent ?? "")
        }
    }

    private init(name: String, parent: String) {
        let words = name.split(separator: " ")
        isCommittee = words.first == "UBND" || LatinFolding.folded(name).hasPrefix("uy ban nhan dan")
        self.name = Self.inFull(name)
        // Both stand below one another, and are spelled alike.
        self.parent = Self.inFull(parent)
        place = Self.place(of: words.map(String.init))
    }

    /// The name with `Ủy ban nhân dân` in full, as letters have it.
    private static func inFull(_ name: String) -> String {
        let words = name.split(separator: " ")
        return words.first == "UBND" ? (["Ủy ban nhân dân"] + words.dropFirst()).joined(separator: " ") : name
    }

    /// What follows the first word for a kind of unit, up to a comma.
    private static func place(of words: [String]) -> String {
        let kinds = [["xã"], ["phường"], ["thị", "trấn"], ["huyện"], ["quận"], ["thành", "phố"], ["tỉnh"]]
        for start in words.indices.dropFirst() {
            for kind in kinds where words[..<start].suffix(kind.count).map({ $0.lowercased() }) == kind {
                let rest = words[start...].joined(separator: " ")
                return String(rest.prefix { $0 != "," })
            }
        }
        return ""
    }
}
