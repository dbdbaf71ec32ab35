import Files
import ArgumentParser
import Layout
import Messages
import Mocban

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "List, check and look at templates, and begin new ones.",
        subcommands: [ListTemplates.self, CheckTemplate.self, PreviewTemplate.self, NewTemplate.self])
}

private struct ListTemplates: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The templates that this office can use.")

    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

    func answer() async throws {
        let library = TemplateLibrary(resources: try .located(), office: office.folder)
        try DesignRow.list(library.names, json: json) { name in
            let template = try library.template(name)
            return DesignRow(
                name: name, kind: template.kind.rawValue, summary: template.summary,
                width: template.size.width.millimetres, height: template.size.height.millimetres)
        } columns: {
            let size = "\($0.width ?? 0) × \($0.height ?? 0) mm".padded(to: 17)
            return [($0.kind ?? "").padded(to: 6), size, $0.summary ?? ""]
        }
    }
}

private struct CheckTemplate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with a template.",
        discussion: """
            Reads it in Vietnamese, in English and in both, loads its fonts, and fits usual, shortest and longest data \
            into it. Finds what leaves the safe area, overlaps, hardly stands out or may be set below 6 points, letters \
            of Vietnamese that a font lacks, and a code too small for its longest payload.
            """)

    @OptionGroup var office: OfficeOption
    @Argument(help: "The template's name, or its file.") var template: String
    @Flag(help: "Answer as JSON.") var json = false

    func answer() async throws {
        let resources = try Resources.located()
        let library = TemplateLibrary(resources: resources, office: office.folder)
        var faults: [String] = []
        for language in TemplateLanguage.allCases {
            let chosen = try library.template(template, language: language)
            let found = try TemplateTrial(chosen, resources: resources, office: office.folder).faults().map(\.english)
            // What is wrong in Vietnamese already need not be said three times.
            faults += found.filter { !faults.contains($0) }
        }
        try say((faults.isEmpty ? ["all well"] : faults).map { "\(template): \($0)" }, faults, json: json)
        if !faults.isEmpty { throw FailureCategory.refused.code }
    }
}

private struct PreviewTemplate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Draw a template with usual, shortest and longest data as a PNG picture.")

    @OptionGroup var office: OfficeOption
    @Argument(help: "The template's name, or its file.") var template: String
    @Option(help: ArgumentHelp("The picture to write.", valueName: "PNG")) var out: String
    @Option(help: "The language of its own words: \(TemplateLanguage.names).") var lang: TemplateLanguage = .vietnamese

    @Option(help: "Dots an inch.") var dpi: Double = 150

    func validate() throws { if !(20...1200).contains(dpi) { throw ValidationError("--dpi is 20 to 1200") } }

    func answer() async throws {
        let resources = try Resources.located()
        let library = TemplateLibrary(resources: resources, office: office.folder)
        let chosen = try library.template(template, language: lang)
        let trial = try TemplateTrial(chosen, resources: resources, office: office.folder)
        try DrawnFile.write(to: out) { try trial.writePreview(path: $0, dotsPerInch: dpi) }
        note("\(out) shows \(template) with usual, shortest and longest data")
    }
}

private struct NewTemplate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin the office's own template from another.",
        discussion: """
            Copies the other with its comments into the office's templates/, and its pictures into templates/art/.
            """)

    @OptionGroup var office: OfficeOption
    @Argument(help: "The new template's name.") var name: String
    @Option(help: ArgumentHelp("The template to begin from: a name, or a file.", valueName: "TEMPLATE"))
    var from: String
    @Option(help: ArgumentHelp("A sentence about it, for lists; by itself the other's.", valueName: "TEXT"))
    var summary: String?

    func answer() async throws {
        let folder = office.folder
        // What is no office gets no templates.
        _ = try Office(folder: folder)
        let library = TemplateLibrary(resources: try .located(), office: folder)
        let copy = try TemplateCopy(name, from: from, summary: summary, office: folder, library: library)
        try say("\(copy.path) is a copy of \(from)")
        if !copy.pictures.isEmpty {
            let pictures = counted(copy.pictures.count, "picture", verb: "of it lies", "of it lie")
            try say("\(pictures) in \(folder)/templates/art")
        }
        let option = folder == "." ? "" : " --office \(folder)"
        try say(
            """
            Change it, and look at it:  mocban template preview \(name)\(option) --out \(name).png
            Let it be checked:          mocban template check \(name)\(option)
            Print with it:              --template \(name), or `template: \(name)` in \(folder)/mocban.yaml
            """)
    }
}
