import Files
import ArgumentParser
import Layout
import Messages
import Mocban

struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "List and look at sheet profiles.",
        subcommands: [ListSheets.self, ShowSheet.self])
}

private struct ListSheets: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The sheet profiles that this office can use.")

    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

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
            do { return try row(name) } catch { return DesignRow(name: name, fault: "\(error)") }
        }
        let width = names.map(\.count).max() ?? 0
        let lines = rows.map { row in
            ([row.name.padded(to: width)] + (row.fault.map { ["FAULTY", $0] } ?? columns(row))).joined(separator: "  ")
        }
        try say(lines, rows, json: json)
        if rows.contains(where: { $0.fault != nil }) { throw FailureCategory.refused.code }
    }
}

private struct ShowSheet: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Draw a sheet profile with its measures as a PNG picture.")

    @OptionGroup var office: OfficeOption
    @Argument(help: "The profile's name, or its file.") var profile: String
    @Option(help: ArgumentHelp("The picture to write.", valueName: "PNG")) var out: String
    @Option(help: "Dots an inch.") var dpi: Double = 100

    func validate() throws { if !(20...600).contains(dpi) { throw ValidationError("--dpi is 20 to 600") } }

    func answer() async throws {
        let resources = try Resources.located()
        let chosen = try SheetLibrary(resources: resources, office: office.folder).profile(profile)
        let picture = SheetPicture(chosen)
        try DrawnFile.write(to: out) {
            try picture.write(path: $0, dotsPerInch: dpi, resources: resources, office: office.folder)
        }
        note("\(out) shows \(profile)")
    }
}
