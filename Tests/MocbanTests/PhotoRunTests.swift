import Files
import Foundation
import Layout
import Mocban
import Payload
import TestSupport
import Testing

@Suite("Cards with photographs")
struct PhotoRunTests {
    private static let roster = """
        household,full_name,date_of_birth,sex,national_id,hamlet
        H-1,Nguyễn Thị Hương,1985-03-12,Nữ,046185000123,Phú Lễ
        H-1,Lê An,2015-04-01,Nam,,Phú Lễ
        H-2,Trần Văn Bình,1970-01-02,Nam,046070000456,Phú Lễ

        """

    private let office: TestOffice
    private let photo: Data

    init() throws {
        office = try TestOffice()
        let url = try #require(
            Bundle.module.url(forResource: "portrait", withExtension: "jpg", subdirectory: "Resources"))
        photo = try Data(contentsOf: url)
    }

    /// Prints the roster with a folder of photographs of these names.
    private func print(
        _ names: [String], roster: String = roster, language: TemplateLanguage = .vietnamese
    ) async throws -> RunReport {
        for name in names { try office.folder.write("photos/\(name)", photo) }
        let path = try office.folder.write("roster.csv", roster)
        let run = try IssuingRun(
            .card, office: try office.office, resources: office.resources, template: "photo", language: language,
            photos: office.folder("photos"), clock: TestOffice.clock, lock: try office.lock)
        return try await run.print(path, to: office.folder("out"))
    }

    private func pictures(_ file: String) throws -> Int {
        let list = try Program.system("pdfimages").run(["-list", office.folder(file)])
        return list.lines.count { $0.contains(" jpeg ") }
    }

    @Test("a photograph is found by national ID and by row, whatever the case of its name")
    func found() async throws {
        let report = try await print(["046185000123.JPG", "3.jpeg", "4.jpg", "046070000456.Jpg", "notes.txt"])
        #expect(report.printed == 3 && report.rejected == 0)
        #expect(try pictures("out/cards.pdf") == 3)
    }

    @Test("a row without a photograph is rejected with the names that were looked for")
    func missing() async throws {
        let report = try await print(["046185000123.jpg"])
        #expect(report.printed == 1 && report.rejected == 2)
        let reasons = try rejections(office)
        let folder = office.folder("photos")
        #expect(reasons[3]?.hasPrefix("no photograph: \(folder) has no ") == true, "\(reasons)")
        #expect(reasons[3]?.hasSuffix(".jpg, no 3.jpg") == true, "\(reasons)")
        #expect(reasons[4]?.hasPrefix("no photograph: \(folder) has no 046070000456.jpg, no ") == true, "\(reasons)")
    }

    @Test("a row with two photographs, or one that cannot be read, is rejected")
    func doubtful() async throws {
        try office.folder.write("photos/4.jpg", "no picture")
        let report = try await print(["046185000123.jpg", "046185000123.png", "3.jpg"])
        #expect(report.printed == 1 && report.rejected == 2)
        let reasons = try rejections(office)
        #expect(reasons[2]?.contains("keep one of 046185000123.jpg, 046185000123.png") == true, "\(reasons)")
        #expect(reasons[4]?.contains("4.jpg") == true, "\(reasons)")
    }

    @Test("an ID without its leading zero finds its photograph")
    func leadingZero() async throws {
        let roster = Self.roster.replacing("046185000123", with: "46185000123")
        let report = try await print(["046185000123.jpg", "3.jpg", "4.jpg"], roster: roster)
        // Such a row is an error of the roster, so that no card is printed of it; the others are.
        #expect(report.printed + report.rejected == 3)
    }

    @Test("a reprint finds the photograph by serial, and never by a row's number")
    func reprint() async throws {
        _ = try await print(["046185000123.jpg", "3.jpg", "4.jpg"])
        let serial = try #require(try ManifestFile(office).items.first { $0.row == 3 }?.serial)
        func reprint(_ out: String) async throws -> RunReport {
            let run = try ReprintRun(
                .serials([try Serial(parsing: serial)]), .reprint, office: try office.office,
                resources: office.resources, photos: office.folder("photos"), clock: TestOffice.clock,
                lock: try office.lock)
            return try await run.print(to: office.folder(out))
        }
        try office.folder.write("photos/1.jpg", photo)
        let without = try await reprint("without")
        #expect(without.printed == 0 && without.rejected == 1)
        try office.folder.write("photos/\(serial.lowercased().filter { $0 != "-" }).jpg", photo)
        let with = try await reprint("with")
        #expect(with.printed == 1 && with.rejected == 0)
    }

    @Test("a template with portraits needs a folder, and one without takes none")
    func folder() throws {
        func prepare(_ template: String, photos: String?) throws {
            _ = try IssuingRun(
                .card, office: try office.office, resources: office.resources, template: template, photos: photos,
                clock: TestOffice.clock, lock: try office.lock)
        }
        #expect(throws: IssuingError.photosNeeded(template: "photo")) { try prepare("photo", photos: nil) }
        #expect(throws: IssuingError.photosUnused(template: "commune")) {
            try prepare("commune", photos: office.path)
        }
        let error = try #require(throws: FileError.self) {
            try prepare("photo", photos: office.folder("nowhere"))
        }
        #expect(error.description.contains(office.folder("nowhere")))
    }

    @Test("what is filled in by choice follows the language, names do not")
    func language() async throws {
        _ = try await print(["046185000123.jpg", "3.jpg", "4.jpg"], language: .english)
        let text = try Program.system("pdftotext").run(["-layout", office.folder("out/cards.pdf"), "-"]).text
        for words in ["EPIDEMIC CONTROL CARD", "Female", "Male", "Nguyễn Thị Hương"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("Nữ") && !text.contains("Nam"))
    }
}
