import Files
import Foundation
import Layout
import Mocban
import Payload
import Roster
import TestSupport
import Testing
import Tables

/// An office in a folder of its own, which is there as long as the test holds it.
struct TestOffice {
    /// When every office of these tests is made.
    static let start = Timestamp(secondsSince1970: 1_790_000_000)
    /// When it prints.
    static let clock = Timestamp(secondsSince1970: 1_795_502_609)

    let folder: TemporaryFolder
    let resources = Resources(folder: repositoryRoot)
    var path: String { folder("office") }

    /// Makes an office with its keys, others for each name of them, and the tests' own templates.
    init(keys: String = "office", _ change: (inout OfficeConfiguration) -> Void = { _ in }) throws {
        folder = try TemporaryFolder()
        var configuration = OfficeConfiguration(
            unit: 19897, name: "UBND xã Quảng Phú", parent: "UBND huyện Quảng Điền", hotline: "0234 3557 999")
        configuration.posterTemplate = "plain-poster"
        change(&configuration)
        var numbers = TestRun.numbers(keys)
        try Office.create(folder: path, configuration: configuration, clock: Self.start, using: &numbers)
        try addTemplates()
    }

    /// Takes over a folder in which the command made an office named `office`.
    init(madeIn folder: TemporaryFolder) throws {
        self.folder = folder
        try addTemplates()
    }

    private func addTemplates() throws {
        for name in ["plain-card", "plain-poster"] {
            let url = try #require(
                Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Resources"))
            try folder.write("office/templates/\(name).yaml", try Data(contentsOf: url))
        }
    }

    /// The office's lock, which must be free.
    var lock: OfficeLock { get throws { try OfficeLock(office, command: "test") } }

    var office: Office { get throws { try Office(folder: path) } }

    /// Lets the office have registered nothing yet, so that a roster is printed anew.
    func forgetRuns() throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + "/register.sqlite" + suffix)
        }
        try office.makeRegister(isLost: true, lock: lock)
    }

    /// Prints a roster's text into a folder of the office's test, as if nothing was registered before.
    @discardableResult
    func print(
        _ kind: ClaimsKind = .card, _ roster: String, named name: String = "roster.csv", to out: String = "out",
        template: String? = nil, sheets: SheetChoices = SheetChoices(), grouping: Grouping = .hamlet,
        algorithm: Algorithm = .hmac256, jobs: Int = 2, clock: Timestamp = clock
    ) async throws -> RunReport {
        try forgetRuns()
        let file = try folder.write(name, roster)
        let run = try IssuingRun(
            kind, office: try office, resources: resources,
            options: RunOptions(
                template, sheets: sheets, grouping: grouping, algorithm: algorithm, jobs: jobs, clock: clock),
            lock: try lock)
        return try await run.print(file, to: folder(out))
    }

    /// Gives the office new keys.
    func beginEpoch(clock: Timestamp) throws {
        var numbers = TestRun.numbers("epoch")
        try office.beginEpoch(clock: clock, lock: lock, using: &numbers)
    }

    func template(_ name: String) throws -> Template {
        try TemplateLibrary(resources: resources, office: path).template(name)
    }
}

extension RunOptions {
    /// A run of these tests, at their time.
    init(
        _ template: String?, sheets: SheetChoices = SheetChoices(), photos: String? = nil, grouping: Grouping = .none,
        algorithm: Algorithm = .hmac256, jobs: Int = 1, clock: Timestamp = TestOffice.clock
    ) {
        self.init(clock: clock)
        (self.template, self.sheets, self.photos) = (template, sheets, photos)
        (self.grouping, self.algorithm, self.jobs) = (grouping, algorithm, jobs)
    }
}

/// `manifest.json` as another program reads it.
struct ManifestFile: Decodable {
    struct Item: Decodable, Hashable {
        let serial: String
        let row: Int
        let file: String
        let page: Int
        let position: Int
    }
    struct File: Decodable, Equatable {
        let file: String
        let sheets, items: Int
    }
    struct Run: Decodable {
        let command, template, kid, algorithm, created, expires: String
        let id: Int
        let unit: UInt64
    }
    let run: Run
    let cards: [Item]?
    let posters: [Item]?
    let files: [File]
    let read, printed, rejected: Int
    var items: [Item] { cards ?? posters ?? [] }

    init(_ office: TestOffice, _ out: String = "out") throws {
        self = try JSONDecoder().decode(Self.self, from: try office.folder.data(out + "/manifest.json"))
    }
}

/// The rows of `rejected.csv` and their reasons.
func rejections(_ office: TestOffice, _ out: String = "out") throws -> [Int: String] {
    var reader = try CSVReader(path: office.folder(out + "/rejected.csv"))
    _ = try reader.next()
    var reasons: [Int: String] = [:]
    while let row = try reader.next() {
        let number = try #require(Int(row.fields[0]))
        #expect(reasons[number] == nil, "row \(number) stands twice")
        reasons[number] = row.fields[1]
    }
    return reasons
}

/// The good people of a roster, by row.
func people(_ path: String, today: CalendarDate) throws -> [Int: Person] {
    var reader = try RosterReader<Person>(path: path, today: today)
    var people: [Int: Person] = [:]
    while let entry = try reader.next() {
        if case .record(let row, let person, _) = entry { people[row.number] = person }
    }
    return people
}
