import RosterValues
import Testing

@testable import Roster

@Suite("Rules of sexes")
struct SexRuleTests {
    static let unknown: [RowCase] = [
        RowCase(
            .sex, "Nan",
            .init(.unknownSex, "“Nan” is neither Nam nor Nữ", guess: "Nam")),
        RowCase(
            .sex, "Nan", with: [.nationalID: "046080001234"],
            .init(.unknownSex, "“Nan” is neither Nam nor Nữ", certain: "Nam")),
        RowCase(
            .sex, "Nan", with: [.nationalID: "046180001234"],
            .init(.unknownSex, "“Nan” is neither Nam nor Nữ", guess: "Nam")),
        RowCase(
            .sex, "Trai",
            .init(.unknownSex, "“Trai” is neither Nam nor Nữ", certain: "Nam")),
        RowCase(
            .sex, "Gái",
            .init(.unknownSex, "“Gái” is neither Nam nor Nữ", certain: "Nữ")),
        RowCase(
            .sex, "x",
            .init(.unknownSex, "“x” is neither Nam nor Nữ")),
        RowCase(
            .sex, "1",
            .init(.unknownSex, "“1” is neither Nam nor Nữ")),
        RowCase(
            .sex, "Nam.",
            .init(.unknownSex, "“Nam.” is neither Nam nor Nữ", certain: "Nam")),
        RowCase(
            .sex, "Na",
            .init(.unknownSex, "“Na” is neither Nam nor Nữ")),
        RowCase(
            .sex, "N",
            .init(.unknownSex, "“N” is neither Nam nor Nữ")),
        RowCase(
            .sex, "Nữ giới",
            .init(.unknownSex, "“Nữ giới” is neither Nam nor Nữ", certain: "Nữ")),
        RowCase(
            .sex, "Trai", with: [.nationalID: "046180001234"],
            .init(.unknownSex, "“Trai” is neither Nam nor Nữ", guess: "Nam")),
        RowCase(
            .sex, "Nma",
            .init(.unknownSex, "“Nma” is neither Nam nor Nữ", guess: "Nam")),
        RowCase(
            .sex, "Nu.",
            .init(.unknownSex, "“Nu.” is neither Nam nor Nữ", certain: "Nữ")),
        RowCase(
            .sex, "Ni",
            .init(.unknownSex, "“Ni” is neither Nam nor Nữ", guess: "Nữ")),
        RowCase(
            .sex, "nũ giới",
            .init(.unknownSex, "“nũ giới” is neither Nam nor Nữ", certain: "Nữ")),
        RowCase(
            .sex, "Nan", with: [.nationalID: "999080001234"],
            .init(.unknownSex, "“Nan” is neither Nam nor Nữ", guess: "Nam"),
            .init(.idProvince, "999 is the code of no province")),
    ]

    @Test("unknown words", arguments: unknown)
    func unknownRows(_ row: RowCase) throws {
        try row.check()
    }

    static let against: [RowCase] = [
        RowCase(
            .sex, "Nam", with: [.nationalID: "046180001234"],
            .init(.sexAgainstID, "is Nam, national_id says Nữ", guess: "Nữ")),
        RowCase(.sex, "Nữ", with: [.nationalID: "046180001234"]),
        RowCase(
            .sex, "Nam", with: [.fullName: "Lê Thị Bê"],
            .init(.sexAgainstName, "is Nam, and the name has Thị")),
        RowCase(
            .sex, "Nữ", with: [.fullName: "Lê Văn Bê"],
            .init(.sexAgainstName, "is Nữ, and the name has Văn")),
        RowCase(.sex, "Nữ", with: [.fullName: "Lê Thị Văn Bê"]),
        RowCase(.sex, "Nam", with: [.fullName: "Thị Văn Bê"]),
        RowCase(.sex, "Nam", with: [.fullName: "Lê Văn Thị"]),
        RowCase(
            .sex, "Nam", with: [.fullName: "LÊ THỊ BÊ"],
            .init(.nameCapitals, "“LÊ THỊ BÊ” is in capitals", certain: "Lê Thị Bê"),
            .init(.sexAgainstName, "is Nam, and the name has Thị")),
        RowCase(.sex, "Nam", with: [.fullName: "Lê Thị Bê", .nationalID: "046080001234"]),
        RowCase(
            .sex, "Nam", with: [.relation: "Vợ"],
            .init(.relationAgainstSex, "“Vợ” is said of a woman, sex is Nam")),
        RowCase(
            .sex, "Nữ", with: [.relation: "Con trai"],
            .init(.relationAgainstSex, "“Con trai” is said of a man, sex is Nữ")),
        RowCase(.sex, "Nam", with: [.relation: "Con"]),
        RowCase(
            .sex, "Nam", with: [.relation: "vợ của chủ hộ"],
            .init(.relationAgainstSex, "“vợ của chủ hộ” is said of a woman, sex is Nam")),
        RowCase(.sex, "Nam", with: [.relation: "ba"]),
        RowCase(
            .sex, "Nam", with: [.relation: "Bà"],
            .init(.relationAgainstSex, "“Bà” is said of a woman, sex is Nam")),
        RowCase(.sex, "Nam", with: [.fullName: "Lê Thi Bê"]),
        RowCase(.sex, "Nữ", with: [.fullName: "Lê Bê Văn"]),
        RowCase(.sex, "Nữ", with: [.fullName: "Lê Vân Anh"]),
        RowCase(
            .sex, "Nam", with: [.nationalID: "191234567", .fullName: "Lê Thị Bê"],
            .init(.sexAgainstName, "is Nam, and the name has Thị")),
        RowCase(
            .sex, "Nữ", with: [.relation: "chồng"],
            .init(.relationAgainstSex, "“chồng” is said of a man, sex is Nữ")),
        RowCase(.sex, "Nữ", with: [.relation: "Vợ"]),
        RowCase(
            .sex, "Nam", with: [.relation: "Con dâu"],
            .init(.relationAgainstSex, "“Con dâu” is said of a woman, sex is Nam")),
        RowCase(.sex, "Nữ", with: [.relation: "Em"]),
        RowCase(.relation, "Vợ"),
        RowCase(
            .sex, "Nữ", with: [.relation: "Ông nội"],
            .init(.relationAgainstSex, "“Ông nội” is said of a man, sex is Nữ")),
        RowCase(.sex, "Nam", with: [.relation: "Bạn"]),
    ]

    @Test("against the CCCD, the name, the relation", arguments: against)
    func againstRows(_ row: RowCase) throws {
        try row.check()
    }
}
