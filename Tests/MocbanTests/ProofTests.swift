import Files
import Foundation
import Layout
import Mocban
import Payload
import Proofing
import QRCode
import Scanning
import TestSupport
import Testing

@Suite("Proof")
struct ProofTests {
    @Test(
        "a run as it was printed has no fault, whatever its template and its signature",
        arguments: ["plain-card", "commune"], [Algorithm.hmac256, .ed25519])
    func untouched(template: String, algorithm: Algorithm) async throws {
        let run = try await ProofedRun(1)
        try await run.office.print(
            .card, ProofedRun.roster(27), to: "all", template: template, grouping: .none, algorithm: algorithm)
        let report = try await run.proof(["all/cards.pdf"], jobs: 3)
        #expect(report.faults == [] && report.hasRegister)
        #expect(report.codes == 27 && report.sheets == 3 && report.files.map(\.hasManifest) == [true])
        #expect([report.readAt300, report.readAt600, report.signed, report.placed] == [27, 27, 27, 27] as [Int])
        // The longest names have the finest modules.
        #expect(report.weakest.count == 12)
        #expect(report.weakest.prefix(6).allSatisfy { $0.position % 4 == ($0.page % 2 == 1 ? 2 : 0) })
        for weak in report.weakest {
            let code = try #require(weak.code)
            #expect(weak.image.pixels[0] == 255 && code.width >= 45)
            // The middle of each module is as dark on paper as in the symbol.
            let module = Double(weak.image.width) / Double(code.width + 8)
            for (x, y) in (0..<code.width).flatMap({ x in (0..<code.width).map { (x, $0) } }) {
                let (column, row) = (Int((Double(x) + 4.5) * module), Int((Double(y) + 4.5) * module))
                if (weak.image.pixels[row * weak.image.width + column] < 128) != code[x, y] {
                    Issue.record("\(weak.page).\(weak.position): module \(x), \(y)")
                    return
                }
            }
        }
        let one = try await run.proof(["all/cards.pdf"], jobs: 1)
        #expect(one.weakest.map(\.serial) == report.weakest.map(\.serial))
    }

    @Test(
        "a name that kerns, which Poppler reads without its space, is as printed", arguments: ["commune", "official"])
    func kerned(template: String) async throws {
        let run = try await ProofedRun(1, template: template)
        let roster = ProofedRun.roster(1).replacing("Tôn Nữ Hồng Ẩn", with: "Y A").replacing("046185", with: "046186")
        try await run.office.print(.card, roster, to: "kerned", template: template, grouping: .none)
        let report = try await run.proof(["kerned/cards.pdf"])
        #expect(report.faults == [] && report.codes == 1)
    }

    @Test("the name's form in the payload does not matter", arguments: NameForm.allCases)
    func nameForms(form: NameForm) async throws {
        let run = try await ProofedRun(5, template: "commune") { $0.nameForm = form }
        #expect(try await run.proof().faults == [])
        let keys = try run.office.office.keyring().exported(purpose: .card, verifyOnly: false)
        let report = try await run.proof(keys: keys)
        #expect(report.faults == [] && report.signed == 5 && !report.hasRegister)
    }

    @Test(
        "pages that are swapped, doubled, lost or of another place are named",
        arguments: [
            ("1,3,2,4", ["2 swapped>3 ×10", "3 swapped>2 ×10"]),
            ("1-2,2-4", [" pages", "3 doubled>2 ×10", "4-5 misplaced>3 ×13"]),
            ("1,3-4", [" pages", "2-3 misplaced>3 ×13", "2 missing ×10"]),
            ("1-3", [" pages", "4 missing ×3"]),
            ("1-4,1", [" pages", "5 doubled>1 ×10"]),
            (
                "4,3,2,1",
                ["1 swapped>4 ×3", "2 swapped>3 ×10", "3 swapped>2 ×10", "4 swapped>1 ×3", "4 misplaced>1 ×7"]
            ),
        ] as [(String, [String])])
    func pages(selection: String, faults: [String]) async throws {
        let run = try await ProofedRun(33)
        let report = try await run.proof([try run.pages(selection)])
        let found = report.faults.map(\.brief)
        #expect(Set(found) == Set(faults + [" changed"]))
        #expect(report.codes == 33)
    }

    @Test("a covered code is unreadable at both resolutions, and its picture is kept")
    func covered() async throws {
        let run = try await ProofedRun(12)
        let square = try run.square(4)
        let half = Rectangle(
            origin: square.origin, size: Size(width: square.size.width / 2, height: square.size.height))
        let report = try await run.proof([try run.overlaid([.box(BoxMark(half, fill: .white))], page: 1)])
        #expect(report.faults.map(\.brief) == [" changed", "1.4 unreadable"])
        let item = try run.item(1, 4)
        let fault = try #require(report.faults.last)
        #expect(fault.problem == .unreadable(resolutions: [300, 600]) && fault.row == item.row)
        #expect(fault.serial?.description == item.serial)
        let place = "cards.pdf, page 1, position 4 (row \(item.row), \(item.serial))"
        #expect(fault.description == place + ": the code cannot be read at 300 and 600 dpi")
        #expect([report.codes, report.readAt300, report.readAt600, report.signed] == [12, 11, 11, 11] as [Int])
        #expect(report.faulty.map(\.position) == [4] && report.faulty.first?.image.pixels.contains(0) == true)
    }

    @Test("a code that is gone is missing")
    func blank() async throws {
        let run = try await ProofedRun(12)
        let report = try await run.proof([
            try run.overlaid([.box(BoxMark(try run.square(2), fill: .white))], page: 2)
        ])
        #expect(
            report.faults.map(\.brief) == [" changed", "2.2 missing"] && report.readAt300 == 11 && report.codes == 12)
        #expect(report.faults.last?.description.hasSuffix(": it is nowhere in the file") == true)
    }

    @Test("two cards that have each other's code are swapped, and their texts are not the codes'")
    func swappedCodes() async throws {
        let run = try await ProofedRun(5, template: "plain-card") { $0.nameForm = .none }
        let texts = try PrintedPages(run.office.folder("out/cards.pdf"), dotsPerInch: 300, in: run.office.folder)
        func text(_ position: Int) throws -> String {
            try #require(texts.codes(page: 1, in: try run.square(position)).first?.text)
        }
        let marks = try run.code(text(2), in: run.square(3)) + run.code(text(3), in: run.square(2))
        let report = try await run.proof([try run.overlaid(marks, page: 1)])
        let faults = Set(report.faults.map(\.brief))
        #expect(faults.isSuperset(of: ["1.2 swapped>1.3", "1.3 swapped>1.2", "1.2 text", "1.3 text", " changed"]))
        #expect(report.faults.allSatisfy { [.swapped, .text, .changed].contains($0.kind) })
        let printed = Set(
            report.faults.compactMap { if case .text(let label, _, _) = $0.problem { label } else { nil } })
        #expect(printed.contains("{serial}") && report.placed == 3)
    }

    @Test("a code over another says whose it is", arguments: ["forged", "unknown-key", "malformed"])
    func notOurs(verdict: String) async throws {
        let run = try await ProofedRun(3)
        let item = try run.item(1, 2)
        let text: String
        switch verdict {
        case "forged":
            // Another digit near the end, where the signature is.
            var own = Array(try run.text(item).utf8)
            let place = own.count - 20
            own[place] = own[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            text = String(decoding: own, as: UTF8.self)
        case "unknown-key":
            let other = try TestOffice(keys: "other")
            text = try run.text(item, signedBy: try other.office.keyring())
        default: text = "https://example.org/menu"
        }
        let report = try await run.proof([try run.overlaid(try run.code(text, in: run.square(2)), page: 1)])
        #expect(report.faults.map(\.brief) == [" changed", "1.2 not-ours"])
        #expect(report.faults.last?.problem == .notOurs(try #require(Verdict(rawValue: verdict))))
        #expect(report.signed == 2 && report.readAt600 == 3)
    }

    @Test("a code where none is to be is a stray, or a card too many")
    func strays() async throws {
        let run = try await ProofedRun(3)
        // Position 8 is empty on a sheet of three cards.
        let foreign = try run.overlaid(try run.code("https://example.org/menu", in: run.square(8)), page: 1)
        let report = try await run.proof([foreign])
        #expect(report.faults.map(\.brief) == [" changed", "1 stray"] && report.codes == 3 && report.readAt300 == 3)

        let texts = try PrintedPages(run.office.folder("out/cards.pdf"), dotsPerInch: 300, in: run.office.folder)
        let text = try #require(texts.codes(page: 1, in: try run.square(1)).first?.text)
        let twice = try await run.proof([
            try run.overlaid(try run.code(text, in: run.square(8)), page: 1, in: "twice")
        ])
        #expect(twice.faults.map(\.brief) == [" changed", "1 doubled>1.1"] && twice.placed == 3)
    }

    @Test("a card that the manifest does not have is told from one of another file")
    func elsewhere() async throws {
        let run = try await ProofedRun(3)
        try await run.office.print(
            .card, ProofedRun.roster(3) + "K-1,Chủ hộ,Trần Bê,1970,Nam,046070123456,Bao La,Quảng Phú\n", to: "hamlets",
            template: "plain-card", grouping: .hamlet)
        let manifest = try ManifestFile(run.office, "hamlets")
        let files = manifest.files.map(\.file)
        try #require(files.count == 2)
        let (first, second) = (run.office.folder("hamlets/" + files[0]), run.office.folder("hamlets/" + files[1]))
        try run.office.folder.write("mixed/manifest.json", try run.office.folder.data("hamlets/manifest.json"))
        try FileManager.default.copyItem(atPath: first, toPath: run.office.folder("mixed/" + files[1]))
        try FileManager.default.copyItem(atPath: second, toPath: run.office.folder("mixed/" + files[0]))
        let report = try await run.proof(files.map { "mixed/" + $0 })
        #expect(report.faults.count { $0.kind == .changed } == 2)
        #expect(report.faults.allSatisfy { [.misplaced, .missing, .stray, .changed].contains($0.kind) })
        let misplaced = report.faults.filter { $0.kind == .misplaced }
        #expect(!misplaced.isEmpty && misplaced.allSatisfy { $0.other != nil && $0.other?.file != $0.file })
        #expect(report.faults.contains { $0.kind == .missing } && report.placed == 0)

        // The run of before is nobody's any more: the register was made anew, and has the same people.
        let other = try await run.proof(["out/cards.pdf"], manifest: "out/manifest.json")
        #expect(other.faults.map(\.brief) == [" changed"])
        guard case .unknownFile = other.faults.first?.problem else {
            Issue.record("\(other.faults)")
            return
        }
    }

    @Test("what the register does not have, or has otherwise, is named")
    func register() async throws {
        let run = try await ProofedRun(3)
        // The same people's cards, one with another name, in a register of its own.
        let changed = ProofedRun.roster(3).replacing("Lê An", with: "Lê Anh")
        try await run.office.print(.card, changed, to: "new", template: "plain-card", grouping: .none)
        let report = try await run.proof()
        #expect(Set(report.faults.map(\.brief)) == [" changed", "1.3 contradicted", "1.3 text"])
        let claim = try #require(report.faults.first { $0.kind == .contradicted })
        #expect(claim.problem == .contradicted(claim: "name", registered: "Lê Anh", found: "Lê An"))
        let text = try #require(report.faults.first { $0.kind == .text })
        #expect(text.problem == .text(label: "{name}", expected: "Lê Anh", found: "Lê An"))
        #expect(text.description.hasSuffix("{name} reads “Lê An” and should be “Lê Anh”"))

        try await run.office.print(.card, ProofedRun.roster(2), to: "fewer", template: "plain-card", grouping: .none)
        #expect(try await run.proof().faults.map(\.brief) == [" changed", "1.3 unregistered"])
    }

    @Test("a name that the payload does not have is found wrong by its print alone")
    func printedName() async throws {
        let run = try await ProofedRun(3) { $0.nameForm = .none }
        let changed = ProofedRun.roster(3).replacing("Lê An", with: "Lê Ân")
        try await run.office.print(.card, changed, to: "new", template: "plain-card", grouping: .none)
        let report = try await run.proof()
        #expect(report.faults.map(\.brief) == [" changed", "1.3 text"])
        #expect(report.faults.last?.problem == .text(label: "{name}", expected: "Lê Ân", found: "Lê An"))
    }

    @Test("a card that is no longer good is named")
    func lapsed() async throws {
        let run = try await ProofedRun(3)
        let later = TestOffice.clock.adding(seconds: 400 * 86_400)
        let report = try await run.proof(at: later)
        #expect(report.faults.map(\.brief) == ["1.1 lapsed", "1.2 lapsed", "1.3 lapsed"])
        #expect(report.faults.allSatisfy { $0.problem == .lapsed(.expired) })
        #expect(report.signed == 3 && report.placed == 3)
        // Before its time of issue it is as it should be.
        #expect(try await run.proof(at: TestOffice.clock.adding(seconds: -86_400)).faults == [])
    }

    @Test("another office's file has not one code of ours")
    func otherOffice() async throws {
        let (run, other) = (try await ProofedRun(3), try await ProofedRun(3, keys: "other"))
        try FileManager.default.copyItem(
            atPath: other.office.folder("out"), toPath: run.office.folder("foreign"))
        let report = try await run.proof(["foreign/cards.pdf"])
        #expect(report.faults.map(\.brief) == [" changed", "1.1 not-ours", "1.2 not-ours", "1.3 not-ours"])
        #expect(report.faults.dropFirst().allSatisfy { $0.problem == .notOurs(.unknownKey) })
        #expect(report.signed == 0 && report.readAt300 == 3)
    }

    @Test("without a manifest every code of the pages is read, and twins are found")
    func withoutManifest() async throws {
        let run = try await ProofedRun(23)
        let file = try run.pages("1-3,2", in: "alone")
        try FileManager.default.removeItem(atPath: run.office.folder("alone/manifest.json"))
        let report = try await run.proof([file])
        #expect(report.codes == 33 && report.signed == 33 && report.readAt600 == 33)
        #expect(report.files.map(\.hasManifest) == [false])
        #expect(report.faults.map(\.brief) == [" changed", "4 doubled>2 ×10"])
    }

    @Test(
        "posters are proved as cards are, with and without an address", arguments: [nil, "https://tcs.example.vn/qd/"])
    func posters(base: String?) async throws {
        let run = try await ProofedRun(1) { $0.baseURL = base.flatMap(BaseURL.init) }
        let venues =
            "name,type,address\nChợ Sịa,Chợ,Sịa\nTrạm y tế,Y tế,Phú Lễ\nTạp hóa Cô Lựu,Cửa hàng,Thôn Phú Lễ\n"
        for template in ["plain-poster", "scan-card"] {
            try await run.office.print(.venue, venues, to: template, template: template)
            let report = try await run.proof([template + "/posters.pdf"])
            #expect(report.faults == [] && report.codes == 3 && report.placed == 3 && report.readAt300 == 3)
            let changed = try await run.proof([template + "/posters.pdf"], at: TestOffice.clock.adding(seconds: 1))
            #expect(changed.faults == [])
        }
    }

    private static let twoSided = """
        kind: card
        summary: A card with words on both sides.
        size: [85.60, 53.98]
        styles:
          name: { font: Roboto, size: 9, case: upper, fit: [wrap: 2, shrink: 6] }
        marks:
          - { text: "{name}", at: [4, 4, 46, 12], style: name }
          - { code: payload, at: [52, 12, 30] }
        back:
          - { text: "Số {serial}", at: [4, 4, 46, 6], style: name }
          - { text: "{household}[ · {relation}]", at: [4, 40, 60, 6], style: name }

        """

    @Test(
        "cards are found on every kind of sheet, on both sides", arguments: ["a4-2x5", "a4-3x3-bleed", "id1-single"],
        [Duplex.none, .longEdge, .shortEdge])
    func sheets(profile: String, duplex: Duplex) async throws {
        let run = try await ProofedRun(1)
        try run.office.folder.write("office/templates/two-sided.yaml", Self.twoSided)
        let roster = try run.office.folder.write("roster.csv", ProofedRun.roster(13))
        try run.office.forgetRuns()
        let printed = try Program.mocban.run([
            "cards", roster, "--office", run.office.path, "--out", run.office.folder("sides"),
            "--template", "two-sided", "--profile", profile, "--duplex", duplex.rawValue,
            "--clock", TestOffice.clock.description, "--group-by", "none",
        ])
        try #require(printed.status == 0, "\(printed.errors)")
        let report = try await run.proof(["sides/cards.pdf"])
        #expect(report.faults == [] && report.codes == 13 && report.placed == 13)
        let sheets = try ManifestFile(run.office, "sides").files[0].sheets
        #expect(report.sheets == sheets && report.files[0].pages == sheets * (duplex == .none ? 1 : 2))
    }

    @Test("any order of pages but the printed one is found out", arguments: 0..<6)
    func permutations(seed: UInt64) async throws {
        var random = SeededNumbers(seed)
        let run = try await ProofedRun(50)
        let order = (1...5).shuffled(using: &random)
        let file = try run.pages(order.map { "\($0)" }.joined(separator: ","))
        let report = try await run.proof([file])
        let away = order.enumerated().filter { $0.offset + 1 != $0.element }
        #expect(report.placed == 50 - 10 * away.count && report.signed == 50)
        #expect(report.faults.reduce(0) { $0 + $1.count } == 10 * away.count + 1)
        for (index, page) in away {
            let fault = report.faults.first { fault in
                guard let first = fault.page, let other = fault.other else { return false }
                return (first...(fault.lastPage ?? first)).contains(index + 1)
                    && other.page - first == page - index - 1
            }
            #expect(fault != nil, "page \(index + 1)")
        }
    }
}
