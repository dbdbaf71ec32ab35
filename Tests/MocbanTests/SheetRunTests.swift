import Files
import Foundation
import Layout
import Payload
import RasterSupport
import TestSupport
import Testing

@testable import Mocban

/// Runs on the sheets of all profiles: backs, orders, footers, outlines and lists to sign.
@Suite("Runs on sheets")
struct SheetRunTests {
    /// A card with a black square on either side, one exactly behind the other, and the serial on the back.
    private static let duplex = """
        kind: card
        summary: Two sides for tests.
        size: [85.60, 53.98]
        styles:
          name: { font: Roboto, size: 9, condensed: Roboto Condensed, fit: [condense, wrap: 2, shrink: 5] }
        marks:
          - { box: [5, 35, 9, 7], fill: black }
          - { text: "{name}", at: [4, 4, 46, 8], style: name }
        back:
          - { box: [71.6, 35, 9, 7], fill: black }
          - { text: "{serial}", at: [30, 6, 46, 8], style: name }

        """
    /// Where the square is on the front, from the page's corner.
    private static let square = Rectangle.mm(5, 35, 9, 7)

    private let office: TestOffice

    init() throws {
        office = try TestOffice()
        try office.folder.write("office/templates/duplex.yaml", Self.duplex)
    }

    /// People of one hamlet in households of one to six, and of a second hamlet.
    private static func roster(_ count: Int) -> String {
        var text = "household,full_name,date_of_birth,sex,national_id,hamlet,commune\n"
        var household = 0
        var left = 1
        for number in 0..<count {
            if left == 0 {
                household += 1
                left = household % 6 + 1
            }
            left -= 1
            let name = "Lê Thị " + String("\(number)".utf8.map { Character(Unicode.Scalar($0 - 48 + 65)) })
            let hamlet = number < count * 3 / 4 ? "Phú Lễ" : "Hạ Lang"
            text += "PL-\(household),\(name),1985,Nữ,0461\(85_000_000 + number),\(hamlet),Quảng Phú\n"
        }
        return text
    }

    /// A rectangle of one side as it is seen through the paper from the other.
    private func through(_ box: Rectangle, _ paper: Size, _ flip: Duplex) -> Rectangle {
        let isUpright = (flip == .longEdge) == (paper.height >= paper.width)
        let origin =
            isUpright
            ? Point(x: paper.width - box.maxX, y: box.minY) : Point(x: box.minX, y: paper.height - box.maxY)
        return Rectangle(origin: origin, size: box.size)
    }

    // MARK: Backs

    @Test(
        "front and back laid over one another: each back lies behind its own front, to 0.1 mm",
        arguments: ["a4-2x5", "a4-3x3-bleed", "a4-2x4-gutter", "id1-single", "a3-4x5", "label-a4-2x5-85x54"],
        [Duplex.longEdge, .shortEdge])
    func overlay(name: String, flip: Duplex) async throws {
        let profile = try SheetLibrary(resources: office.resources).profile(name)
        try await office.print(
            .card, Self.roster(23), template: "duplex", sheets: SheetChoices(profile: name, duplex: flip),
            grouping: .none)
        let manifest = try ManifestFile(office)
        let pdf = office.folder("out/cards.pdf")
        let raster = try Raster(pdf, dotsPerInch: 300)
        let words = try PrintedPages(pdf, dotsPerInch: 20, in: office.folder)
        #expect(raster.pages.count == manifest.files[0].sheets * 2)
        let tolerance = Length.mm(0.1)
        for item in manifest.items {
            let (front, back) = (raster.pages[item.page * 2 - 2], raster.pages[item.page * 2 - 1])
            let trim = profile.trim(at: item.position - 1)
            let place = Rectangle(
                origin: Point(
                    x: trim.minX + Self.square.minX * profile.scale, y: trim.minY + Self.square.minY * profile.scale),
                size: Size(
                    width: Self.square.size.width * profile.scale, height: Self.square.size.height * profile.scale))
            let window = place.inset(by: .mm(-1.5))
            let printed = try #require(front.dark(in: window))
            let behind = through(
                try #require(back.dark(in: through(window, profile.paper, flip))), profile.paper, flip)
            for (one, other) in [
                (printed.minX, behind.minX), (printed.maxX, behind.maxX), (printed.minY, behind.minY),
                (printed.maxY, behind.maxY), (printed.minX, place.minX), (printed.maxY, place.maxY),
            ] { #expect(max(one, other) - min(one, other) <= tolerance, "\(printed) and \(behind)") }
            let serial = words.text(page: item.page * 2, in: through(trim, profile.paper, flip))
            #expect(serial == item.serial)
        }
    }

    @Test("a back is printed where a person asks for it")
    func choices() async throws {
        func pages(_ sheets: SheetChoices, _ template: String = "duplex") async throws -> (Int, PrintForm?) {
            try await office.print(.card, Self.roster(11), template: template, sheets: sheets, grouping: .none)
            struct Manifest: Decodable {
                struct Run: Decodable { let form: PrintForm }
                let run: Run
            }
            let form = try JSONDecoder().decode(Manifest.self, from: office.folder.data("out/manifest.json")).run.form
            return (try Raster(office.folder("out/cards.pdf"), dotsPerInch: 10).pages.count, form)
        }
        let usual = try await pages(SheetChoices())
        #expect(usual.0 == 2 && usual.1?.duplex == Duplex.none && usual.1?.profile == "a4-2x5")
        #expect(usual.1?.printer == nil && usual.1?.order == .delivery && usual.1?.language == "vi")
        let both = try await pages(SheetChoices(duplex: .longEdge))
        #expect(both.0 == 4 && both.1?.duplex == .longEdge)
        #expect(try await pages(SheetChoices(profile: "id1-single")).0 == 11)
        let single = try await pages(SheetChoices(profile: "id1-single", duplex: .shortEdge))
        #expect(single.0 == 22 && single.1?.duplex == .shortEdge)
        #expect(try await pages(SheetChoices(), "plain-card").0 == 2)
        await #expect(throws: SheetError.noBack(template: "plain-card")) {
            _ = try await pages(SheetChoices(duplex: .shortEdge), "plain-card")
        }
    }

    // MARK: Orders

    @Test(
        "the piles of a guillotined stack are in order of delivery, and so is the list to sign", arguments: [7, 23, 40])
    func cutAndStack(count: Int) async throws {
        let delivered = try await rows(count, SheetChoices())
        let stacked = try await rows(count, SheetChoices(order: .cutAndStack, receipts: true))
        #expect(delivered.count == count && stacked.count == count)
        for file in ["quang-phu-phu-le.pdf", "quang-phu-ha-lang.pdf"] {
            // The guillotine makes a pile of each position, and the piles are laid on one another.
            let piles = stacked.filter { $0.file == file }.sorted { ($0.position, $0.page) < ($1.position, $1.page) }
            #expect(piles.map(\.row) == delivered.filter { $0.file == file }.map(\.row))
            let list = try Program.system("pdftotext")
                .run(["-layout", office.folder("out/ky-nhan-" + file), "-"]).text
            let found = list.matches(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).map { String($0.output) }
            #expect(found == piles.map(\.serial))
        }
    }

    private func rows(_ count: Int, _ sheets: SheetChoices) async throws -> [ManifestFile.Item] {
        var sheets = sheets
        sheets.duplex = sheets.duplex ?? .longEdge
        try await office.print(.card, Self.roster(count), template: "duplex", sheets: sheets)
        return try ManifestFile(office).items
    }

    @Test("kept households leave a last place empty, which the manifest passes over")
    func keptHouseholds() async throws {
        let items = try await rows(60, SheetChoices(keepsHouseholds: true)).filter { $0.file == "quang-phu-phu-le.pdf" }
        #expect(items.contains { $0.position == 9 } && items.count { $0.position == 10 } < 5)
        let pages = try PrintedPages(office.folder("out/quang-phu-phu-le.pdf"), dotsPerInch: 20, in: office.folder)
        for item in items {
            let trim = SheetProfile.a4TwoByFive.trim(at: item.position - 1)
            #expect(!pages.text(page: item.page * 2 - 1, in: trim).isEmpty)
        }
        for page in 1...(items.map(\.page).max() ?? 1) {
            let taken = Set(items.filter { $0.page == page }.map(\.position))
            for position in 1...10 where !taken.contains(position) {
                let trim = SheetProfile.a4TwoByFive.trim(at: position - 1)
                #expect(pages.text(page: page * 2 - 1, in: trim).isEmpty)
            }
        }
    }

    @Test(
        "sheets of a run are printed again as they were, each card in its place",
        arguments: [
            SheetChoices(), SheetChoices(order: .cutAndStack), SheetChoices(keepsHouseholds: true),
            SheetChoices(profile: "a4-3x3-bleed", order: .cutAndStack),
        ])
    func reprintedSheets(sheets: SheetChoices) async throws {
        let items = try await rows(53, sheets)
        let file = "quang-phu-phu-le.pdf"
        let jammed = items.filter { $0.file == file && $0.page >= 2 }
        let run = try ReprintRun(
            .run(1, file: file, sheets: 2...Int.max), .reprint, office: try office.office, resources: office.resources,
            options: RunOptions(nil, sheets: SheetChoices(profile: sheets.profile)), lock: try office.lock)
        _ = try await run.print(to: office.folder("jam"))
        let again = try ManifestFile(office, "jam").items
        #expect(again.map(\.serial) == jammed.map(\.serial) && !again.isEmpty)
        #expect(again.map(\.position) == jammed.map(\.position))
        #expect(again.map(\.page) == jammed.map { $0.page - 1 })
    }

    @Test(
        "a row that turns out to have no place on a card takes none, and the sheets are counted without it",
        arguments: [PrintForm.Order.delivery, .cutAndStack])
    func rejectedWhileDrawing(order: PrintForm.Order) async throws {
        let long = String(repeating: "M", count: 70)
        var rows = Self.roster(28).split(separator: "\n").map(String.init)
        for row in [1, 4, 21] { rows[row] = rows[row].replacing("Lê Thị", with: "Lê \(long) \(long)") }
        let report = try await office.print(
            .card, rows.joined(separator: "\n") + "\n", template: "duplex", sheets: SheetChoices(order: order),
            grouping: .none)
        let manifest = try ManifestFile(office)
        #expect(report.printed == 25 && report.rejected == 3 && manifest.files.map(\.sheets) == [3])
        #expect(try Set(rejections(office).keys) == [2, 5, 22])
        let items = manifest.items.sorted {
            order == .delivery
                ? ($0.page, $0.position) < ($1.page, $1.position) : ($0.position, $0.page) < ($1.position, $1.page)
        }
        #expect(items.map(\.row) == (2...29).filter { ![2, 5, 22].contains($0) })
        let text = try Program.system("pdftotext").run(["-layout", office.folder("out/cards.pdf"), "-"]).text
        #expect(text.contains("tờ 1/3") && text.contains("tờ 3/3") && !text.contains("/4"))
    }

    @Test("the same roster gives the same bytes, however many files are drawn at once")
    func sameBytes() async throws {
        for (out, jobs) in [("a", 1), ("b", 4)] {
            try await office.print(
                .card, Self.roster(70), to: out, template: "duplex",
                sheets: SheetChoices(profile: "a4-3x3-bleed", order: .cutAndStack, receipts: true),
                grouping: .household,
                jobs: jobs)
        }
        let first = try office.folder.contents(of: "a")
        #expect(first.count > 20 && first.keys.count { $0.hasPrefix("ky-nhan-") } == 2)
        #expect(try office.folder.contents(of: "b") == first)
    }

    // MARK: What a file says of itself

    @Test("footer, outline, page labels and language")
    func about() async throws {
        let items = try await rows(60, SheetChoices())
        let file = "quang-phu-phu-le.pdf"
        let text = try Program.system("pdftotext").run(["-layout", office.folder("out/" + file), "-"]).text
        #expect(text.contains("Đợt in 1 · tờ 1/5 · Phú Lễ, Quảng Phú"))
        #expect(text.contains("Đợt in 1 · tờ 5/5 · mặt sau · Phú Lễ, Quảng Phú"))
        let bytes = String(decoding: try office.folder.data("out/" + file), as: UTF8.self)
        #expect(bytes.contains("/Lang (vi)") && bytes.contains("/PageLabels") && bytes.contains("/Outlines"))
        let households = items.filter { $0.file == file }.count
        #expect(households == 45 && bytes.contains("/Title (PL-0)") && bytes.contains("/Title (PL-11)"))
        #expect(!bytes.contains("/Title (PL-15)"))
        let check = try Program.system("pdfinfo").run([office.folder("out/" + file)])
        #expect(check.status == 0 && check.errors.isEmpty && check.text.contains("Pages:           10"))
        #expect(check.text.contains("UBND xã Quảng Phú – Phú Lễ, Quảng Phú"))
    }

    // MARK: Lists to sign

    @Test("a list to sign has every card of its hamlet once, with page numbers, and stands in the manifest")
    func receipts() async throws {
        let report = try await office.print(
            .card, Self.roster(120), template: "duplex", sheets: SheetChoices(receipts: true), grouping: .household)
        let lists = report.files.filter { $0.list != nil }
        #expect(lists.map(\.file) == ["ky-nhan-quang-phu-phu-le.pdf", "ky-nhan-quang-phu-ha-lang.pdf"])
        #expect(lists.allSatisfy { $0.items == 0 && $0.sheets > 1 } && report.printed == 120)
        let items = try ManifestFile(office).items
        var seen: [String] = []
        for list in lists {
            let text = try Program.system("pdftotext").run(["-layout", office.folder("out/" + list.file), "-"]).text
            seen += text.matches(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).map { String($0.output) }
            for page in 1...list.sheets { #expect(text.contains("Trang \(page)/\(list.sheets)")) }
            #expect(text.ranges(of: "Ký nhận").count >= list.sheets - 1 && text.contains("DANH SÁCH KÝ NHẬN THẺ"))
            #expect(text.contains("NGƯỜI PHÁT") && text.contains("Tổng cộng:"))
            // People of one name are told apart by it.
            #expect(text.ranges(of: "Năm sinh").count >= list.sheets - 1)
            #expect(text.matches(of: /\s(19|20)[0-9]{2}\s+[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).count > 0)
        }
        #expect(seen == items.map(\.serial))
    }

    @Test("a list to sign stands a name of letters that its font lacks, and words that no cell holds")
    func awkwardReceipts() async throws {
        let roster = """
            household,full_name,date_of_birth,national_id,hamlet
            \(String(repeating: "H", count: 60)),Lê An,1985,046185000001,字漢
            H-2,Lê \(String(repeating: "M", count: 40)),1985,046185000002,字漢

            """
        let report = try await office.print(.card, roster, template: "duplex", sheets: SheetChoices(receipts: true))
        #expect(report.printed + report.rejected == 2 && report.printed >= 1)
        #expect(report.files.contains { $0.list == .receipts })
    }

    @Test("posters have a list to sign too")
    func posterReceipts() async throws {
        let venues = "name,type,address\nTrạm y tế,Y tế,Phú Lễ\nChợ Sịa,Chợ,Sịa\n"
        let report = try await office.print(.venue, venues, sheets: SheetChoices(receipts: true), grouping: .none)
        #expect(report.files.map(\.file) == ["posters.pdf", "ky-nhan-posters.pdf"])
        let text = try Program.system("pdftotext").run([office.folder("out/ky-nhan-posters.pdf"), "-"]).text
        #expect(text.contains("DANH SÁCH KÝ NHẬN ÁP PHÍCH") && text.contains("Chợ Sịa"))
    }

    // MARK: Posters

    @Test(
        "margins for holes and film make a poster smaller, and its code still can be read",
        arguments: ["poster-a4", "poster-a4-punched", "poster-a4-laminated"])
    func posterMargins(name: String) async throws {
        let venues = "name,type,address\nTrạm y tế,Y tế,Phú Lễ\n"
        try await office.print(.venue, venues, sheets: SheetChoices(profile: name), grouping: .none)
        let profile = try SheetLibrary(resources: office.resources).profile(name)
        let pages = try PrintedPages(office.folder("out/posters.pdf"), dotsPerInch: 100, in: office.folder)
        let code = try #require(try office.template("plain-poster").front.code?.box)
        let place = profile.placement(at: 0)
        let middle = Rectangle(
            origin: Point(x: place.origin.x + code.minX * place.scale, y: place.origin.y + code.minY * place.scale),
            size: Size(width: code.size.width * place.scale, height: code.size.height * place.scale))
        #expect(pages.codes(page: 1, in: middle).count == 1 && pages.codes[0].count == 1)
    }
}
