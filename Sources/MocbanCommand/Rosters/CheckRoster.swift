import Calendar
import Files
import ArgumentParser
import Foundation
import Messages
import Mocban
import Payload
import Roster
import RosterCheck
import Tables

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Check and mend rosters, and fill them from identity cards.",
        subcommands: [CheckRoster.self, ScanCards.self, ListRules.self])
}

struct CheckRoster: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with a roster or a list of venues, row by row.",
        discussion: """
            Several files are compared with each other. Nothing is ever written into a file that is checked: --clean \
            writes a repaired copy and, beside it, OUT.changes.csv with all that was changed and all that might be. \
            Write yes or no in its column “done”, and run the same command again with --approve OUT.changes.csv.

            Exit status: 0 when every row is ready to print, 1 when not.
            """)

    @OptionGroup var office: OfficeOption
    @OptionGroup var reading: ReadingArguments
    @Argument(help: ArgumentHelp("Rosters or lists of venues, CSV files or Excel workbooks.", valueName: "FILE"))
    var files: [String]
    @Option(help: ArgumentHelp("Write a copy with every certain repair made.", valueName: "OUT.csv")) var clean: String?
    @Option(help: ArgumentHelp("Make the repairs that this file says yes to, and no others.", valueName: "CHANGES.csv"))
    var approve: String?
    @Option(
        help: ArgumentHelp(
            "Write a page with every row that has problems, to read and to print.", valueName: "OUT.html"))
    var report: String?
    @Option(
        name: [.customLong("clock"), .customLong("today")],
        help: ArgumentHelp("Check as of this day (2026-11-24) instead of today.", valueName: "TIME"))
    var clock: Timestamp?
    @Flag(help: "Answer as JSON: one object with every problem.") var json = false

    func validate() throws {
        guard clean == nil || files.count == 1 else {
            throw ValidationError("--clean mends one file at a time; --report and --json take several.")
        }
        guard approve == nil || clean != nil else { throw ValidationError("--approve goes with --clean OUT.csv.") }
    }

    func answer() async throws {
        let today = (clock ?? .now()).vietnamDay
        guard (1...9999).contains(today.year) else {
            throw FileError.unreadable(
                path: "the clock",
                reason: Message(en: "it is not a day of the calendar", vi: "không phải là ngày có trong lịch"))
        }
        let places = try office.knownPlaces()
        let bar = ProgressLine("row")
        defer { bar.end() }
        let (summary, copy) = try await stoppable {
            let lists = try lists
            // The copies are there until the work is done.
            let converted = try reading.converted(files)
            defer { withExtendedLifetime(converted) {} }
            let check = RosterCheck(
                paths: converted?.paths ?? files, names: files, options: reading.options, localities: places,
                today: today)
            try check.confirm(lists)
            let summary = try check.examine { bar.update($0) }
            return (summary, lists.isEmpty ? nil : try check.write(lists, of: summary) { bar.update($0, of: $1) })
        }
        bar.end()
        for path in copy?.earlier ?? [] { note("an older file of the same name is now \(path)") }
        if !json { try say(lines: CheckText(summary, copy: copy, report: report).lines) }
        if !summary.isReady { throw FailureCategory.refused.code }
    }

    private var lists: RosterCheck.Lists {
        get throws {
            var lists = RosterCheck.Lists()
            if json { lists.json = { try say(jsonBytes: $0) } }
            lists.report = try report.map { .init(path: $0, resources: try .located()) }
            lists.clean = clean
            lists.approved = approve
            return lists
        }
    }
}

extension OfficeOption {
    /// The places that the office's settings list; a roster can be checked outside any office.
    func knownPlaces() throws -> KnownLocalities {
        do { return try Office(folder: folder).configuration.localities } catch OfficeError.notAnOffice
            where folder == "."
        {
            return KnownLocalities()
        }
    }
}
