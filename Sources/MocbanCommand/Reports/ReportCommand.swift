import Documents
import Files
import ArgumentParser
import Messages
import Mocban
import Payload

struct ReportCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Message(
            en: "Count people, cards and posters: by unit, hamlet and type of venue.",
            vi: "Đếm người, thẻ và áp phích: theo đơn vị, thôn và loại địa điểm."),
        discussion: Message(
            en: """
                Several offices' folders give one report with several units. Coverage is valid cards for a hundred people of \
                the last roster that was printed from. --pdf writes a letter of one page in the form of Nghị định \
                30/2020/NĐ-CP; what it is not told stays blank, to be written by hand.
                """,
            vi: """
                Thư mục của nhiều cơ quan cho một báo cáo có nhiều đơn vị. Tỷ lệ là số thẻ hợp lệ trên một \
                trăm người của danh sách in gần nhất. --pdf ghi công văn một trang theo thể thức Nghị định \
                30/2020/NĐ-CP; điều gì không ghi thì để trống, để viết tay.
                """))

    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(
            en: "Offices' folders, in place of --office.", vi: "Thư mục của các cơ quan, thay cho --office.",
            value: Message(en: "OFFICE", vi: "CƠ_QUAN")))
    var offices: [String] = []
    @Flag(help: .json) var json = false
    @Option(help: ArgumentHelp(en: "Write a CSV file for Excel.", vi: "Ghi tệp CSV cho Excel.", value: .file)) var csv:
        String?
    @Option(
        help: ArgumentHelp(en: "Write an official letter of one page.", vi: "Ghi công văn một trang.", value: .file))
    var pdf: String?
    @Option(
        help: ArgumentHelp(
            en: "What has expired at this time, 2026-11-24 or 2026-11-24T06:43:29Z (default: now).",
            vi: "Xét những gì đã hết hạn vào thời điểm này, 2026-11-24 hoặc 2026-11-24T06:43:29Z (mặc định: lúc này).",
            value: .time))
    var at: Timestamp?

    @OptionGroup(title: Message(en: "In the letter", vi: "Trong công văn").text) var letter: LetterOptions

    func validate() throws {
        guard csv == nil || csv != pdf else {
            throw ValidationError(en: "--csv and --pdf need a file each", vi: "--csv và --pdf mỗi thứ cần một tệp")
        }
        guard pdf != nil || letter.details == ReportLetter.Details() else {
            throw ValidationError(
                en: "what is to stand in the letter needs --pdf FILE",
                vi: "điều cần ghi trong công văn phải đi với --pdf TỆP")
        }
    }

    func answer() async throws {
        let folders = offices.isEmpty ? [office.folder] : offices
        let opened = try folders.map { try Office(folder: $0) }
        for output in [csv, pdf].compactMap(\.self) {
            for office in opened { try office.confirm(output: output) }
        }
        for office in opened where try !office.hasIssued {
            note(
                Message(en: "nothing was issued there yet", vi: "ở đó chưa cấp gì")
                    .prefixed(office.folder))
        }
        let report = try OfficeReport(of: opened, at: at ?? .now())
        if let csv { try report.writeCSV(to: csv, in: language) }
        if let pdf {
            try ReportLetter(report, details: letter.details).write(
                to: pdf, resources: .located(), office: folders.first)
        }
        if let csv { note(Message(en: "\(csv) holds the table", vi: "\(csv) có bảng số liệu")) }
        if let pdf { note(Message(en: "\(pdf) holds the letter", vi: "\(pdf) có công văn")) }
        if json { return try say(json: report) }
        guard csv == nil, pdf == nil else { return }
        try say(lines: ReportText(report).lines)
    }
}

/// What a report's letter says besides the figures.
struct LetterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "The letter's number: 12, or 12/BC-UBND.", vi: "Số công văn: 12, hoặc 12/BC-UBND.", value: .words))
    var number: String?
    @Option(
        help: ArgumentHelp(
            en: "Where it is written (default: from the office's name).", vi: "Nơi viết (mặc định: theo tên cơ quan).",
            value: .words))
    var place: String?
    @Option(
        help: ArgumentHelp(
            en: "A line over the signature, as “KT. CHỦ TỊCH”; once for each line, from the top.",
            vi: "Dòng phía trên chữ ký, như “KT. CHỦ TỊCH”; mỗi dòng ghi một lần, từ trên xuống.",
            value: Message(en: "LINE", vi: "DÒNG")))
    var signature: [String] = []
    @Option(help: ArgumentHelp(en: "Who signs.", vi: "Người ký.", value: .name)) var signer: String?
    @Option(
        help: ArgumentHelp(en: "Who receives it; once for each.", vi: "Nơi nhận; mỗi nơi ghi một lần.", value: .words))
    var recipient: [String] = []

    var details: ReportLetter.Details {
        var details = ReportLetter.Details()
        (details.number, details.place, details.signer) = (number, place, signer)
        (details.signature, details.recipients) = (signature, recipient)
        return details
    }
}
