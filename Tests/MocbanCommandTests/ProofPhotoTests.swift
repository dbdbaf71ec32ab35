import Files
import Foundation
import PhotographSupport
import Scanning
import TestSupport
import Testing

@Suite("mocban proof --photo")
struct ProofPhotoTests {
    /// An office that printed five cards, and a photograph of them from which some are gone.
    private func photographed(without gone: [Int] = []) throws -> (office: CommandOffice, photo: String) {
        let office = try CommandOffice()
        try office.folder.write("five.csv", CommandOffice.roster(5))
        let run = try Program.mocban.run(office.cards("five.csv"))
        try #require(run.status == 0, "\(run.errors)")
        let drawing = try Program.system("pdftoppm").run([
            "-r", "150", "-gray", "-jpeg", "-singlefile", office.folder("out/phu-le.pdf"), office.folder("sheet"),
        ])
        try #require(drawing.status == 0, "\(drawing.errors)")
        var photograph = SyntheticPhotograph(width: 1240, height: 1754, table: 90)
        let sheet = try JPEGPicture(bytes: [UInt8](try office.folder.data("sheet.jpg"))).image()
        photograph.lay(sheet, onto: Quadrilateral(x: 0, y: 0, width: 1240, height: 1754))
        for position in gone {
            let (x, y) = (
                19.4 + 85.6 * Double((position - 1) % 2) + 52, 13.55 + 53.98 * Double((position - 1) / 2) + 12
            )
            let scale = 150 / 25.4
            photograph.lay(
                GreyImage(unchecked: [UInt8](repeating: 255, count: 400), width: 20, height: 20),
                onto: Quadrilateral(x: x * scale, y: y * scale, width: 30 * scale, height: 30 * scale))
        }
        let path = try office.folder.write("photo.jpg", Data(try JPEGPicture(photograph.image, quality: 90).bytes))
        return (office, path)
    }

    @Test("a whole sheet is a line, and status 0; the list is empty")
    func good() throws {
        let (office, photo) = try photographed()
        let list = office.folder("list.csv")
        let outcome = try office.mocban([
            "proof", "--photo", photo, "--manifest", office.folder("out/manifest.json"), "--reprint-list", list,
        ])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.text == "sheet 1 of phu-le.pdf: all 5 cards are there\n")
        #expect(try office.folder.text("list.csv").split(whereSeparator: \.isNewline).count == 1)
        let reprint = try office.mocban(["reprint", "--list", list, "--out", office.folder("again")])
        #expect(reprint.status == 65 && reprint.errors.contains("no serial"))
    }

    @Test("a missing card is named, status 1, and reprinted from the list")
    func missing() throws {
        let (office, photo) = try photographed(without: [2])
        let serials = try office.manifestSerials()
        let list = office.folder("list.csv")
        let outcome = try office.mocban([
            "proof", "--photo", photo, "--manifest", office.folder("out/manifest.json"), "--reprint-list", list,
        ])
        #expect(outcome.status == 1)
        #expect(
            outcome.text
                == "sheet 1 of phu-le.pdf: 4 of 5 cards are there; missing: \(serials[1]) (row 3, position 2)\n")

        struct Report: Decodable {
            struct Card: Decodable { let serial: String; let position: Int }
            struct Sheet: Decodable { let file: String; let run, sheet, cards, there: Int; let missing: [Card] }
            struct Photo: Decodable { let read, unreadable: Int }
            let photos: [Photo]
            let sheets: [Sheet]
        }
        let json = try office.mocban(["proof", "--photo", photo, "--json"])
        let report = try JSONDecoder().decode(Report.self, from: Data(json.output))
        #expect(json.status == 1 && report.photos.map(\.read) == [4])
        #expect(report.sheets.map(\.there) == [4] && report.sheets[0].cards == 5 && report.sheets[0].run == 1)
        #expect(report.sheets[0].missing.map(\.serial) == [serials[1]])

        let reprint = try office.mocban(
            ["reprint", "--list", list, "--template", "plain", "--out", office.folder("again")])
        #expect(reprint.status == 0, "\(reprint.errors)")
        #expect(try office.manifestSerials("again") == [serials[1]])
    }

    @Test("what does not go together is refused")
    func usage() throws {
        let office = try CommandOffice()
        for arguments in [
            ["--photo"], ["a.pdf", "--photo", "a.jpg", "--stress"], ["--photo", "a.jpg", "--report", "r.html"],
            ["a.pdf", "--reprint-list", "l.csv"], ["--photo", "a.jpg", "--keys", "k.jwks"],
        ] {
            #expect(try office.mocban(["proof"] + arguments).status == 64, "\(arguments)")
        }
        #expect(try office.mocban(["proof", "--photo", office.folder("none.jpg")]).status == 66)
        let list = try office.mocban(["proof", "--photo", "a.jpg", "--reprint-list", office.path + "/keyring.jwks"])
        #expect(list.status == 73)
        #expect(try office.mocban(["reprint", "--list", "none.csv", "--out", office.folder("x")]).status == 66)
    }
}
