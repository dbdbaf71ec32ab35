import Files
import Foundation
import Layout
import Mocban
import Payload
import RasterSupport
import Scanning
import TestSupport
import Testing

@Suite("Two decoders")
struct TwoDecoderTests {
    /// A roster of people whose names are as long as names are, in hamlets of 250.
    private static func roster(_ count: Int) -> String {
        let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hồ", "Công Tằng Tôn Nữ", "Đặng", "Võ"]
        let middles = ["Thị", "Văn", "Ngọc", "Thị Quỳnh", "Hữu", "Thị Thu"]
        let given = ["Ẩn", "Hương", "Nghĩa", "Thủy", "Dũng", "Quỹ", "Phượng"]
        var lines = ["household,full_name,date_of_birth,national_id,hamlet"]
        for number in 0..<count {
            let name = "\(families[number % 8]) \(middles[number % 6]) \(given[number % 7])"
            let day = number % 28 + 1
            lines.append(
                "H-\(number / 4),\(name),\(day < 10 ? "0" : "")\(day)/0\(number % 9 + 1)/\(1940 + number % 60),"
                    + ",Thôn \(number / 250 + 1)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // A Gauss filter of 0.7 modules between the places where it is half as high as in its middle; what is asked for is
    // half a module.
    private static let deviation = 0.3

    @Test("read every code of 2,000 cards, at 300 dpi, and blurred by more than half a module at 200 dpi")
    func everyCode() async throws {
        let office = try TestOffice()
        let fronts = SheetChoices(duplex: Duplex.none)
        try await office.print(.card, Self.roster(2000), template: "commune", sheets: fronts)
        let manifest = try ManifestFile(office)
        try #require(manifest.items.count == 2000)
        let rule = try #require(try office.template("commune").front.code)
        let verifier = Verifier(keyring: try office.office.keyring().exported(purpose: .card, verifyOnly: false))

        let readings = try await withThrowingTaskGroup(of: [Reading].self) { group in
            for (dotsPerInch, isBlurred) in [(300, false), (200, true)] {
                for file in manifest.files {
                    let items = manifest.items.filter { $0.file == file.file }
                    group.addTask { @concurrent in
                        try Self.read(
                            office.folder("out/" + file.file), items, rule, dotsPerInch: dotsPerInch,
                            isBlurred: isBlurred)
                    }
                }
            }
            return try await group.reduce(into: [Reading]()) { $0 += $1 }
        }
        #expect(readings.count == 8000)
        let unread = readings.filter { $0.text == nil }
        #expect(unread.isEmpty, "\(unread.count) codes: \(unread.prefix(5))")
        for (serial, texts) in Dictionary(grouping: readings, by: \.serial) {
            #expect(texts.count == 4 && Set(texts.map(\.text)).count == 1)
            let verification = try verifier.verify(texts.first?.text ?? "", at: TestOffice.clock)
            #expect(verification.verdict == .valid && verification.claims?.serial.description == serial)
        }
    }

    /// What a decoder made of a card's code.
    private struct Reading {
        let serial: String
        let decoder: String
        let dotsPerInch: Int
        let text: String?
    }

    /// Rasterises a file with Poppler, a few sheets at a time, and reads each card's code with both decoders.
    private static func read(
        _ path: String, _ items: [ManifestFile.Item], _ rule: CodeRule, dotsPerInch: Int, isBlurred: Bool
    ) throws -> [Reading] {
        let last = items.map(\.page).max() ?? 0
        var readings: [Reading] = []
        for first in stride(from: 1, through: last, by: 10) {
            let pages = first...min(last, first + 9)
            let raster = try Program.system("pdftoppm").run([
                "-gray", "-r", "\(dotsPerInch)", "-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)", path,
            ])
            try #require(raster.status == 0, "\(raster.errors)")
            var stream = GreyPages(raster.output)
            for page in pages {
                let next = stream.next()
                let sheet = try #require(next)
                for item in items where item.page == page {
                    let origin = SheetProfile.a4TwoByFive.origin(at: item.position - 1)
                    // How far the quiet zone reaches follows from the number of modules, and that from what the code says.
                    let largest = try #require(sheet.part(rule.box.moved(to: origin), dotsPerInch: dotsPerInch))
                    let sharp = try #require(try CodeScanner().scan(largest.image).first?.text)
                    let symbol = try rule.encode(try SignedPayload(text: sharp).cardSegments)
                    var code = try #require(sheet.part(symbol.box.moved(to: origin), dotsPerInch: dotsPerInch))
                    if isBlurred {
                        let module = symbol.module.points * Double(dotsPerInch) / 72
                        code = code.blurred(deviation: deviation * module)
                    }
                    let found = try CodeScanner().scan(code.image)
                    for (decoder, text) in [
                        ("ZBar", found.count == 1 ? found.first?.text : nil), ("ZXing", code.readByZXing()),
                    ] {
                        readings.append(
                            Reading(serial: item.serial, decoder: decoder, dotsPerInch: dotsPerInch, text: text))
                    }
                }
            }
        }
        return readings
    }
}
