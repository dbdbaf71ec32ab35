import Files
import Foundation
import GRDB
import TestSupport
import Testing

/// A roster that is printed by processes of their own, one for each shard, and merged: the same as one run prints.
@Suite("Sharded runs") struct ShardedRunTests {
    private let office: CommandOffice
    private static let clock = TestRun.day(36)

    init() throws { office = try CommandOffice() }

    private func path(_ name: String) -> String { office.folder(name) }

    private func copy(_ office: String, to copy: String) throws {
        try? FileManager.default.removeItem(atPath: path(copy))
        try FileManager.default.copyItem(atPath: path(office), toPath: path(copy))
    }

    private func cards(_ roster: String, in office: String, _ out: String, _ more: [String] = []) -> [String] {
        [
            "cards", roster, "--office", path(office), "--out", path(out), "--template", "plain", "--jobs", "1",
            "--clock",
            Self.clock,
        ] + more
    }

    /// Prints a roster in shards, all at once, each with its own copy of the office; gives how the runs ended.
    private func printShards(
        of roster: String, _ count: Int, _ month: String, _ more: [String] = []
    ) throws -> [Program.Outcome] {
        for number in 1...count { try copy("office", to: "\(month)-office-\(number)") }
        let running = try (1...count).map { number in
            try Program.mocban.start(
                cards(
                    roster, in: "\(month)-office-\(number)", "\(month)-out-\(number)",
                    ["--shard", "\(number)/\(count)"] + more))
        }
        return running.map { $0.outcome() }
    }

    private func merge(_ count: Int, _ month: String) throws -> Program.Outcome {
        try office.mocban(["register", "merge"] + (1...count).map { path("\(month)-office-\($0)") })
    }

    /// What a register has, without the numbers of rows and entries.
    private func registered(_ office: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path(office) + "/register.sqlite", configuration: configuration)
        return try queue.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT serial, hex(holder.key), alias, hex(other_key.key), issue, name, birth, sex, household, relation,
                        commune, hamlet, revoked IS NULL, clock, expires, run.kid,
                        (SELECT count(*) FROM print WHERE print.card = card.id)
                    FROM card JOIN holder ON holder.id = card.holder JOIN place ON place.id = card.place
                    JOIN run ON run.id = card.run LEFT JOIN other_key ON other_key.card = card.id ORDER BY serial
                    """
            ).map { $0.databaseValues.map(\.description).joined(separator: "|") }
        }
    }

    private func rejected(_ out: String) throws -> [String] {
        Array(try office.folder.text(out + "/rejected.csv").split(separator: "\r\n").map(String.init).dropFirst())
    }

    private struct Answer: Decodable {
        var read, printed, rejected, holding, changed, passedOver, warned: Int
        var otherShards: Int?
        var shard: String?
    }

    private func answer(_ outcome: Program.Outcome) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(outcome.output))
    }

    private func report(_ office: String) throws -> String {
        let report = try Program.mocban.run(["report", "--office", path(office), "--json", "--at", TestRun.day(37)])
        #expect(report.status == 0, "\(report.errors)")
        // The logs of one run and of shards are not the same.
        return report.lines.filter { !$0.contains("\"logHead\"") }.joined(separator: "\n")
    }

    /// Holds the office, into which shards were merged, to another that printed everything by itself.
    private func expectSame(as single: String) throws {
        let verified = try office.mocban(["register", "verify"])
        #expect(verified.status == 0, "\(verified.text)")
        #expect(try registered("office") == registered(single))
        #expect(try report("office") == report(single))
    }

    @Test("in 8 processes issue what one run issues, nobody twice")
    func whole() throws {
        let roster = repositoryRoot + "/examples/quang-dien/roster.csv"
        try copy("office", to: "single")
        let single = try Program.mocban.run(cards(roster, in: "single", "single-out", ["--json"]))
        #expect(single.status == 1, "\(single.errors)")
        let shards = try printShards(of: roster, 8, "a", ["--json"])

        let serials = try (1...8).map { try office.manifestSerials("a-out-\($0)") }
        #expect(serials.allSatisfy { !$0.isEmpty })
        #expect(try serials.joined().sorted() == office.manifestSerials("single-out").sorted())
        #expect(Set(serials.joined()).count == serials.joined().count)
        let rows = try (1...8).flatMap { try rejected("a-out-\($0)") }
        #expect(try !rows.isEmpty && rows.sorted() == rejected("single-out").sorted())

        let (all, parts) = (try answer(single), try shards.map(answer))
        #expect(all.shard == nil && all.otherShards == nil)
        for (number, part) in zip(1..., parts) {
            #expect(part.shard == "\(number)/8" && part.read == all.read)
            #expect(part.read == part.printed + part.rejected + part.passedOver + (part.otherShards ?? 0))
            #expect(shards[number - 1].status == (part.rejected > 0 ? 1 : 0))
        }
        #expect(parts.reduce(0) { $0 + $1.warned } == all.warned)
        #expect(parts.reduce(0) { $0 + $1.passedOver } == all.passedOver)

        let merged = try merge(8, "a")
        #expect(merged.status == 0 && merged.lines.count == 8, "\(merged.text) \(merged.errors)")
        try expectSame(as: "single")
    }

    @Test("may be printed one after another in one office, which counts everybody once")
    func oneOffice() throws {
        let roster = try office.folder.write("roster.csv", CommandOffice.roster(60))
        try copy("office", to: "single")
        #expect(try Program.mocban.run(cards(roster, in: "single", "single-out")).status == 0)
        for shard in ["1/3", "2/3", "2/3", "3/3"] {
            let outcome = try Program.mocban.run(
                cards(roster, in: "office", "out-\(shard.prefix(1))", ["--shard", shard]))
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        try expectSame(as: "single")
    }

    @Test("merged know where everything is printed, and merging once more changes nothing")
    func afterwards() throws {
        try office.folder.write("roster.csv", CommandOffice.roster(60))
        #expect(try printShards(of: path("roster.csv"), 3, "a").map(\.status) == [0, 0, 0])
        #expect(try merge(3, "a").status == 0)
        let before = try office.exported()
        let again = try merge(3, "a")
        #expect(again.status == 0 && again.text.contains("nothing was changed"), "\(again.text)")
        #expect(try office.exported() == before)

        for number in 1...3 {
            // The run has the number that is printed on its sheets.
            let jam = try office.mocban(
                ["reprint", "--run", "\(number)"], "--out", path("jam-\(number)"), "--template", "plain", "--clock",
                Self.clock)
            #expect(jam.status == 0, "\(jam.errors)")
            #expect(try office.manifestSerials("jam-\(number)") == office.manifestSerials("a-out-\(number)"))
            let serial = try #require(try office.manifestSerials("a-out-\(number)").first)
            let found = try office.mocban(["find", serial])
            #expect(found.status == 0 && found.text.contains("issued by run \(number)"), "\(found.text)")
        }
        #expect(try office.mocban(["register", "verify"]).status == 0)
    }

    private static func name(_ person: Int, _ middle: String) -> String {
        "Nguyễn \(middle) \(["An", "Bình", "Chi", "Dung", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nga"][person % 10])"
    }

    @Test("over what was registered before: newcomers, corrections, people without an ID, a place that is counted anew")
    func grown() throws {
        func roster(_ people: [(id: Int, name: String)], _ more: String = "") -> String {
            "household,full_name,date_of_birth,national_id,hamlet,commune\n"
                + people.map { person in
                    "H-\(person.id / 3),\(person.name),1\(person.id % 9)/03/1985,\(person.id % 2 == 0 ? "046185\(100_000 + person.id)" : ""),\(person.id % 4 < 2 ? "Phú Lễ" : "Hạ Lang"),Quảng Phú\n"
                }.joined() + more
        }
        let first = (0..<50).map { (id: $0, name: Self.name($0, "Thị")) }
        try office.folder.write("first.csv", roster(first))
        #expect(try Program.mocban.run(cards(path("first.csv"), in: "office", "first-out")).status == 0)
        try copy("office", to: "single")
        // Others in the same order of magnitude, one name in ten corrected, one faulty row and one that has no household.
        let second = (5..<80).map { (id: $0, name: Self.name($0, $0 % 10 == 1 ? "Thu" : "Thị")) }
        let faulty = "H-7,Lê Văn Hai,31/02/1985,,Phú Lễ,Quảng Phú\n,Lê Văn Ba,1985,,Nho Lâm,Quảng Phú\n"
        try office.folder.write("second.csv", roster(second, faulty))

        let single = try Program.mocban.run(
            cards(path("second.csv"), in: "single", "single-out", ["--json", "--reissue-changed"]))
        let parts = try printShards(of: path("second.csv"), 4, "b", ["--json", "--reissue-changed"]).map(answer)
        let all = try answer(single)
        #expect(all.holding > 0 && all.printed > 30 && all.rejected == 2)
        #expect(parts.reduce(0) { $0 + $1.holding } == all.holding)
        #expect(parts.reduce(0) { $0 + $1.printed } == all.printed)
        #expect(parts.reduce(0) { $0 + $1.rejected } == all.rejected)
        let merged = try merge(4, "b")
        #expect(merged.status == 0, "\(merged.errors)")
        try expectSame(as: "single")

        // The same roster in other shards, from copies of what is merged: everybody holds a card, and the count stays.
        let third = try printShards(of: path("second.csv"), 3, "c", ["--json"]).map(answer)
        #expect(third.reduce(0) { $0 + $1.printed } == 0)
        #expect(try merge(3, "c").status == 0)
        try expectSame(as: "single")
    }

    @Test("that were stopped go on as the same shard alone")
    func stopped() throws {
        try office.folder.write("roster.csv", CommandOffice.roster(60))
        func run(_ shard: String) -> [String] {
            cards(path("roster.csv"), in: "office", "out", ["--group-by", "household", "--shard", shard])
        }
        func kill() throws {
            #expect(
                try Program.mocban.with("MOCBAN_FAULT=\(FaultPoint.stagedPart.rawValue):2").run(run("2/3")).status
                    == 137)
        }
        try kill()
        let other = try Program.mocban.run(run("3/3"))
        #expect(other.status == 0 && !other.errors.contains("going on"), "\(other.errors)")
        let third = Set(try office.manifestSerials())
        try kill()
        let same = try Program.mocban.run(run("2/3"))
        #expect(same.status == 0 && same.errors.contains("going on"), "\(same.errors)")
        #expect(third.isDisjoint(with: try office.manifestSerials()))
    }

    @Test("of venues are shared out too")
    func posters() throws {
        try office.folder.write(
            "venues.csv", "name,type,address\n" + (0..<12).map { "Quán \($0),Cửa hàng,Số \($0)\n" }.joined())
        var printed: [String] = []
        for number in 1...2 {
            let outcome = try office.mocban(
                ["posters", path("venues.csv"), "--shard", "\(number)/2", "--template", "sign"], "--out",
                path("out-\(number)"))
            #expect(outcome.status == 0, "\(outcome.errors)")
            printed += try office.folder.text("out-\(number)/manifest.json").split(separator: "\n")
                .filter { $0.hasPrefix("{\"serial\"") }.map { String($0.prefix(28)) }
        }
        #expect(printed.count == 12 && Set(printed).count == 12)
    }

    @Test("of a number that there is not are wrong usage", arguments: ["0/8", "9/8", "3", "3/x"])
    func usage(shard: String) throws {
        let outcome = try Program.mocban.run(office.cards("roster.csv", "--shard", shard))
        #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome.errors)")
    }
}
