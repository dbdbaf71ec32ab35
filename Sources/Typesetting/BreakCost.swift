/// How bad it is to end a line between two words: 0 after a comma, ``name`` within a name.
enum BreakCost {
    /// Before an office or the kind of a place: `gửi về | UBND xã`.
    private static let place = 1
    private static let ordinary = 4
    /// After a stroke between two languages: `Gửi về / | Return to`.
    private static let stroke = 2
    /// Between what a place is and its name: `thị trấn | Quảng Ngạn`.
    private static let locality = 10
    /// Between an office and its place: `UBND | xã`.
    private static let office = 12
    /// From here on a break tears what belongs together: a name, a kind from its place, a number from its word.
    static let tearing = 16
    private static let name = 24

    /// Sets the cost of every space of a text's tokens.
    static func price(_ tokens: inout [LineBreaker.Token], of text: String) {
        // Most texts are of one word, or of a few that fit on a line: what follows is only for those with several.
        guard tokens.contains(where: \.isSpace) else { return }
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
        var index = 0
        var isWithin = false
        var current = 0
        for position in tokens.indices {
            guard tokens[position].isSpace else {
                isWithin = true
                continue
            }
            if isWithin {
                index += 1
                current = index < words.count ? cost(between: words[index - 1], words[index]) : 0
            }
            isWithin = false
            tokens[position].cost = current
        }
    }

    private static func cost(between before: Substring, _ after: Substring) -> Int {
        guard let last = before.last, let first = after.first else { return ordinary }
        // A stroke or a dash ends the line that it stands on.
        if dashes.contains(after) { return tearing }
        if stops.contains(last) { return 0 }
        if before == "/" { return stroke }
        let (kind, next) = (before.lowercased(), after.lowercased())
        if first.isNumber || (last.isNumber && !first.isUppercase) { return tearing }
        if seconds[kind]?.contains(next) == true { return tearing }
        if kind == "ubnd" { return office }
        // `Thị` is a name, `thị trấn` is not.
        if isSmall(before), kinds.contains(kind), first.isUppercase { return locality }
        if kinds.contains(next), isSmall(after) || next == "ubnd" { return place }
        switch (before.first?.isUppercase ?? false, first.isUppercase) {
        case (true, true): return name
        // Names of several words of two syllables are written `Sản xuất Kinh doanh`.
        case (true, false): return tearing
        case (false, true), (false, false): return ordinary
        }
    }

    private static func isSmall(_ word: Substring) -> Bool { word.first?.isLowercase == true }

    private static let stops: Set<Character> = [",", ";", ":", ".", "!", "?", "–", "—", "·", ")"]
    private static let dashes: Set<Substring> = ["–", "—", "-", "/", "·"]

    /// Words that stand before the name of a place, or begin such a word.
    private static let kinds: Set<String> = [
        "ubnd", "thôn", "xã", "phường", "thị", "huyện", "quận", "tỉnh", "thành", "tp.", "tổ", "ấp", "bản", "làng",
        "xóm",
        "khu", "đường", "quốc", "ngõ", "hẻm", "trấn", "phố", "lộ",
    ]

    /// The second syllables of words for places.
    private static let seconds = [
        "thị": ["trấn", "xã"], "thành": ["phố"], "tỉnh": ["lộ"], "quốc": ["lộ"], "tổ": ["dân"], "khu": ["phố"],
        "hợp": ["tác"], "tác": ["xã"], "trạm": ["y"],
    ]
}
