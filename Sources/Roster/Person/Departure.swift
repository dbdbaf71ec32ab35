import Messages
import RosterValues
import VietnameseText

/// Why a person of a roster gets no card although there is a row: somebody wrote it behind the name, or among the notes.
enum Departure: String, CaseIterable {
    case dead, moved, away, twice, struck

    /// What a text among the notes says of the row's person; nothing where it is about somebody or something else.
    init?(note text: String) {
        let words = Self.words(text)
        guard let found = Self.find(in: words, isName: false) else { return nil }
        self = found
    }

    /// What stands behind a name, in it or between signs: `Lê Văn Mười (chết)`, `LÊ VĂN TÁM ĐÃ CHUYỂN ĐI`.
    ///
    /// Names that are words of such remarks, as Chuyển and Trung are, stay names.
    init?(name text: String) {
        let parts = text.split { "()[]-–—,;/:*".contains($0) }.map(String.init)
        for part in parts.dropFirst(text.hasPrefix("(") ? 0 : 1) {
            guard let found = Self.find(in: Self.words(part), isName: false) else { continue }
            self = found
            return
        }
        guard let name = parts.first, let found = Self.find(behind: name) else { return nil }
        self = found
    }

    /// Whether a name has parentheses or ends with a word that may end a remark, so that it has to be looked at.
    static func mayEnd(_ name: String) -> Bool {
        let bytes = name.utf8Span.span
        var (last, count) = (UInt64(0), 0)
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "("): return true
            case 0x20: (last, count) = (0, 0)
            case let byte: (last, count) = (last << 8 | UInt64(byte), count + 1)
            }
        }
        // A word of more bytes pushed its first ones out.
        return count <= 8 && lasts.contains(last)
    }

    var message: Message {
        switch self {
        case .dead: Message(en: "says that the person has died", vi: "cho biết người này đã chết")
        case .moved: Message(en: "says that the person has moved away", vi: "cho biết người này đã chuyển đi")
        case .away: Message(en: "says that the person is away", vi: "cho biết người này vắng mặt")
        case .twice: Message(en: "says that the row is there twice", vi: "cho biết dòng này bị trùng")
        case .struck: Message(en: "says that the row was struck off", vi: "cho biết dòng này đã bị xóa")
        }
    }

    // MARK: Words

    private struct Word { var spelt, folded: String; var isSmall: Bool }

    private static func words(_ text: String) -> [Word] {
        CleanText(text).text.split { !$0.isLetter && !$0.isNumber }.map { word in
            let small = word.lowercased()
            return Word(spelt: small, folded: LatinFolding.folded(small), isSmall: small == word)
        }
    }

    /// The phrase that stands in words, unless what stands around it turns it into something else.
    private static func find(in words: [Word], isName: Bool) -> Departure? {
        // Who types without accents types all without them.
        let isFolded = words.allSatisfy { $0.spelt == $0.folded }
        let texts = words.map { isFolded ? $0.folded : $0.spelt }
        for start in texts.indices {
            for (phrase, meaning) in isFolded ? folded : phrases where texts[start...].starts(with: phrase) {
                if isName, phrase.count == 1 { continue }
                let end = start + phrase.count
                let before = start > 0 ? LatinFolding.folded(texts[start - 1]) : ""
                let before2 =
                    start > 1 && ["da", "moi"].contains(before) ? LatinFolding.folded(texts[start - 2]) : before
                let after = end < texts.count ? LatinFolding.folded(texts[end]) : ""
                if denials.contains(before) || others.contains(before2) || others.contains(before) { continue }
                if exceptions[phrase.last.map(LatinFolding.folded) ?? ""]?.contains(after) == true { continue }
                return meaning
            }
        }
        return nil
    }

    /// A remark that follows a name without any sign.
    private static func find(behind name: String) -> Departure? {
        let words = words(name)
        guard words.count > 2, let last = words.last else { return nil }
        if let found = find(in: Array(words.dropFirst(2)), isName: true) { return found }
        // Nobody is called so.
        if last.spelt == "chết" || last.spelt == "mất" { return .dead }
        // A small letter behind a name in capitals is no part of it.
        guard last.isSmall, !words[0].isSmall, !words[1].isSmall else { return nil }
        return find(in: [last], isName: false) ?? (last.spelt == "chuyển" ? .moved : nil)
    }

    private static let phrases: [([String], Departure)] = [
        (
            .dead,
            [
                "đã chết", "đã mất", "qua đời", "từ trần", "tử vong", "tạ thế", "quá cố", "khai tử", "báo tử", "chết",
                "mất",
            ]
        ),
        (
            .moved,
            [
                "đã chuyển", "chuyển đi", "chuyển khẩu", "chuyển hộ khẩu", "chuyển nơi khác", "chuyển nơi ở",
                "chuyển vào",
                "chuyển ra", "chuyển sang", "chuyển xã", "chuyển huyện", "chuyển tỉnh", "cắt khẩu", "cắt hộ khẩu",
                "không còn ở", "không còn cư trú", "không ở địa phương", "đi khỏi",
            ]
        ),
        (
            .away,
            [
                "tạm vắng", "đi làm ăn xa", "làm ăn xa", "đi xa", "vắng mặt", "đi vắng", "xuất cảnh", "đi nước ngoài",
                "ở nước ngoài", "định cư nước ngoài", "xuất khẩu lao động", "không có mặt", "bỏ địa phương",
            ]
        ),
        (.twice, ["bị trùng", "trùng lặp", "trùng"]),
        (.struck, ["đã xóa", "đã xoá", "xóa tên", "xoá tên", "xóa khẩu", "xoá khẩu", "gạch tên", "xóa", "xoá"]),
    ].flatMap { meaning, texts in
        texts.map { ($0.split(separator: " ").map(String.init), meaning) }
    }

    /// Without accents a single word may be any other: mat is mắt, trung is Trung.
    private static let folded: [([String], Departure)] =
        phrases.map { ($0.0.map(LatinFolding.folded), $0.1) }.filter { $0.0.count > 1 || $0.0 == ["chet"] }

    /// What denies the words behind it: they are not so, or not any more.
    private static let denials: Set<String> = ["chua", "khong", "het", "ko", "chang"]
    /// Somebody else of whom it is said.
    private static let others: Set<String> = [
        "chong", "vo", "cha", "me", "bo", "ba", "ma", "con", "ong", "anh", "chi", "em", "bi",
    ]
    /// What turns a phrase's last word into something else: mất CCCD, trùng tên, xóa nghèo, đã chuyển đến.
    private static let exceptions: [String: Set<String>] = [
        "mat": [
            "cccd", "cmnd", "cmt", "the", "giay", "so", "suc", "chung", "ho", "bhyt", "bao", "tich", "dien", "kha",
            "tri",
            "mau", "ngu", "viec", "ruong", "dat", "nha", "xe", "can", "can", "hang", "tien", "mot", "tin",
        ],
        "trung": ["ten", "ngay", "khop", "tu", "ho", "so", "nam", "cccd", "cmnd", "dia"],
        "xoa": ["doi", "ngheo", "mu", "nha", "bo"],
        "chuyen": ["den", "toi", "ve", "tu", "doi", "sang"],
        "di": ["hoc", "lai"],
        "xa": ["ve"],
    ]

    /// The words, as names and as small letters have them, their bytes packed into numbers.
    private static let lasts: Set<UInt64> = {
        let words = [
            "chết", "mất", "đời", "trần", "vong", "thế", "cố", "chuyển", "đi", "khẩu", "khác", "vắng", "xa", "mặt",
            "cảnh",
            "ngoài", "trùng", "lặp", "xóa", "xoá",
        ]
        let forms = words.flatMap { [$0, $0.prefix(1).uppercased() + $0.dropFirst()] }
        return Set(forms.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
    }()
}

extension Cells<Person.Column> {
    /// Refuses a row whose notes say that its person is gone.
    mutating func look(atNotes column: Person.Column) {
        let raw = raw(column)
        guard !raw.isBlankCell, let departure = Departure(note: raw) else { return }
        refuse(raw, departure, column)
    }

    mutating func refuse(_ text: String, _ departure: Departure, _ column: Person.Column) {
        let message = departure.message
        find(.personGone, column, Shown.quoted(text).said(en: message.english, vi: message.vietnamese))
    }
}
