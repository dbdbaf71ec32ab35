import Files
import ArgumentParser
import Messages
import Mocban
import Payload

struct InitCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: Message(
            en: "Make an office: a folder with settings and fresh keys.",
            vi: "Tạo cơ quan: một thư mục có cài đặt và khóa mới."),
        discussion: Message(
            en: "Keep keyring.jwks secret and keep a copy of it: whoever has it can issue cards of this office.",
            vi: "Giữ kín keyring.jwks và giữ một bản sao: ai có tệp này thì cấp được thẻ của cơ quan."))

    @Argument(help: ArgumentHelp(en: "The folder to make.", vi: "Thư mục cần tạo.", value: .folder)) var folder: String
    @Option(help: ArgumentHelp(en: "The unit's code, such as 19897.", vi: "Mã đơn vị, như 19897.", value: .code))
    var unit: UInt64?
    @Option(
        help: ArgumentHelp(en: "The office's name as cards print it.", vi: "Tên cơ quan như in trên thẻ.", value: .name)
    ) var name: String?
    @Option(
        help: ArgumentHelp(
            en: "The body above the office, printed over its name.", vi: "Cơ quan cấp trên, in phía trên tên cơ quan.",
            value: .name)) var parent = ""
    @Option(
        help: ArgumentHelp(
            en: "The telephone number for questions.", vi: "Số điện thoại để hỏi.",
            value: Message(en: "NUMBER", vi: "SỐ"))) var hotline = ""
    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp(
            en: "The check-in page that posters lead to, such as https://tcs.example.vn.",
            vi: "Trang khai báo mà áp phích dẫn tới, như https://tcs.example.vn.", value: Message(verbatim: "URL")))
    var baseURL: BaseURL?

    @Flag(help: .json) var json = false

    @OptionGroup var spoken: LanguageOption

    private struct Answer: Encodable {
        var office: String
        var unit: UInt64
        var settings, keyring, register: String
        var keys: [String]
    }

    func validate() throws {
        guard unit ?? 0 <= UInt64(Int.max) else {
            throw ValidationError(en: "--unit is too large", vi: "--unit quá lớn")
        }
        guard name.map({ !$0.isEmpty }) ?? true else {
            throw ValidationError(en: "--name is empty", vi: "--name để trống")
        }
    }

    func answer() async throws {
        var configuration = OfficeConfiguration(
            unit: UnitCode(rawValue: unit ?? 0), name: name ?? "Ủy ban nhân dân xã", parent: parent, hotline: hotline,
            baseURL: baseURL)
        configuration.language = spoken.choice
        var random = KeyNumbers(folder)
        let office = try Office.create(folder: folder, configuration: configuration, clock: .now(), using: &random)
        if json {
            try say(
                json: Answer(
                    office: folder, unit: configuration.unit.rawValue, settings: folder + "/mocban.yaml",
                    keyring: folder + "/keyring.jwks", register: folder + "/register.sqlite",
                    keys: office.keyring().keys.map(\.id.description)))
        } else {
            try say(
                Message(
                    en: "\(folder) is an office now: settings in \(folder)/mocban.yaml, keys in \(folder)/keyring.jwks",
                    vi: "\(folder) nay là một cơ quan: cài đặt ở \(folder)/mocban.yaml, khóa ở \(folder)/keyring.jwks"))
        }
        if unit == nil {
            note(
                Message(
                    en: "no --unit was given: keys and cards are of unit 0; to change that, make the office anew",
                    vi: "chưa ghi --unit: khóa và thẻ thuộc đơn vị 0; muốn đổi thì tạo lại cơ quan"))
        }
        if name == nil {
            note(
                Message(
                    en: "no --name was given: set it in \(folder)/mocban.yaml before you print",
                    vi: "chưa ghi --name: hãy ghi tên vào \(folder)/mocban.yaml trước khi in"))
        }
    }
}
