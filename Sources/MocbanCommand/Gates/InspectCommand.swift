import ArgumentParser
import Messages
import Mocban

struct InspectCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: Message(
            en: "Show what a text claims, without checking its signature.", vi: "Xem mã ghi gì, không kiểm tra chữ ký.")
    )

    // Every command takes an office; this one needs nothing of it.
    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(
            en: "The text as scanned.", vi: "Nội dung máy quét đọc được.", value: Message(en: "text", vi: "NỘI_DUNG")))
    var text: String
    @Flag(help: .json) var json = false

    func answer() async throws {
        let answer = try UnverifiedAnswer(text)
        let rows = answer.rows.map { (name: $0.name.text, value: $0.value.text) }
        let width = max(10, rows.map(\.name.count).max() ?? 0)
        let head = Message(
            en: "NOT VERIFIED: anybody can write this.", vi: "CHƯA KIỂM TRA: ai cũng ghi được nội dung này.")
        try say([head.text] + rows.map { "\($0.name.padded(to: width)) \($0.value)" }, answer, json: json)
    }
}
