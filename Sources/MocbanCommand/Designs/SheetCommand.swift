import Files
import ArgumentParser
import Layout
import Messages
import Mocban

struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: Message(en: "List and look at sheet profiles.", vi: "Liệt kê và xem các kiểu dàn tờ."),
        subcommands: [ListSheets.self, ShowSheet.self])
}

private struct ListSheets: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message(
            en: "The sheet profiles that this office can use.", vi: "Các kiểu dàn tờ mà cơ quan này dùng được."))

    @OptionGroup var office: OfficeOption
    @Flag(help: .json) var json = false

    func answer() async throws {
        let library = SheetLibrary(resources: try .located(), office: office.folder)
        func pair(_ size: Size) -> [Double] { [size.width.millimetres, size.height.millimetres] }
        try DesignRow.list(library.names, json: json) { name in
            let profile = try library.profile(name)
            return DesignRow(
                name: name, summary: profile.summary, pages: profile.capacity, paper: pair(profile.paper),
                page: pair(profile.page))
        } columns: {
            [$0.summary ?? ""]
        }
    }
}

/// A template or a sheet profile in a list.
struct DesignRow: Encodable {
    var name: String
    var kind, summary, fault: String?
    var width, height: Double?
    var pages: Int?
    var paper, page: [Double]?

    /// Lists designs, and ends the program with status 1 where one is faulty, which must not hide the others.
    static func list(
        _ names: [String], json: Bool, _ row: (String) throws -> DesignRow, columns: (DesignRow) -> [String]
    ) throws {
        let rows = names.map { name in
            do { return try row(name) } catch { return DesignRow(name: name, fault: Message(of: error).text) }
        }
        let width = names.map(\.count).max() ?? 0
        let lines = rows.map { row in
            ([row.name.padded(to: width)]
                + (row.fault.map { [Message(en: "FAULTY", vi: "LỖI").text, $0] } ?? columns(row))).joined(
                    separator: "  ")
        }
        try say(lines, rows, json: json)
        if rows.contains(where: { $0.fault != nil }) { throw FailureCategory.refused.code }
    }
}

private struct ShowSheet: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message(
            en: "Draw a sheet profile with its measures as a PNG picture.",
            vi: "Vẽ một kiểu dàn tờ cùng kích thước thành ảnh PNG."))

    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(
            en: "The profile's name, or its file.", vi: "Tên kiểu dàn tờ, hoặc tệp của nó.",
            value: Message(en: "profile", vi: "KIỂU_DÀN_TỜ"))) var profile: String
    @Option(help: ArgumentHelp(en: "The picture to write.", vi: "Tệp ảnh cần ghi.", value: Message(verbatim: "PNG")))
    var out: String
    @Option(
        help: ArgumentHelp(en: "Dots an inch.", vi: "Số điểm trên một inch.", value: Message(en: "dpi", vi: "SỐ_ĐIỂM")))
    var dpi: Double = 100

    func validate() throws {
        if !(20...600).contains(dpi) {
            throw ValidationError(en: "--dpi is 20 to 600", vi: "--dpi là từ 20 đến 600")
        }
    }

    func answer() async throws {
        let resources = try Resources.located()
        let chosen = try SheetLibrary(resources: resources, office: office.folder).profile(profile)
        let picture = SheetPicture(chosen)
        try DrawnFile.write(to: out) {
            try picture.write(path: $0, dotsPerInch: dpi, resources: resources, office: office.folder)
        }
        note(Message(en: "\(out) shows \(profile)", vi: "\(out) là hình của \(profile)"))
    }
}
