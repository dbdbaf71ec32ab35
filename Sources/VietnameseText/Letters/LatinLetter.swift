/// What an accented Latin letter is made of.
package struct LatinLetter {
    /// The letter without accents, lower case, ASCII.
    package let base: UInt8
    /// A second letter, as of æ; 0 for none.
    package let second: UInt8
    /// The letter's index among the Vietnamese letters of its base: 0 for a, 1 for ă, 2 for â; 1 for đ, ê, ư; 1 for ô, 2 for ơ.
    package let quality: UInt8
    /// The tone in the order of the dictionary: 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    package let tone: UInt8

    /// The letters from U+00C0 to U+024F and from U+1E00 to U+1EFF.
    package static let letters = Table()

    /// Whether a scalar's value is one of the combining diacritical marks, U+0300 to U+036F.
    package static func isCombiningMark(_ value: UInt32) -> Bool { (0x300...0x36F).contains(value) }

    package struct Table {
        private var low = [LatinLetter?](repeating: nil, count: 0x250 - 0xC0)
        private var high = [LatinLetter?](repeating: nil, count: 0x100)

        fileprivate init() {
            for row in LatinLetter.vietnamese { add(row, hasTones: true) }
            for row in LatinLetter.foreign { add(row, hasTones: false) }
        }

        package subscript(value: UInt32) -> LatinLetter? {
            if value >= 0xC0, value < 0x250 { return low[Int(value - 0xC0)] }
            if value >= 0x1E00, value < 0x1F00 { return high[Int(value - 0x1E00)] }
            return nil
        }

        /// Adds a row: the base, a digit for the quality, then the letters.
        private mutating func add(_ row: String, hasTones: Bool) {
            let scalars = Array(row.unicodeScalars)
            let colon = scalars.firstIndex(of: ":") ?? 0
            let head = scalars[..<colon].map { UInt8(truncatingIfNeeded: $0.value) }
            let quality = hasTones ? head[1] - UInt8(ascii: "0") : 0
            for (index, scalar) in scalars[(colon + 1)...].enumerated() where scalar.value >= 0xC0 {
                let letter = LatinLetter(
                    base: head[0], second: !hasTones && head.count > 1 ? head[1] : 0, quality: quality,
                    tone: hasTones ? UInt8(index % 6) : 0)
                if scalar.value < 0x250 {
                    low[Int(scalar.value - 0xC0)] = letter
                } else {
                    high[Int(scalar.value - 0x1E00)] = letter
                }
            }
        }
    }

    /// Base, quality, then the six tones of the small letter and of the capital.
    static let vietnamese = [
        "a0:aàảãáạAÀẢÃÁẠ", "a1:ăằẳẵắặĂẰẲẴẮẶ", "a2:âầẩẫấậÂẦẨẪẤẬ", "e0:eèẻẽéẹEÈẺẼÉẸ", "e1:êềểễếệÊỀỂỄẾỆ",
        "i0:iìỉĩíịIÌỈĨÍỊ", "o0:oòỏõóọOÒỎÕÓỌ", "o1:ôồổỗốộÔỒỔỖỐỘ", "o2:ơờởỡớợƠỜỞỠỚỢ", "u0:uùủũúụUÙỦŨÚỤ",
        "u1:ưừửữứựƯỪỬỮỨỰ", "y0:yỳỷỹýỵYỲỶỸÝỴ", "d1:đĐĐĐĐĐ",
    ]

    /// Base, a second letter where there is one, then letters of other languages; Ð is often typed for Đ.
    private static let foreign = [
        "a:äåāąǎǟǡǻȁȃȧÄÅĀĄǍǞǠǺȀȂȦ", "ae:æǣǽÆǢǼ", "b:ƀƁɃ", "c:çćĉċčƈȼÇĆĈĊČƇȻ", "d:ďðƊƋƌȡĎÐ", "e:ëēĕėęěȅȇȩɇËĒĔĖĘĚȄȆȨɆ",
        "f:ƒƑ", "g:ĝğġģǥǧǵĜĞĠĢǤǦǴ", "h:ĥħȟĤĦȞ", "i:îïīĭįıǐȉȋÎÏĪĬĮİǏȈȊ", "j:ĵǰɉĴɈ", "k:ķĸƙǩĶƘǨ", "l:ĺļľŀłƚȴĹĻĽĿŁȽ",
        "n:ñńņňŉŋǹȵÑŃŅŇŊǸ", "o:öøōŏőǒǫǭǿȍȏȫȭȯȱÖØŌŎŐǑǪǬǾȌȎȪȬȮȰ", "oe:œŒ", "r:ŕŗřȑȓɍŔŖŘȐȒɌ",
        "s:śŝşšșȿŚŜŞŠȘ", "ss:ßẞ", "t:ţťŧțȶŢŤŦȚȾ", "th:þÞ", "u:ûüūŭůűųǔǖǘǚǜȕȗÛÜŪŬŮŰŲǓǕǗǙǛȔȖ", "w:ŵẁẃẅẇẉŴẀẂẄẆẈ",
        "x:ẋẍẊẌ", "y:ÿŷȳɏŸŶȲɎ", "z:źżžƶȥẑẓẕŹŻŽƵȤẐẒẔ",
    ]
}
