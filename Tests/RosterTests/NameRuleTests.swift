import RosterValues
import Testing
import VietnameseText

@testable import Roster

@Suite("Rules of names")
struct NameRuleTests {
    static let good: [RowCase] = [
        RowCase(.fullName, "H'Mông Y Blơi"),
        RowCase(.fullName, "Nguyễn Phước Bảo Ân"),
        RowCase(.fullName, "Lê Y"),
        RowCase(.fullName, "H’Mông Lê"),
        RowCase(.fullName, "Nguyễn Văn II"),
        RowCase(.fullName, "Nguyễn Văn An (con)"),
        RowCase(.fullName, "Lê Thị Mai-anh"),
        RowCase(.fullName, "A B"),
        RowCase(.fullName, "McDonald Nguyễn"),
        RowCase(.fullName, "Nguyễn Thị Thùy-Linh"),
        RowCase(.fullName, "Lê Thị Hoàng, Na"),
        RowCase(.fullName, "Tôn Nữ Như Ý"),
        RowCase(.fullName, "Hoàng Thị Ly Na"),
        RowCase(.fullName, "Zơ Râm Thị Huệ"),
        RowCase(.fullName, "Hoàng Oanh"),
        RowCase(.fullName, "Nguyễn Huệ"),
        RowCase(.fullName, "Lê Thị Toàn"),
        RowCase(.fullName, "Nguyễn Quý Thuý"),
        RowCase(.fullName, "Y-Blom Niê Kđăm"),
        RowCase(.fullName, "Tôn Thất Ái"),
        RowCase(.fullName, "Trần Thị Uyển"),
        RowCase(.fullName, "Đào Uông Ưng"),
        RowCase(.fullName, "Lê Ý Ỵ"),
        RowCase(.fullName, "'Mông Lê"),
    ]

    @Test("what a name may be", arguments: good)
    func goodRows(_ row: RowCase) throws {
        try row.check()
    }

    static let refused: [RowCase] = [
        RowCase(
            .fullName, "Lê Bê2",
            .init(.nameDigits, "“Lê Bê2” holds “2”, a digit")),
        RowCase(
            .fullName, "Dương Anh Hiếu 2",
            .init(.nameDigits, "“Dương Anh Hiếu 2” holds “2”, a digit", guess: "Dương Anh Hiếu")),
        RowCase(
            .fullName, "Lê 4n",
            .init(.nameDigits, "“Lê 4n” holds “4”, a digit")),
        RowCase(
            .fullName, "Nguy?n Bê",
            .init(.nameLostLetter, "“Nguy?n Bê” holds “?”, which stands for a lost letter")),
        RowCase(
            .fullName, "Nguy\u{FFFD}n Bê",
            .init(.nameLostLetter, "“Nguy\u{FFFD}n Bê” holds “\u{FFFD}”, which stands for a lost letter")),
        RowCase(
            .fullName, "Lê Веra",
            .init(
                .nameLookAlike, "“Lê Веra” holds “В” (U+0412), which only looks like a Latin letter", certain: "Lê Bera"
            )),
        RowCase(
            .fullName, "Лê Вê",
            .init(.nameScript, "“Лê Вê” holds “Л” (U+041B), which is no Latin letter")),
        RowCase(
            .fullName, "阮",
            .init(.nameScript, "“阮” holds “阮” (U+962E), which is no Latin letter")),
        RowCase(
            .fullName, "Nguyễn 阮",
            .init(.nameScript, "“Nguyễn 阮” holds “阮” (U+962E), which is no Latin letter")),
        RowCase(
            .fullName, "...",
            .init(.nameSign, "“...” holds no letter")),
        RowCase(
            .fullName, "Lê @Bê",
            .init(.nameSign, "“Lê @Bê” holds “@” (U+0040), which is no sign of a name")),
        RowCase(
            .fullName, "Lê Bê & Trần Na",
            .init(.nameSign, "“Lê Bê & Trần Na” holds “&” (U+0026), which is no sign of a name")),
        RowCase(
            .fullName, "Trần – Na",
            .init(.nameSign, "“Trần – Na” holds “–” (U+2013), which is no sign of a name", certain: "Trần - Na")),
        RowCase(
            .fullName, "H`Mông",
            .init(.nameSign, "“H`Mông” holds “`” (U+0060), which is no sign of a name", certain: "H'Mông")),
        RowCase(
            .fullName, "Ðặng Văn Na",
            .init(
                .nameLookAlike, "“Ðặng Văn Na” holds “Ð” (U+00D0), which only looks like a Latin letter",
                certain: "Đặng Văn Na")),
        RowCase(
            .fullName, "NguyÔn V¨n An",
            .init(.nameGarbled, "“NguyÔn V¨n An” reads as “Nguyễn Văn An” in an older encoding", guess: "Nguyễn Văn An")
        ),
        RowCase(
            .fullName, "TrÇn ThÞ Hoa",
            .init(.nameGarbled, "“TrÇn ThÞ Hoa” reads as “Trần Thị Hoa” in an older encoding", guess: "Trần Thị Hoa")),
        RowCase(
            .fullName, "D\u{AD}¬ng V¨n Hïng",
            .init(
                .nameGarbled, "“D\u{FFFD}¬ng V¨n Hïng” reads as “Dương Văn Hùng” in an older encoding",
                guess: "Dương Văn Hùng")),
        RowCase(
            .fullName, "Nguyeãn Vaên An",
            .init(
                .nameGarbled, "“Nguyeãn Vaên An” reads as “Nguyễn Văn An” in an older encoding", guess: "Nguyễn Văn An")
        ),
        RowCase(
            .fullName, "Traàn Thò Hoàng",
            .init(
                .nameGarbled, "“Traàn Thò Hoàng” reads as “Trần Thị Hồng” in an older encoding", guess: "Trần Thị Hồng")
        ),
        RowCase(
            .fullName, "Phöông Thò Hueä",
            .init(
                .nameGarbled, "“Phöông Thò Hueä” reads as “Phương Thị Huệ” in an older encoding",
                guess: "Phương Thị Huệ")),
        RowCase(
            .fullName, "Nguyá»…n VÄƒn An",
            .init(
                .nameGarbled, "“Nguyá»…n VÄƒn An” reads as “Nguyễn Văn An” in an older encoding", guess: "Nguyễn Văn An"
            )),
        RowCase(
            .fullName, "Lª V¨n C\u{AD}",
            .init(.nameGarbled, "“Lª V¨n C\u{FFFD}” reads as “Lê Văn Cư” in an older encoding", guess: "Lê Văn Cư")),
        RowCase(
            .fullName, "ＬÊ BÊ",
            .init(.nameLookAlike, "“ＬÊ BÊ” holds “Ｌ” (U+FF2C), which only looks like a Latin letter", certain: "Lê Bê")),
        RowCase(
            .fullName, "Nguyễn Văn А",
            .init(
                .nameLookAlike, "“Nguyễn Văn А” holds “А” (U+0410), which only looks like a Latin letter",
                certain: "Nguyễn Văn A")),
    ]

    @Test("what refuses a name", arguments: refused)
    func refusedRows(_ row: RowCase) throws {
        try row.check()
    }

    static let unusual: [RowCase] = [
        RowCase(
            .fullName, "Y",
            .init(.nameSingleWord, "“Y” is a single word")),
        RowCase(
            .fullName, "ĐặNG Văn Na",
            .init(.nameCapitals, "“ĐặNG Văn Na” has capitals within a word", certain: "Đặng Văn Na")),
        RowCase(
            .fullName, "José Müller Łukasz",
            .init(.nameForeignLetter, "“José Müller Łukasz” holds “ü” (U+00FC), which is no letter of Vietnamese")),
        RowCase(
            .fullName, "Müller Nguyễn",
            .init(.nameForeignLetter, "“Müller Nguyễn” holds “ü” (U+00FC), which is no letter of Vietnamese")),
        RowCase(
            .fullName, "NGUYỄN THỊ HÒA",
            .init(.nameCapitals, "“NGUYỄN THỊ HÒA” is in capitals", certain: "Nguyễn Thị Hòa")),
        RowCase(
            .fullName, "nguyễn thị hòa",
            .init(.nameSmallLetters, "“nguyễn thị hòa” is in small letters", certain: "Nguyễn Thị Hòa")),
        RowCase(
            .fullName, "H'MÔNG Y BLƠI",
            .init(.nameCapitals, "“H'MÔNG Y BLƠI” is in capitals", certain: "H'Mông Y Blơi")),
        RowCase(
            .fullName, "NGUYỄN Văn An",
            .init(.nameCapitals, "“NGUYỄN Văn An” has capitals within a word", certain: "Nguyễn Văn An")),
        RowCase(
            .fullName, "Nguyễn văn An",
            .init(
                .nameSmallLetters, "“Nguyễn văn An” has a word that begins with a small letter",
                certain: "Nguyễn Văn An")),
        RowCase(
            .fullName, "Ludwig van Beethoven",
            .init(
                .nameSmallLetters, "“Ludwig van Beethoven” has a word that begins with a small letter",
                guess: "Ludwig Van Beethoven")),
        RowCase(
            .fullName, "LÊ B",
            .init(.nameCapitals, "“LÊ B” is in capitals", certain: "Lê B")),
        RowCase(
            .fullName, "Trần Thị thu Hà",
            .init(
                .nameSmallLetters, "“Trần Thị thu Hà” has a word that begins with a small letter",
                certain: "Trần Thị Thu Hà")),
        RowCase(
            .fullName, "NGUYễN VăN HòA",
            .init(.nameCapitals, "“NGUYễN VăN HòA” has capitals within a word", certain: "Nguyễn Văn Hòa")),
        RowCase(
            .fullName, "Nguyễn văn NA",
            .init(.nameCapitals, "“Nguyễn văn NA” has capitals within a word", certain: "Nguyễn Văn Na")),
        RowCase(
            .fullName, "LÊ II",
            .init(.nameCapitals, "“LÊ II” is in capitals", certain: "Lê II")),
        RowCase(
            .fullName, "LÊ VI",
            .init(.nameCapitals, "“LÊ VI” is in capitals", certain: "Lê Vi")),
        RowCase(
            .fullName, "H NIÊ",
            .init(.nameCapitals, "“H NIÊ” is in capitals", certain: "H Niê")),
        RowCase(
            .fullName, "II",
            .init(.nameSingleWord, "“II” is a single word")),
        RowCase(
            .fullName, "Łü Ñł",
            .init(.nameForeignLetter, "“Łü Ñł” holds “Ł” (U+0141), which is no letter of Vietnamese")),
        RowCase(
            .fullName, "Ü",
            .init(.nameForeignLetter, "“Ü” holds “Ü” (U+00DC), which is no letter of Vietnamese"),
            .init(.nameSingleWord, "“Ü” is a single word")),
        RowCase(
            .fullName, "MÜLLER LÊ",
            .init(.nameForeignLetter, "“MÜLLER LÊ” holds “Ü” (U+00DC), which is no letter of Vietnamese"),
            .init(.nameCapitals, "“MÜLLER LÊ” is in capitals", certain: "Müller Lê")),
    ]

    @Test("what an officer should look at", arguments: unusual)
    func unusualRows(_ row: RowCase) throws {
        try row.check()
    }
}
