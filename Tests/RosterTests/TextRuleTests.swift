import RosterValues
import Testing
import VietnameseText

@testable import Roster

@Suite("Rules of any text")
struct TextRuleTests {
    static let names: [RowCase] = [
        RowCase(
            .fullName, " Lê  Bê ",
            .init(.looseSpaces, "has spaces at its ends, doubled, or of another kind", certain: "Lê Bê")),
        RowCase(
            .fullName, "Lê\u{A0}Bê",
            .init(.looseSpaces, "has spaces at its ends, doubled, or of another kind", certain: "Lê Bê")),
        RowCase(
            .fullName, "Le\u{302} Be\u{302}",
            .init(.decomposedLetters, "has letters and their marks apart", certain: "Lê Bê")),
        RowCase(
            .fullName, "LÊ  BÊ",
            .init(.looseSpaces, "has spaces at its ends, doubled, or of another kind", certain: "LÊ BÊ"),
            .init(.nameCapitals, "“LÊ BÊ” is in capitals", certain: "Lê Bê")),
        RowCase(
            .fullName, "Lê\u{200B} Bê",
            .init(.hiddenCharacter, "holds the invisible character U+200B", certain: "Lê Bê")),
        RowCase(
            .fullName, "Lê\u{200B}Bê",
            .init(.hiddenCharacter, "holds the invisible character U+200B", guess: "LêBê")),
        RowCase(
            .fullName, "Ngu\u{200B}yễn Bê",
            .init(.hiddenCharacter, "holds the invisible character U+200B", certain: "Nguyễn Bê")),
        RowCase(
            .fullName, "\u{FEFF}Lê Bê",
            .init(.hiddenCharacter, "holds the invisible character U+FEFF", certain: "Lê Bê")),
        RowCase(
            .fullName, "Lê\u{85}Bê",
            .init(.looseSpaces, "has spaces at its ends, doubled, or of another kind", certain: "Lê Bê")),
        RowCase(
            .fullName, "\u{200B}",
            .init(.hiddenCharacter, "holds the invisible character U+200B")),
        RowCase(
            .fullName, "#N/A",
            .init(.spreadsheetError, "#N/A is a spreadsheet’s error, not a value")),
        RowCase(
            .fullName, "",
            .init(.missingValue, "is missing")),
        RowCase(
            .fullName, " \u{A0} ",
            .init(.missingValue, "is missing")),
    ]

    @Test("names", arguments: names)
    func namesRows(_ row: RowCase) throws {
        try row.check()
    }

    static let others: [RowCase] = [
        RowCase(
            .household, "",
            .init(.missingValue, "is missing")),
        RowCase(
            .household, "#REF!",
            .init(.spreadsheetError, "#REF! is a spreadsheet’s error, not a value")),
        RowCase(.household, " 1  2 "),
        RowCase(
            .household, "1\u{200B}",
            .init(.hiddenCharacter, "holds the invisible character U+200B", certain: "1")),
        RowCase(
            .relation, "#NAME?",
            .init(.spreadsheetError, "#NAME? is a spreadsheet’s error, not a value")),
        RowCase(
            .relation, "V\u{FEFF}ợ",
            .init(.hiddenCharacter, "holds the invisible character U+FEFF", certain: "Vợ")),
        RowCase(
            .relation, "V\u{81}ợ",
            .init(.hiddenCharacter, "holds the invisible character U+0081", guess: "Vợ")),
        RowCase(
            .dateOfBirth, "",
            .init(.missingValue, "is missing")),
        RowCase(
            .dateOfBirth, "05/03/1980\u{200B}",
            .init(.hiddenCharacter, "holds the invisible character U+200B", certain: "05/03/1980")),
        RowCase(
            .dateOfBirth, "x\u{200B}",
            .init(.hiddenCharacter, "holds the invisible character U+200B", guess: "x")),
        RowCase(
            .dateOfBirth, "#VALUE!",
            .init(.spreadsheetError, "#VALUE! is a spreadsheet’s error, not a value")),
        RowCase(
            .dateOfBirth, "#DIV/0!",
            .init(.spreadsheetError, "#DIV/0! is a spreadsheet’s error, not a value")),
        RowCase(
            .dateOfBirth, "########",
            .init(.spreadsheetError, "######## is a spreadsheet’s error, not a value")),
        RowCase(
            .sex, "Nam\u{AD}",
            .init(.hiddenCharacter, "holds the invisible character U+00AD", certain: "Nam")),
        RowCase(
            .sex, "x\u{AD}",
            .init(.hiddenCharacter, "holds the invisible character U+00AD", guess: "x")),
        RowCase(
            .sex, "#NULL!",
            .init(.spreadsheetError, "#NULL! is a spreadsheet’s error, not a value")),
        RowCase(
            .nationalID, "046080001234\u{200E}",
            .init(.hiddenCharacter, "holds the invisible character U+200E", certain: "046080001234")),
        RowCase(
            .nationalID, "46080001234\u{200E}",
            .init(.hiddenCharacter, "holds the invisible character U+200E", guess: "46080001234")),
        RowCase(
            .nationalID, "#NUM!",
            .init(.spreadsheetError, "#NUM! is a spreadsheet’s error, not a value")),
        RowCase(
            .nationalID, "Err:504",
            .init(.spreadsheetError, "Err:504 is a spreadsheet’s error, not a value")),
        RowCase(
            .nationalID, "#n/a",
            .init(.spreadsheetError, "#n/a is a spreadsheet’s error, not a value")),
        RowCase(
            .phone, "#N/A",
            .init(.spreadsheetError, "#N/A is a spreadsheet’s error, not a value")),
        RowCase(
            .phone, "#1",
            .init(.phoneNotANumber, "“#1” is not a telephone number")),
        RowCase(
            .phone, "0905\u{2060}123456",
            .init(.hiddenCharacter, "holds the invisible character U+2060", certain: "0905123456")),
        RowCase(
            .hamlet, "",
            .init(.missingValue, "is missing")),
        RowCase(
            .hamlet, "#N/A",
            .init(.spreadsheetError, "#N/A is a spreadsheet’s error, not a value")),
        RowCase(
            .hamlet, "Bao\u{200B} La",
            .init(.hiddenCharacter, "holds the invisible character U+200B", certain: "Bao La")),
        RowCase(
            .hamlet, "Bao L?a",
            .init(.nameLostLetter, "“Bao L?a” holds “?”, which stands for a lost letter")),
        RowCase(.hamlet, "Bao La?"),
        RowCase(
            .hamlet, "B\u{FFFD}o La",
            .init(.nameLostLetter, "“B\u{FFFD}o La” holds “\u{FFFD}”, which stands for a lost letter")),
        RowCase(
            .commune, "#N/A",
            .init(.spreadsheetError, "#N/A is a spreadsheet’s error, not a value")),
        RowCase(
            .commune, "Qu?ng Phú",
            .init(.nameLostLetter, "“Qu?ng Phú” holds “?”, which stands for a lost letter")),
        RowCase(.commune, " Quảng  Phú "),
    ]

    @Test("other cells", arguments: others)
    func othersRows(_ row: RowCase) throws {
        try row.check()
    }
}
