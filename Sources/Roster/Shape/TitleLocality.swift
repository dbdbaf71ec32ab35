import Tables
import VietnameseText

/// The hamlet and the commune that hold for a whole sheet: as a person says, the hamlet else as its titles or its name do.
struct TitleLocality: Equatable {
    var hamlet, commune: String?
    /// Where the hamlet was found: the words of the title or of the sheet's name; nil where a person said it.
    var title: String?

    init() {}

    /// Takes what a person said, and the rows above the header and the sheet's name for what was not said.
    init(_ options: ReadingOptions, titles: ArraySlice<Row>, sheet: String?) {
        (hamlet, commune) = (options.hamlet, options.commune)
        let texts =
            titles.flatMap(\.fields).map { CleanText($0).text }.filter { !$0.isEmpty } + (sheet.map { [$0] } ?? [])
        if hamlet == nil {
            let found = texts.compactMap { text in Self.hamlet(within: text).map { (text, $0) } }
            // Titles that name several hamlets name none for all rows.
            if let first = found.first, found.allSatisfy({ LatinFolding.folded($0.1) == LatinFolding.folded(first.1) })
            {
                (title, hamlet) = first
            }
        }
    }

    /// The hamlet that a text is the heading of: `THÔN PHÚ LỄ`, `II. Tổ dân phố 3`, and nothing else in it.
    static func hamlet(heading text: String) -> String? {
        let words = CleanText(text).text.split(separator: " ").map(String.init)
        let rest = words.first.map { isIndex($0) } == true ? Array(words.dropFirst()) : words
        guard let found = name(after: hamlets, until: ends, in: rest.joined(separator: " ")), found.start == 0,
            found.isAtEnd
        else { return nil }
        return found.name
    }

    /// Whether a cell numbers headings or rows: `I`, `II.`, `3`, `a)`.
    static func isIndex(_ text: String) -> Bool {
        let bare = text.filter { $0.isLetter || $0.isNumber }
        return !bare.isEmpty && bare.utf8.count <= 4
            && (bare.utf8.allSatisfy { "IVXivx".utf8.contains($0) || "0123456789".utf8.contains($0) }
                || bare.utf8.count == 1)
    }

    private static func hamlet(within text: String) -> String? {
        name(after: hamlets, until: ends, in: text).map(\.name)
    }

    /// The name behind the first word for a kind of locality, up to a sign or the next such word.
    private static func name(
        after kinds: [[String]], until ends: [[String]], in text: String
    ) -> (name: String, start: Int, isAtEnd: Bool)? {
        // Signs end a name, and what stands in parentheses is no part of it.
        let open = text.firstIndex(of: "(") ?? text.endIndex
        let words = text[..<open].replacing(":", with: " ").split(separator: " ").map(String.init)
        let spelt = words.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        for start in words.indices {
            guard let kind = kinds.first(where: { spelt[start...].starts(with: $0) }) else { continue }
            var name: [String] = []
            var index = start + kind.count
            while index < words.count, !ends.contains(where: { spelt[index...].starts(with: $0) }),
                !spelt[index].isEmpty
            {
                name.append(words[index].trimmed)
                index += 1
                if let sign = words[index - 1].last, ",;-–.".contains(sign) { break }
            }
            guard (1...6).contains(name.count), name.allSatisfy({ !$0.isEmpty }) else { continue }
            let bare = name.joined(separator: " ")
            let proper = ProperCase.name(bare) ?? bare
            // "Thôn" is on the form; a number alone, or another kind of locality, needs its word.
            let isNumber = name.count == 1 && isIndex(bare)
            let shown =
                kind == ["thôn"] && !isNumber ? proper : (kindName(words[start..<start + kind.count]) + " " + proper)
            return (shown, start, index == words.count)
        }
        return nil
    }

    private static func kindName(_ words: ArraySlice<String>) -> String {
        let text = words.joined(separator: " ").lowercased()
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static let hamlets = [
        ["tổ", "dân", "phố"], ["khu", "dân", "cư"], ["khu", "phố"], ["thôn"], ["tdp"], ["xóm"], ["ấp"], ["bản"],
        ["buôn"],
        ["làng"], ["khóm"], ["tổ"], ["bon"], ["phum"], ["sóc"],
    ]
    private static let communes = [["xã"], ["phường"], ["thị", "trấn"]]
    private static let ends =
        communes + [["huyện"], ["quận"], ["tỉnh"], ["thành", "phố"], ["tp"], ["năm"], ["ngày"], ["tháng"]]
}

extension String {
    /// The text without signs at its ends.
    fileprivate var trimmed: String {
        let kept = drop { !$0.isLetter && !$0.isNumber }
        return String(kept.prefix(kept.count - kept.reversed().prefix { !$0.isLetter && !$0.isNumber }.count))
    }
}
