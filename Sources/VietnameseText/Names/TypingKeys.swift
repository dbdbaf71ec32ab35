/// A name typed while the Vietnamese keyboard was off, so that the keys of Telex or VNI stayed among its letters.
package enum TypingKeys {
    /// The name that was meant, `Nguyễn Thị Hoà` for `Nguyeenx Thij Hoaf` or `Nguye64n Thi5 Hoa2`; nil where a text is no such name.
    ///
    /// One of the words has to be of those that are frequent in Vietnamese names and nowhere else, so that Max Lee and Rex Fox
    /// stay who they are.
    package static func name(_ text: String) -> String? {
        guard text.utf8.count < 200, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        guard words.count > 1 else { return nil }
        let hasDigits = text.utf8.contains { (0x30...0x39).contains($0) }
        let meant = words.map { hasDigits ? vni($0) : telex($0) }
        guard meant.allSatisfy(\.isSyllable), meant != words else { return nil }
        let changed = zip(words, meant).filter { $0 != $1 && !$0.isSyllable }.map(\.1)
        guard changed.contains(where: { telltale.contains($0.lowercased()) }) || hasDigits && !changed.isEmpty else {
            return nil
        }
        let name = meant.joined(separator: " ")
        return ProperCase.name(name) ?? name
    }

    /// A word as Telex reads its keys: doubled letters, w, and s f r x j for the tone.
    private static func telex(_ word: String) -> String {
        var letters: [Character] = []
        var tone: Character?
        for key in word {
            let small = Character(key.lowercased())
            if letters.contains(where: { vowels.contains(Character($0.lowercased())) }), let mark = telexTones[small] {
                tone = mark
            } else if let index = letters.lastIndex(where: { pair($0, small) != nil }), doubling.contains(small),
                let made = pair(letters[index], small)
            {
                letters[index] = made
                // The two horns of ươ are typed at once.
                if small == "w", made.lowercased() == "ơ", index > 0, letters[index - 1].lowercased() == "u",
                    index == 1 || letters[index - 2].lowercased() != "q"
                {
                    letters[index - 1] = letters[index - 1] == "U" ? "Ư" : "ư"
                }
            } else if small == "w" {
                letters.append(key == "W" ? "Ư" : "ư")
            } else {
                letters.append(key)
            }
        }
        return placed(letters, tone)
    }

    /// A word as VNI reads its keys: 6 for circumflexes, 7 for horns, 8 for the breve, 9 for đ, 1 to 5 for the tone.
    private static func vni(_ word: String) -> String {
        var letters: [Character] = []
        var tone: Character?
        for key in word {
            if let mark = vniTones[key] {
                tone = mark
            } else if let quality = vniQualities[key] {
                guard let index = letters.lastIndex(where: { quality[Character($0.lowercased())] != nil }),
                    let made = quality[Character(letters[index].lowercased())]
                else { return word }
                let isCapital = letters[index].isUppercase
                if key == "7", index > 0, made == "ơ", letters[index - 1].lowercased() == "u" {
                    letters[index - 1] = "ư"
                }
                letters[index] = isCapital ? Character(made.uppercased()) : made
            } else {
                letters.append(key)
            }
        }
        return placed(letters, tone)
    }

    /// The letters with the tone's mark on the vowel that makes a syllable of them.
    private static func placed(_ letters: [Character], _ tone: Character?) -> String {
        guard let tone else { return String(letters) }
        let places = letters.indices.filter { vowels.contains(Character(letters[$0].lowercased())) }
        for index in places.reversed() {
            var word = letters
            word[index] = Character(CleanText(String(letters[index]) + String(tone)).text)
            if String(word).isSyllable { return String(word) }
        }
        return String(letters)
    }

    private static func pair(_ letter: Character, _ key: Character) -> Character? {
        let made: Character? =
            switch (Character(letter.lowercased()), key) {
            case ("a", "a"): "â"
            case ("e", "e"): "ê"
            case ("o", "o"): "ô"
            case ("d", "d"): "đ"
            case ("a", "w"): "ă"
            case ("o", "w"): "ơ"
            case ("u", "w"): "ư"
            default: nil
            }
        return made.map { letter.isUppercase ? Character($0.uppercased()) : $0 }
    }

    private static let doubling: Set<Character> = ["a", "e", "o", "d", "w"]
    private static let vowels: Set<Character> = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    private static let telexTones: [Character: Character] = [
        "s": "\u{301}", "f": "\u{300}", "r": "\u{309}", "x": "\u{303}", "j": "\u{323}",
    ]
    private static let vniTones: [Character: Character] = [
        "1": "\u{301}", "2": "\u{300}", "3": "\u{309}", "4": "\u{303}", "5": "\u{323}",
    ]
    private static let vniQualities: [Character: [Character: Character]] = [
        "6": ["a": "â", "e": "ê", "o": "ô"], "7": ["o": "ơ", "u": "ư"], "8": ["a": "ă"], "9": ["d": "đ"],
    ]
    /// Family and middle names that are words of no other language once their keys are read.
    private static let telltale: Set<String> = [
        "nguyễn", "trần", "phạm", "hoàng", "huỳnh", "võ", "vũ", "đặng", "bùi", "đỗ", "hồ", "dương", "lý", "đoàn",
        "đinh",
        "trịnh", "mạc", "lương", "phùng", "tạ", "tống", "đào", "đàm", "quách", "thạch", "triệu", "thị", "văn", "hữu",
        "đức",
        "quốc", "thế", "đình", "ngọc", "bảo", "hoàng", "thành", "trường", "xuân", "phước", "hồng", "thuỳ", "thùy", "mỹ",
    ]
}

extension String {
    fileprivate var isSyllable: Bool { VietnameseSyllable.isSyllable(unicodeScalars) }
}
