import Files
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

@Suite("Counts of a register")
struct CountingTests {
    private static let hamlets = ["Phú Lễ", "Hạ Lang", "Hà Cảng"]

    private func person(_ number: Int) -> Record {
        Record(
            name: "Nguyễn Thị \(number)", birth: "1980", household: "HK-\(number)",
            locality: Locality(commune: "Quảng Phú", hamlet: Self.hamlets[number % 3]))
    }

    @Test("counts are those of each card's state, whatever happened to it")
    func states() throws {
        var test = try TestRegister()
        var numbers = SeededNumbers(11)
        var serials: [Serial] = []
        for run in 0..<6 {
            var issues: [Issuance] = []
            for number in run * 20..<run * 20 + 20 {
                guard case .without(let issue) = try test.decision(on: person(number)) else { continue }
                issues.append(issue)
            }
            try test.run(issues, days: Int64(run) * 100)
            serials += issues.map(\.serial)
            test.clock = test.clock.adding(seconds: 3600)
            let clock = test.clock
            try test.register.writing { transaction in
                for serial in issues.map(\.serial) where Bool.random(using: &numbers) {
                    try transaction.revoke(serial, reason: "lost", at: clock)
                    if Bool.random(using: &numbers) { try transaction.restore(serial, reason: "found", at: clock) }
                }
            }
        }
        // Everything of the first two runs is revoked by its key.
        let cut = test.clock.adding(seconds: -4 * 3600 - 1)
        let (key, clock) = (try test.signingKey, test.clock)
        try test.register.writing { _ = try $0.revoke(key: key, before: cut, reason: "stolen", at: clock) }

        for days in [0, 150, 450, 900] as [Int64] {
            let moment = clock.adding(seconds: days * 86_400)
            let (counts, cards) = try test.register.reading { register in
                (try register.count(at: moment).localities, try serials.compactMap { try register.card($0) })
            }
            #expect(cards.count == 120 && counts.count == 3)
            for count in counts {
                let here = cards.filter { $0.record?.locality == count.locality }.map { $0.state(at: moment) }
                #expect(count.cards.valid == here.count { $0 == .valid })
                #expect(count.cards.expired == here.count { $0 == .expired })
                #expect(count.cards.revoked == here.count { $0 == .revoked })
            }
        }
    }

    @Test("people are the last roster's, reprints are counted by place, posters by type")
    func others() throws {
        var test = try TestRegister()
        let serial = try test.issue(TestRegister.person("Nguyễn Thị Hương"))
        test.clock = test.clock.adding(seconds: 60)
        guard case .holding(let card, let holder) = try test.decision(on: TestRegister.person("Nguyễn Thị Hương")),
            let record = card.record
        else { throw TestRegister.Unexpected.standing }
        let again = Issuance(serial: serial, number: 1, reason: .again, holder: holder, record: record)
        try test.run([again, again])
        let venue = Record(
            name: "Chợ Sịa", venueType: .market, address: "Sịa", locality: Locality(commune: "Sịa", hamlet: "Chợ"))
        let poster = Holder(venue: "Chợ Sịa", address: "Sịa", key: test.serialKey)
        let run = Run(
            command: "posters", kind: .venue, template: "scan-card", key: try test.signingKey, algorithm: .hmac256,
            unit: TestRegister.unit, nameForm: .full, clock: test.clock, expires: test.clock, folder: "/out", rows: 1)
        let issue = Issuance(
            serial: Serial(unit: TestRegister.unit, holder: poster.key, issueNumber: 1, key: test.serialKey), number: 1,
            reason: .new, holder: poster, record: venue)
        try test.register.writing { transaction in
            _ = try transaction.register(run, reason: "") { add in
                try add(
                    Run.File(name: "p.pdf", sheets: 1, sha256: Array(0..<32)),
                    [Run.Item(issuance: issue, page: 1, position: 1)])
            }
        }
        let clock = test.clock
        let (cards, posters) = try test.register.reading { register in
            let count = try register.count(at: clock)
            return (count.localities, count.posters)
        }
        // The market's place has a poster and neither people nor cards.
        #expect(cards.count == 1)
        #expect(cards.first?.people == 2 && cards.first?.counted == clock && cards.first?.reprints == 2)
        #expect(cards.first?.cards.valid == 1)
        #expect(posters.count == 1 && posters[.market]?.valid == 1)
    }
}
