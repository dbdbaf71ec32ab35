import VietnameseText

/// The names of places that an office has listed.
struct PlaceList: Sendable {
    private let names: [PlaceName]
    private let texts: Set<String>
    private let bare: Set<String>
    private let keys: [UInt64: Int]
    private let tight: [String: Int]

    /// Makes a list; gives nothing where the office has listed none.
    init?(_ known: [String]) {
        let texts = known.map { CleanText($0).text }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return nil }
        names = texts.map { PlaceName($0) }
        self.texts = Set(texts)
        bare = Set(names.map(\.bare))
        keys = Dictionary(zip(names.map(\.key), names.indices)) { first, _ in first }
        tight = Dictionary(zip(names.map(\.tight), names.indices)) { first, _ in first }
    }

    /// What is wrong with each spelling; nothing for those on the list.
    ///
    /// With and without `thôn`, `xã` and the like before it, a name is on the list. Case, spaces and the place of a
    /// tone mark make a certain proposal, one or two letters and other accents an uncertain one.
    func verdicts(_ spellings: [PlaceSpelling], _ budget: inout ComparisonBudget) -> [PlaceVerdict?] {
        let places = Dictionary(zip(spellings.map(\.name.text), spellings.indices)) { first, _ in first }
        return spellings.map { spelling in
            let name = spelling.name
            if name.text.isEmpty || texts.contains(name.text) || bare.contains(name.bare) { return nil }
            if let index = keys[name.key] ?? tight[name.tight] {
                let text = names[index].text
                return PlaceVerdict(
                    reason: "is written “\(Shown.text(text))” on the office’s list",
                    proposal: Finding.Proposal(text, isCertain: true), meant: places[text])
            }
            guard let nearest = nearest(name, &budget) else {
                return PlaceVerdict(reason: "is not on the office’s list")
            }
            return PlaceVerdict(
                reason: "is not on the office’s list, which has “\(Shown.text(nearest.text))”",
                proposal: Finding.Proposal(nearest.text, isCertain: false), meant: places[nearest.text])
        }
    }

    private func nearest(_ name: PlaceName, _ budget: inout ComparisonBudget) -> PlaceName? {
        var best: PlaceName?
        var least = Int.max
        for known in names {
            guard least > 0, budget.take() else { break }
            guard let distance = name.distance(to: known), distance < least else { continue }
            (best, least) = (known, distance)
        }
        return best
    }
}
