import Files
import Foundation
import Layout
import Messages
import Mocban
import Payload
import PhotographSupport
import Proofing
import QRCode
import RasterSupport
import Scanning
import TestSupport
import Testing

@Suite("Photographs of printed sheets")
struct SheetPhotographTests {
    /// A sheet as it lies before the camera.
    private static let corners = [(x: 0.09, y: 0.03), (x: 0.93, y: 0.05), (x: 0.98, y: 0.97), (x: 0.03, y: 0.95)]

    /// Photographs a sheet of a run, some of its positions covered: a share of each code, from its right edge.
    private func photograph(
        _ run: ProofedRun, page: Int, covered: [Int: Double] = [:], as name: String = "photo.jpg"
    ) throws -> String {
        let raster = try Raster(run.office.folder("out/cards.pdf"), dotsPerInch: 200)
        let sheet = raster.pages[page - 1]
        var photograph = SyntheticPhotograph(width: 1500, height: 2100, table: 80)
        let place = photograph.position(Self.corners)
        photograph.lay(
            GreyImage(unchecked: sheet.pixels, width: sheet.width, height: sheet.height), onto: place)
        let projection = Projection(onto: place)
        for (position, share) in covered {
            let square = try run.square(position)
            let cover = Quadrilateral(
                x: (square.minX.millimetres + (1 - share) * 30) / 210, y: square.minY.millimetres / 297,
                width: share * 30 / 210, height: 30.0 / 297)
            photograph.lay(
                GreyImage(unchecked: Array(repeating: 235, count: 100), width: 10, height: 10),
                onto: cover.mapped { projection($0) })
        }
        photograph.shade(to: 0.6, along: 60)
        let file = try JPEGPicture(photograph.image, quality: 85)
        return try run.office.folder.write(name, Data(file.bytes))
    }

    @Test("a sheet's cards are there, missing and unreadable, and the list prints them once more")
    func sheet() async throws {
        let run = try await ProofedRun(13)
        let photo = try photograph(run, page: 1, covered: [4: 1, 7: 0.55])
        let proof = try PhotoProof(
            manifest: run.office.folder("out/manifest.json"), office: run.office.office,
            keyring: try run.office.office.keyring(), resources: run.office.resources, clock: TestOffice.clock)
        let report = try proof.prove([photo])
        let sheet = try #require(report.sheets.first)
        #expect(report.sheets.count == 1 && sheet.file == "cards.pdf" && sheet.number == 1)
        #expect(sheet.missing.map(\.position) == [4] && sheet.unreadable.map(\.position) == [7])
        #expect(sheet.there.count == 8 && report.strangers.isEmpty && report.doubled.isEmpty)

        let list = run.office.folder("list.csv")
        try ReprintList.write(report, to: list)
        let serials = try ReprintList.serials(list)
        #expect(serials == [try run.item(1, 4).serial, try run.item(1, 7).serial])
        let text = try run.office.folder.text("list.csv")
        #expect(text.contains(",\(try run.item(1, 7).row),cards.pdf,1,7,unreadable\r\n"))

        // The register knows the sheet too, though not what lies where on it.
        let known = try PhotoProof(office: try run.office.office, clock: TestOffice.clock).prove([photo])
        #expect(known.sheets.map(\.number) == [1] && known.sheets[0].there.count == 8 && known.sheets[0].unsure == 1)
        #expect(known.sheets[0].missing.map(\.position) == [4, 7] && known.sheets[0].run != nil)
    }

    @Test("a code that is forged and one that is nobody's do not pass for cards")
    func strangers() async throws {
        let run = try await ProofedRun(2)
        let item = try run.item(1, 1)
        let text = try run.text(item)
        let last = try #require(text.last)
        let forged = String(text.dropLast()) + (last == "1" ? "2" : "1")
        var photograph = SyntheticPhotograph(width: 900, height: 400, table: 230)
        let codes = try [text, forged, "https://example.vn/quán phở"].map { text in
            try QRCode(
                text.hasPrefix("MB1:")
                    ? [.alphanumeric("MB1:"), .numeric(text.dropFirst(4))].compactMap(\.self) : [.byte(text)],
                level: .medium)
        }
        for (index, code) in codes.enumerated() {
            photograph.lay(
                PaintedCards.code(code, pixels: 4),
                onto: Quadrilateral(x: Double(index) * 300 + 5, y: 50, width: 290, height: 290))
        }
        let path = try run.office.folder.write(
            "others.jpg", Data(try JPEGPicture(photograph.image, quality: 90).bytes))
        let report = try PhotoProof(office: try run.office.office, clock: TestOffice.clock).prove([path])
        #expect(report.sheets.count == 1 && report.sheets[0].there.map(\.position) == [1])
        #expect(Set(report.strangers.map(\.origin)) == [.forged, .notOurs])
        #expect(Set(report.strangers.map(\.text)) == [forged, "https://example.vn/quán phở"])
    }

    @Test("what is no picture, and what is not there")
    func faults() async throws {
        let run = try await ProofedRun(1)
        let proof = try PhotoProof(office: try run.office.office, clock: TestOffice.clock)
        let none = run.office.folder("none.jpg")
        #expect(
            throws: FileError.unreadable(
                path: none,
                reason: Message(
                    en: "there is no such file, or you may not read it",
                    vi: "không có tệp này, hoặc bạn không có quyền đọc"))
        ) { try proof.prove([none]) }
        let text = try run.office.folder.write("text.jpg", "no picture")
        #expect(
            throws: GateError.notAPicture(
                path: text,
                reason: Message(en: "it is neither a PNG nor a JPEG picture", vi: "không phải là ảnh PNG hay JPEG"))
        ) {
            try proof.prove([text])
        }
        let empty = try TestOffice()
        #expect(throws: OfficeError.nothingRegistered(folder: empty.path)) {
            try PhotoProof(office: try empty.office, clock: TestOffice.clock)
        }
    }
}
