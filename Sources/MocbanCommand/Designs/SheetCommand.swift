import Files
import ArgumentParser
import Layout
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

    private struct Row: Encodable {
        var name: String
        var summary, fault: String?
        var pages: Int?
        var paper, page: [Double]?
    }

    func answer() async throws {
        let library = SheetLibrary(resources: try .located(), office: office.folder)
        let rows = library.names.map { row($0, of: library) }
        if json {
            try say(json: rows)
        } else {
            let width = rows.map(\.name.count).max() ?? 0
            for row in rows {
                try say("\(row.name.padded(to: width))  \(row.fault.map { "FAULTY  \($0)" } ?? row.summary ?? "")")
            }
        }
        if rows.contains(where: { $0.fault != nil }) { throw ExitStatus.refused.code }
    }

    /// One faulty profile must not hide the others.
    private func row(_ name: String, of library: SheetLibrary) -> Row {
        do {
            let profile = try library.profile(name)
            func pair(_ size: Size) -> [Double] { [size.width.millimetres, size.height.millimetres] }
            return Row(
                name: name, summary: profile.summary, pages: profile.capacity, paper: pair(profile.paper),
                page: pair(profile.page))
        } catch {
            return Row(name: name, fault: "\(error)")
        }
    }
}

private struct ShowSheet: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Draw a sheet profile with its measures as a PNG picture.")

    @OptionGroup var office: OfficeOption
    @Argument(help: "The profile's name, or its file.") var profile: String
    @Option(help: ArgumentHelp("The picture to write.", valueName: "PNG")) var out: String
    @Option(help: "Dots an inch.") var dpi: Double = 100

    func validate() throws {
        guard (20...600).contains(dpi) else { throw ValidationError("--dpi is 20 to 600") }
    }

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
