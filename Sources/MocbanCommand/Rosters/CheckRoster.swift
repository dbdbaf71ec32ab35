import Calendar
import CommandWords
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
        commandName: "roster",
        abstract: Message(
            en: "Check and mend rosters, and fill them from identity cards.",
            vi: "Kiểm tra và sửa danh sách hộ dân, và nhập danh sách từ thẻ căn cước."),
        subcommands: [CheckRoster.self, ScanCards.self, ListRules.self])
}

struct CheckRoster: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Message(
            en: "Say what is wrong with a roster or a list of venues, row by row.",
            vi: "Cho biết danh sách hộ dân hoặc danh sách địa điểm sai ở đâu, theo từng dòng."),
        discussion: Message(
            en: """
                Several files are compared with each other. Nothing is ever written into a file that is checked: --clean \
                writes a repaired copy and, beside it, OUT.changes.csv with all that was changed and all that might be. \
                Write yes or no in its column “done”, and run the same command again with --approve OUT.changes.csv.

                Exit status: 0 when every row is ready to print, 1 when not.
                """,
            vi: """
                Nhiều tệp thì được so với nhau. Không bao giờ ghi vào tệp được kiểm tra: --clean ghi một bản \
                đã sửa và, bên cạnh, OUT.changes.csv có mọi điều đã sửa và có thể sửa. Ghi yes hoặc no vào \
                cột “done” của tệp ấy, rồi chạy lại đúng lệnh với --approve OUT.changes.csv.

                Mã kết thúc: 0 khi mọi dòng in được, 1 khi không.
                """))

    @OptionGroup var office: OfficeOption
    @OptionGroup var reading: ReadingArguments
    @Argument(
        help: ArgumentHelp(
            en: "Rosters or lists of venues, CSV files or Excel workbooks.",
            vi: "Danh sách hộ dân hoặc danh sách địa điểm, tệp CSV hoặc Excel.", value: .file))
    var files: [String]
    @Option(
        help: ArgumentHelp(
            en: "Write a copy with every certain repair made.", vi: "Ghi một bản đã sửa mọi chỗ chắc chắn.",
            value: Message(verbatim: "OUT.csv"))) var clean: String?
    @Option(
        help: ArgumentHelp(
            en: "Make the repairs that this file says yes to, and no others.",
            vi: "Sửa những chỗ mà tệp này ghi yes, và không sửa gì khác.", value: Message(verbatim: "CHANGES.csv")))
    var approve: String?
    @Option(
        help: ArgumentHelp(
            en: "Write a page with every row that has problems, to read and to print.",
            vi: "Ghi một trang có mọi dòng có vấn đề, để đọc và in.", value: Message(verbatim: "OUT.html")))
    var report: String?
    @Option(
        name: [.customLong("clock"), .customLong("today")],
        help: ArgumentHelp(
            en: "Check as of this day (2026-11-24) instead of today.",
            vi: "Kiểm tra theo ngày này (2026-11-24) thay cho hôm nay.", value: .time))
    var clock: Timestamp?
    @Flag(
        help: ArgumentHelp(
            en: "Answer as JSON: one object with every problem.", vi: "Trả lời bằng JSON: một đối tượng có mọi vấn đề.")
    ) var json = false

    func validate() throws {
        guard clean == nil || files.count == 1 else {
            throw ValidationError(
                en: "--clean mends one file at a time; --report and --json take several.",
                vi: "--clean sửa mỗi lần một tệp; --report và --json nhận nhiều tệp.")
        }
        guard approve == nil || clean != nil else {
            throw ValidationError(en: "--approve goes with --clean OUT.csv.", vi: "--approve đi với --clean OUT.csv.")
        }
    }

    func answer() async throws {
        let today = (clock ?? .now()).vietnamDay
        guard (1...9999).contains(today.year) else {
            throw FileError.unreadable(
                path: "the clock",
                reason: Message(en: "it is not a day of the calendar", vi: "không phải là ngày có trong lịch"))
        }
        let places = try office.knownPlaces()
        let bar = ProgressLine(.rows)
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
        for path in copy?.earlier ?? [] {
            note(Message(en: "an older file of the same name is now \(path)", vi: "tệp cũ cùng tên nay là \(path)"))
        }
        if !json { try say(lines: CheckText(summary, copy: copy, report: report).lines) }
        if !summary.isReady { throw FailureCategory.refused.code }
    }

    private var lists: RosterCheck.Lists {
        get throws {
            var lists = RosterCheck.Lists()
            if json { lists.json = { try say(jsonBytes: $0) } }
            lists.report = try report.map { .init(path: $0, resources: try .located()) }
            lists.clean = clean
            lists.language = language
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
