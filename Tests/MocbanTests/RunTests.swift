@testable import Issuing
import Files
import Foundation
import Layout
import Payload
import Roster
import TestSupport
import Testing

@testable import Mocban
import Tables

private let header = "household,relation,full_name,date_of_birth,sex,national_id,hamlet,commune\n"

@Suite("Runs")
struct RunTests {
    /// Rows of the awkward roster's form: hamlet and household, the rest follows from the number.
    private func roster(_ places: [(hamlet: String, household: String)]) -> String {
        header
            + places.enumerated().map { number, place in
                "\(place.household),Con,Nguyễn Thị \(Self.letters(number)),1985,Nữ,0460\(10_000_000 + number),\(place.hamlet),\n"
            }.joined()
    }

    private static func letters(_ number: Int) -> String {
        String("\(number)".utf8.map { Character(Unicode.Scalar($0 - 48 + 65)) })
    }

    // MARK: Grouping

    private static let places = [
        ("Phú Lễ", "H-2"), ("Hạ Lang", "H-1"), ("Phú Lễ", "H-1"), ("Phú Lễ", "H-2"), ("Phù Lê", "H-1"),
        ("PHÚ LỄ", "H-1"), ("Hạ Lang", "H-1"), ("Phú Lễ".decomposedStringWithCanonicalMapping, "H-3"),
        ("phú lễ", "H-2"),
    ]

    @Test(
        "cards stand hamlet by hamlet, household by household, or in the roster's order",
        arguments: [
            (
                Grouping.hamlet,
                ["phu-le.pdf": [2, 5, 10, 4, 7, 9], "ha-lang.pdf": [3, 8], "phu-le--2.pdf": [6]]
            ),
            (
                .household,
                [
                    "phu-le-h-2.pdf": [2, 5, 10], "ha-lang-h-1.pdf": [3, 8], "phu-le-h-1.pdf": [4, 7],
                    "phu-le-h-1--2.pdf": [6], "phu-le-h-3.pdf": [9],
                ]
            ),
            (.none, ["cards.pdf": [2, 3, 4, 5, 6, 7, 8, 9, 10]]),
        ] as [(Grouping, [String: [Int]])])
    func grouping(grouping: Grouping, files: [String: [Int]]) async throws {
        let office = try TestOffice()
        try await office.print(.card, roster(Self.places), template: "plain-card", grouping: grouping)
        let manifest = try ManifestFile(office)
        let found = Dictionary(grouping: manifest.items, by: \.file).mapValues { $0.map(\.row) }
        #expect(found == files)
        #expect(manifest.files.map(\.file).sorted() == files.keys.sorted())
        #expect(office.folder.names(in: "out") == (files.keys + ["manifest.json", "rejected.csv"]).sorted())
        for items in Dictionary(grouping: manifest.items, by: \.file).values {
            #expect(items.map(\.page).allSatisfy { $0 == 1 })
            #expect(items.map(\.position) == Array(1...items.count))
        }
    }

    @Test("places whose names run together alike stay apart")
    func separatePlaces() async throws {
        let office = try TestOffice()
        let places = [("Thôn 1", "2 3"), ("Thôn 1 2", "3"), ("Thôn 1", "2 3")]
        try await office.print(.card, roster(places), template: "plain-card", grouping: .household)
        let manifest = try ManifestFile(office)
        #expect(manifest.files.map(\.items) == [2, 1])
        #expect(manifest.files.map(\.file) == ["thon-1-2-3.pdf", "thon-1-2-3--2.pdf"])
    }

    @Test("the eleventh card begins a second sheet")
    func sheets() async throws {
        let office = try TestOffice()
        let report = try await office.print(
            .card, roster(Array(repeating: ("Phú Lễ", "H-1"), count: 21)), template: "plain-card")
        #expect(report.files.map(\.sheets) == [3] && report.files.map(\.items) == [21])
        let items = try ManifestFile(office).items
        #expect(items.map(\.page) == Array(repeating: 1, count: 10) + Array(repeating: 2, count: 10) + [3])
        #expect(items.map(\.position) == Array(1...10) + Array(1...10) + [1])
    }

    @Test("large groups are several files, and no two groups have one name")
    func parts() throws {
        let folder = try TemporaryFolder()
        let places = Array(repeating: "Phú Lễ", count: 5) + ["Phú Lễ 001", "Phù Lê", "Phú Lễ 2", "漢", "字"]
        let path = try folder.write("r.csv", roster(places.map { ($0, "H-1") }))
        let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
        let keyring = Keyring.test(at: TestOffice.start)
        let terms = Terms(
            unit: 19897, serialKey: try keyring.serialKey(), signingKey: KeyID(rawValue: 1), nameForm: .full,
            validity: Validity(issued: TestOffice.clock, days: 365), today: today)
        let matching = try RosterMatching(
            RosterReader<Person>(path: path, today: today), against: nil, terms: terms,
            options: RunOptions(nil, grouping: .hamlet), folder: folder.path)
        let parts = try matching.orders.plan.parts(capacity: 2, whole: "cards")
        #expect(parts.map(\.entries.count) == [2, 2, 1, 1, 1, 1, 1, 1])
        #expect(Set(parts.map(\.file)).count == parts.count, "\(parts.map(\.file))")
        #expect(Array(parts.map(\.file).prefix(3)) == ["phu-le-001.pdf", "phu-le-002.pdf", "phu-le-003.pdf"])
    }

    // MARK: The same bytes

    @Test(
        "the same roster and clock give the same bytes, however many files are drawn at once",
        arguments: [Grouping.hamlet, .household, .none], [Algorithm.hmac256, .ed25519])
    func sameBytes(grouping: Grouping, algorithm: Algorithm) async throws {
        let office = try TestOffice()
        for (out, jobs) in [("a", 1), ("b", 1), ("c", 4)] {
            try await office.print(
                .card, AwkwardPeople.roster, to: out, template: "plain-card", grouping: grouping,
                algorithm: algorithm, jobs: jobs)
        }
        let first = try office.folder.contents(of: "a")
        #expect(first.count >= 3)
        #expect(try office.folder.contents(of: "b") == first)
        #expect(try office.folder.contents(of: "c") == first)
        try await office.print(
            .card, AwkwardPeople.roster, to: "d", template: "plain-card", grouping: grouping, algorithm: algorithm,
            clock: TestOffice.clock.adding(seconds: 1))
        #expect(try office.folder.data("d/manifest.json") != first["manifest.json"])
        #expect(
            try ManifestFile(office, "d").items == ManifestFile(office, "a").items, "serials do not depend on the clock"
        )
    }

    // MARK: Rows

    @Test("rows printed and rows rejected are the rows read, whatever the damage", arguments: 0..<16 as Range<UInt64>)
    func accounts(seed: UInt64) async throws {
        var random = SeededNumbers(seed)
        var bytes = Array(roster((0..<60).map { ("Phú Lễ \($0 / 20)", "H-\($0 / 4)") }).utf8)
        let noise = Array("\",\r\n\0\u{1}\t;0=x ".utf8)
        for _ in 0..<Int.random(in: 1...25, using: &random) {
            let place = Int.random(in: header.utf8.count..<bytes.count, using: &random)
            guard bytes[place] < 0x80 else { continue }
            let byte = noise[Int.random(in: 0..<noise.count, using: &random)]
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = byte
            case 1: bytes.insert(byte, at: place)
            default: bytes.remove(at: place)
            }
        }
        let office = try TestOffice()
        let text = String(decoding: bytes, as: UTF8.self)
        let report = try await office.print(.card, text, template: "plain-card", grouping: .household)
        #expect(report.printed + report.rejected + report.passedOver == report.read)

        let path = try office.folder.write("r.csv", bytes)
        var reader = try RosterReader<Person>(
            path: path, today: try #require(CalendarDate(year: 2026, month: 11, day: 24)))
        var rows: [Int] = []
        while let entry = try reader.next() {
            if case .nobody = entry { continue }
            rows.append(entry.row.number)
        }
        let manifest = try ManifestFile(office)
        let refused = try rejections(office)
        #expect((manifest.items.map(\.row) + refused.keys).sorted() == rows)
        #expect((manifest.read, manifest.printed, manifest.rejected) == (report.read, report.printed, report.rejected))
        #expect(refused.values.allSatisfy { !$0.isEmpty })
        #expect(Set(manifest.items.map(\.serial)).count == manifest.items.count)
    }

    @Test(
        "a row that cannot be drawn is rejected with the reason, and takes no place",
        arguments: [
            ("H-1,con 漢,Lê An,1985,,,Phú Lễ,", "'H-1 · con 漢' has '漢' (U+6F22), which Noto Sans lacks"),
            ("H-1,,\(String(repeating: "M", count: 55)) An,1985,,,Phú Lễ,", "does not fit its box"),
            ("H-1,,\(String(repeating: "Ễ", count: 60)),1985,,,Phú Lễ,", "the code does not fit 30.0 mm"),
            ("H-0,,Lê Đầu,1985,,,Phú Lễ,", "the same household, name and birth as in row 2"),
            ("H-1,,Lê 4n,1985,,,Phú Lễ,", "full_name: “Lê 4n” holds “4”"),
            ("H-1,,Lê An,31/02/1985,,,Phú Lễ,", "date_of_birth: 31/02/1985 is not a date"),
        ])
    func rejected(row: String, reason: String) async throws {
        let office = try TestOffice()
        let roster = header + "H-0,,Lê Đầu,1985,,,Phú Lễ,\n" + row + "\nH-2,,Lê Cuối,1985,,,Phú Lễ,\n"
        let report = try await office.print(.card, roster, template: "plain-card", algorithm: .ed25519)
        #expect((report.read, report.printed, report.rejected) == (3, 2, 1))
        let reasons = try rejections(office)
        #expect(reasons.keys.map(\.self) == [3])
        #expect(reasons[3]?.contains(reason) == true, "\(reasons)")
        #expect(try ManifestFile(office).items.map(\.position) == [1, 2])
        #expect(try office.folder.data("out/rejected.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test("a run of which nothing is good makes no PDF")
    func nothingGood() async throws {
        let office = try TestOffice()
        let report = try await office.print(.card, header + "H-1,,Lê 4n,1985,,,Phú Lễ,\n", template: "plain-card")
        #expect(report.printed == 0 && report.files.isEmpty)
        #expect(office.folder.names(in: "out") == ["manifest.json", "rejected.csv"])
        let manifest = try ManifestFile(office)
        #expect(manifest.items.isEmpty && (manifest.read, manifest.rejected) == (1, 1))
    }

    // MARK: The folder

    @Test("a run moves the files of the one before into a folder beside, and leaves other files alone")
    func rerun() async throws {
        let office = try TestOffice()
        try await office.print(.card, roster(Self.places), template: "plain-card")
        try office.folder.write("out/notes.txt", "mine")
        try office.folder.write("out/old.pdf", "mine too")
        let before = try office.folder.contents(of: "out").filter { !["notes.txt", "old.pdf"].contains($0.key) }

        let report = try await office.print(.card, roster([("Phú Lễ", "H-1")]), template: "plain-card")
        let archive = "earlier-cards-20261124064329"
        #expect(report.earlierRun == office.folder("out/" + archive))
        #expect(
            office.folder.names(in: "out")
                == [archive, "manifest.json", "notes.txt", "old.pdf", "phu-le.pdf", "rejected.csv"])
        #expect(try office.folder.contents(of: "out/" + archive) == before)
        #expect(try office.folder.text("out/notes.txt") == "mine")
        #expect(try office.folder.data("out/phu-le.pdf") != before["phu-le.pdf"])

        try await office.print(.card, roster(Self.places), template: "plain-card")
        #expect(office.folder.names(in: "out").contains(archive + "-2"))
        for (name, data) in before { #expect(try office.folder.data("out/" + name) == data) }
    }

    @Test("a run that prints nothing leaves an earlier run's files as they are, and brings its list of rejected rows")
    func nothingNew() async throws {
        let office = try TestOffice()
        try await office.print(.card, roster(Self.places), template: "plain-card")
        let before = try office.folder.contents(of: "out")
        let report = try await office.print(.card, header + "H-1,,Lê 4n,1985,,,Phú Lễ,\n", template: "plain-card")
        #expect(report.printed == 0 && report.earlierRun == nil)
        let after = try office.folder.contents(of: "out")
        #expect(after.filter { $0.key != "rejected.csv" } == before.filter { $0.key != "rejected.csv" })
        #expect(try rejections(office).count == 1)
    }

    @Test("a cancelled run leaves the folder as it was")
    func cancelled() async throws {
        let office = try TestOffice()
        try await office.print(.card, roster([("Phú Lễ", "H-1")]), template: "plain-card")
        let before = try office.folder.contents(of: "out")
        let folder = office.folder
        let file = try folder.write("roster.csv", roster(Array(repeating: ("Phú Lễ", "H-1"), count: 40)))
        let run = try IssuingRun(
            .card, office: try office.office, resources: office.resources,
            options: RunOptions("plain-card", grouping: .household), lock: try office.lock)
        let task = Task {
            try await run.print(file, to: folder("out")) { progress in
                // The tenth card cancels its own run.
                if progress.phase == .drawing, progress.done >= 10 {
                    unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try office.folder.contents(of: "out") == before)
    }

    @Test("serials stay a holder's own over new keys, clocks and orders")
    func serials() async throws {
        let office = try TestOffice()
        let people = roster(Self.places).split(separator: "\n").dropFirst().map(String.init)
        func serials(_ rows: [String], _ out: String) async throws -> [String: String] {
            try await office.print(.card, header + rows.joined(separator: "\n"), to: out, template: "plain-card")
            let items = try ManifestFile(office, out).items
            return Dictionary(uniqueKeysWithValues: items.map { (rows[$0.row - 2], $0.serial) })
        }
        let first = try await serials(people, "a")
        let old = try office.office.keyring()
        try office.beginEpoch(clock: TestOffice.start.adding(seconds: 60))
        #expect(try office.office.keyring().keys.count == old.keys.count * 2)
        #expect(try await serials(people.reversed(), "b") == first)
        #expect(try ManifestFile(office, "a").run.kid != ManifestFile(office, "b").run.kid)
    }

    @Test("posters of one name at two addresses are two, of one address one")
    func venues() async throws {
        let office = try TestOffice()
        let list = """
            name,type,address
            Trạm y tế,Y tế,Phú Lễ
            Trạm y tế,Y tế,Hạ Lang
            Trạm y tế,Y tế,Phú Lễ
            Chợ,Loại lạ,Phú Lễ
            """
        let report = try await office.print(.venue, list)
        #expect((report.read, report.printed, report.rejected) == (4, 2, 2))
        #expect(try rejections(office)[4] == "the same name and address as in row 2")
    }

    @Test("a template of the other kind, or of no card's size, is refused")
    func wrongTemplates() async throws {
        let office = try TestOffice()
        try office.folder.write(
            "office/templates/large.yaml", "kind: card\nsummary: s\nsize: [90, 54]\nmarks: []\n")
        await #expect(throws: TemplateError.wrongTemplateKind(name: "plain-poster", wanted: .card)) {
            try await office.print(.card, header, template: "plain-poster")
        }
        await #expect(throws: SheetError.wrongSize(name: "large", profile: "a4-2x5", page: .id1)) {
            try await office.print(.card, header, template: "large")
        }
        #expect(office.folder.names(in: "out").isEmpty)
    }
}

@Suite("The example commune")
struct ExampleRunTests {
    @Test("prints all good rows and rejects the faulty ones, as its page says")
    func roster() async throws {
        let folder = repositoryRoot + "/examples/quang-dien"
        let page = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
        let faulty = page.matches(of: /(?m)^\| (\d+) \| [A-Z]{2}-\d+ \|/).compactMap { Int($0.1) }
        #expect(faulty.count == 8)
        let office = try TestOffice()
        let run = try IssuingRun(
            .card, office: try office.office, resources: office.resources,
            options: RunOptions("plain-card", grouping: .hamlet, jobs: 2), lock: try office.lock)
        let report = try await run.print(folder + "/roster.csv", to: office.folder("out"))
        #expect((report.read, report.printed, report.rejected) == (2378, 2370, 8))
        #expect(report.files.count == 12 && report.files.map(\.items).reduce(0, +) == 2370)
        #expect(try rejections(office).keys.sorted() == faulty)
        // Households stay together, whatever the hamlet's size.
        let items = try ManifestFile(office).items
        #expect(Dictionary(grouping: items, by: \.file).values.allSatisfy { $0.map(\.row) == $0.map(\.row).sorted() })
    }
}

@Suite("Spooled rows")
struct SpooledRowTests {
    @Test("are read back as they were", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let folder = try TemporaryFolder()
        let spool = try RecordFile(in: folder.path)
        let texts = ["", "Nguyễn", "漢\0", "a\nb", String(repeating: "x", count: 70_000), "😀", "\""]
        let rows = (0..<50).map { number in
            Row(
                number: Int.random(in: 1...Int(Int32.max), using: &random),
                fields: (0..<number % 12).map { _ in texts[Int.random(in: 0..<texts.count, using: &random)] })
        }
        let places = try rows.map { try spool.append($0.spooled) }
        try spool.flush()
        for (row, place) in zip(rows, places).reversed() {
            let read = Row(spooled: try spool.file.read(place))
            #expect(read.number == row.number && read.fields == row.fields)
        }
        #expect(folder.names().isEmpty, "the spool has no name")
    }
}
