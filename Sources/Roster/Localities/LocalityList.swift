import Messages
import RosterValues
import VietnameseText

/// The names of localities that an office has listed.
struct LocalityList: Sendable {
    private let names: [LocalityName]
    private let texts, bare: Set<String>
    private let keys: [UInt64: Int]
    private let tight: [String: Int]

    /// Makes a list; gives nothing where the office has listed none.
    init?(_ known: [String]) {
        let texts = known.map { CleanText($0).text }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return nil }
        names = texts.map { LocalityName($0) }
        self.texts = Set(texts)
        bare = Set(names.map(\.bare))
        keys = Dictionary(zip(names.map(\.key), names.indices)) { first, _ in first }
        tight = Dictionary(zip(names.map(\.tight), names.indices)) { first, _ in first }
    }

    /// What is wrong with each spelling; nothing for those on the list.
    ///
    /// With and without `thôn`, `xã` and the like before it, a name is on the list. Case, spaces and the position of a
    /// tone mark make a certain proposal, one or two letters and other accents an uncertain one.
    func findings(_ spellings: [LocalitySpelling], _ budget: inout ComparisonBudget) -> [LocalityFinding?] {
        let localities = Dictionary(zip(spellings.map(\.name.text), spellings.indices)) { first, _ in first }
        return spellings.map { spelling in
            let name = spelling.name
            if name.text.isEmpty || texts.contains(name.text) || bare.contains(name.bare) { return nil }
            if let index = keys[name.key] ?? tight[name.tight] {
                let text = names[index].text
                return LocalityFinding(
                    reason: Message(
                        en: "is written “\(Shown.text(text))” on the office’s list",
                        vi: "trong danh sách của cơ quan viết là “\(Shown.text(text))”"),
                    proposal: Finding.Proposal(text, isCertain: true), meant: localities[text])
            }
            guard let nearest = budget.nearest(to: name, among: names, by: { $0 }) else {
                return LocalityFinding(
                    reason: Message(en: "is not on the office’s list", vi: "không có trong danh sách của cơ quan"))
            }
            return LocalityFinding(
                reason: Message(
                    en: "is not on the office’s list, which has “\(Shown.text(nearest.text))”",
                    vi: "không có trong danh sách của cơ quan, ở đó có “\(Shown.text(nearest.text))”"),
                proposal: Finding.Proposal(nearest.text, isCertain: false), meant: localities[nearest.text])
        }
    }
}

/// The hamlets and communes that an office knows; empty lists say nothing.
package struct KnownLocalities: Equatable, Sendable {
    package var hamlets, communes: [String]

    package init(hamlets: [String] = [], communes: [String] = []) {
        (self.hamlets, self.communes) = (hamlets, communes)
    }
}
