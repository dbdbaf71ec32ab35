import CommandWords
import Foundation
import Messages
import Mocban
import Payload
import TestSupport
import Testing

@Suite("The language of a process")
struct LanguageChoiceTests {
    /// A choice's circumstances: arguments, variables, the office in the folder of the command, and what comes of them.
    struct Case: CustomTestStringConvertible {
        var arguments: [String] = []
        var environment: [String: String] = [:]
        var office: (isThere: Bool, language: Language?) = (false, nil)
        let language: Language
        var testDescription: String { "\(arguments) \(environment) \(office)" }

        init(
            _ arguments: String, _ environment: [String: String] = [:], isOffice: Bool = false,
            settings: Language? = nil, is language: Language
        ) {
            self.arguments = arguments.split(separator: " ").map(String.init)
            (self.environment, self.language) = (environment, language)
            office = (isOffice || settings != nil, settings)
        }
    }

    static let cases = [
        // Arguments are stronger than all others, before and after a command's name, and the last one counts.
        Case("--language vi key list", ["LC_ALL": "en_US.UTF-8"], settings: .english, is: .vietnamese),
        Case("key list --language en", ["LC_ALL": "vi_VN.UTF-8"], settings: .vietnamese, is: .english),
        Case("key list --language=vi", is: .vietnamese), Case("--language en find a --language vi", is: .vietnamese),
        // What is no language, has no value or is behind -- says nothing.
        Case("key list --language fr", ["LANG": "vi_VN"], is: .vietnamese), Case("key list --language", is: .english),
        Case("verify -- --language vi", is: .english),
        // The office's settings come before the system.
        Case("report", ["LC_ALL": "en_US.UTF-8"], settings: .vietnamese, is: .vietnamese),
        Case("report", ["LANG": "vi_VN.UTF-8"], settings: .english, is: .english),
        // Of the system's variables, the first that is there and not empty.
        Case("report", ["LC_ALL": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"], is: .vietnamese),
        Case("report", ["LC_ALL": "", "LC_MESSAGES": "vi", "LANG": "en_US.UTF-8"], is: .vietnamese),
        Case("report", ["LC_MESSAGES": "en_GB", "LANG": "vi_VN"], isOffice: true, is: .english),
        Case("report", ["LANG": "VI_vn"], is: .vietnamese),
        Case("report", ["LANG": "en.UTF-8"], isOffice: true, is: .english),
        // Those that say nothing, in an office and outside.
        Case("report", ["LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"], isOffice: true, is: .vietnamese),
        Case("report", ["LANG": "C"], isOffice: true, is: .vietnamese), Case("report", ["LANG": "POSIX"], is: .english),
        Case("report", ["LANG": "fr_FR.UTF-8"], isOffice: true, is: .vietnamese),
        Case("report", ["LANG": "vie"], is: .english), Case("report", isOffice: true, is: .vietnamese),
        Case("report", is: .english),
    ]

    @Test("is chosen by arguments, settings and locale", arguments: cases)
    func choice(of chosen: Case) {
        let found = LanguageChoice(
            arguments: chosen.arguments, environment: chosen.environment, office: { _ in chosen.office }
        ).language
        #expect(found == chosen.language)
    }

    @Test("looks at the office that is named, else at the current folder")
    func folder() {
        for (arguments, folder) in [(["key", "list"], "."), (["--office", "a"], "a"), (["x", "--office=b"], "b")] {
            var asked: [String] = []
            _ =
                LanguageChoice(
                    arguments: arguments, environment: [:],
                    office: {
                        asked.append($0)
                        return (true, nil)
                    }
                ).language
            #expect(asked == [folder])
        }
    }

    @Test("is in an office's settings, which are read leniently")
    func settings() throws {
        let office = try CommandOffice(["--language", "vi"])
        #expect(try Office(folder: office.path).configuration.language == .vietnamese)
        let said = try office.mocban(["key", "list"])
        #expect(said.lines[0].hasPrefix("MÃ KHÓA  DÙNG CHO"))
        #expect(
            try office.mocban(["key", "list"], "--language", "en").lines[0].hasPrefix("KID     PURPOSE  ALGORITHM"))
        // A fault elsewhere in the settings does not change the language that they choose.
        let settings = try office.folder.text("office/mocban.yaml")
        try office.folder.write("office/mocban.yaml", settings.replacing("days: 365", with: "days: x"))
        let faulty = try office.mocban(["cards", office.folder("roster.csv"), "--out", office.folder("out")], "--json")
        #expect(faulty.status == 78)
        try office.folder.write("office/mocban.yaml", "language: [")
        #expect(try office.mocban(["key", "list"]).status == 78)
        try office.folder.write("office/mocban.yaml", settings.replacing("language: vi", with: "language: fr"))
        let unknown = try office.mocban(["key", "list"])
        #expect(unknown.status == 78 && unknown.errors.contains("'fr'"))
    }
}

@Suite("What people are told in Vietnamese")
struct VietnameseCommandTests {
    private func vietnamese(_ office: CommandOffice, _ arguments: [String]) throws -> Program.Outcome {
        try office.mocban(arguments, "--language", "vi")
    }

    @Test("a run, a search, a revocation and a report")
    func answers() throws {
        let office = try CommandOffice()
        let printed = try vietnamese(office, Array(office.cards().filter { $0 != "--office" && $0 != office.path }))
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(printed.lines == ["3 thẻ trên 1 tờ trong 1 tệp PDF: \(office.folder("out")) (đợt in 1)"])
        let again = try vietnamese(office, Array(office.cards().filter { $0 != "--office" && $0 != office.path }))
        #expect(again.lines[1] == "3 dòng đã có thẻ hợp lệ nên không in thêm; --force-reprint in lại")
        let found = try vietnamese(office, ["find", "huong"])
        #expect(found.text.contains("thẻ hợp lệ, cấp \(TestRun.clock.vietnamDay), hạn "))
        #expect(found.text.contains("cấp ở đợt in 1"))
        let nobody = try vietnamese(office, ["find", "Trần Văn Bình"])
        #expect(nobody.status == 1)
        #expect(
            nobody.errors
                == "mocban: không tìm thấy “Trần Văn Bình”: hãy thử ít chữ hơn, phần đầu của một tiếng, hoặc mã hộ\n")
        let revoked = try vietnamese(office, ["revoke", "--run", "1", "--reason", "mất thẻ"])
        #expect(
            revoked.lines.suffix(2) == [
                "đã thu hồi 3 thẻ", "Các cổng cần danh sách thu hồi mới: mocban revocations export TỆP",
            ])
        let report = try vietnamese(office, ["report"])
        #expect(report.lines[0] == "Tính đến \(TestRun.clock.vietnamDay)")
        #expect(report.text.contains("NGƯỜI  HỢP LỆ  HẾT HẠN  THU HỒI  IN LẠI"))
        let head = try vietnamese(office, ["register", "verify"])
        #expect(head.text.hasPrefix("sổ nguyên vẹn: ") && head.text.hasSuffix(" mục, 3 thẻ\n"), "\(head.text)")
    }

    @Test("lists of rows that got nothing, which come back when they are mended")
    func rejected() throws {
        let office = try CommandOffice()
        try office.folder.write(
            "office/templates/face.yaml",
            CommandOffice.template.replacing(
                "  - { code", with: "  - { portrait: photo, at: [4, 20, 21, 28] }\n  - { code"))
        try FileManager.default.createDirectory(
            atPath: office.folder("faces"), withIntermediateDirectories: true)
        let printed = try vietnamese(
            office,
            [
                "cards", office.folder("roster.csv"), "--out", office.folder("out"), "--template", "face", "--photos",
                office.folder("faces"),
            ])
        try #require(printed.status == 1, "\(printed.errors)")
        let rows = try office.folder.text("out/rejected.csv").split(separator: "\r\n")
        #expect(rows[0].dropFirst().hasPrefix("dòng,lý do,household,"))
        #expect(rows[1].contains("thiếu ảnh chân dung: \(office.folder("faces")) không có 046185100000.jpg"))
        #expect(printed.text.contains("3/3 dòng bị từ chối; lý do ở"))
        // The list comes back when it is mended: its own columns are no part of the roster, in whatever language.
        let mended = try vietnamese(
            office,
            ["cards", office.folder("out/rejected.csv"), "--out", office.folder("again"), "--template", "plain"])
        #expect(mended.status == 0 && mended.lines[0].hasPrefix("3 thẻ trên 1 tờ"), "\(mended.errors)")
        let checked = try vietnamese(office, ["roster", "check", office.folder("out/rejected.csv"), "--json"])
        #expect(checked.status == 0 && checked.text.contains("\"household\""), "\(checked.text)")
    }

    @Test("errors, also as JSON")
    func errors() throws {
        let office = try CommandOffice()
        _ = try Program.mocban.run(office.cards())
        let none = try vietnamese(
            office, ["reprint", "--run", "1", "--sheets", "9-", "--out", office.folder("o"), "--json"])
        let message = "đợt in 1 không có các tờ ấy: manifest.json của đợt in liệt kê các tệp và trang"
        #expect(none.status == 66 && none.errors == "mocban: \(message)\n")
        #expect(none.text == "{\"error\":{\"code\":\"input-missing\",\"message\":\"\(message)\",\"status\":66}}\n")
    }
}

@Suite("Errors as JSON")
struct ErrorAnswerTests {
    struct Answer: Decodable {
        struct Fault: Decodable {
            let code, message: String
            let status: Int32
        }
        let error: Fault
    }

    @Test(
        "have a code, the exit status and the message, which stands on standard error too",
        arguments: [
            (["key", "list", "--office", "none", "--json"], "bad-configuration", 78),
            (["inspect", "MB1:12", "--json"], "bad-input", 65),
            (["roster", "check", "none.csv", "--json"], "input-missing", 66),
            (["report", "--csv", "a", "--pdf", "a", "--json"], "usage", 64), (["crads", "--json"], "usage", 64),
            (["inspect", "--json"], "usage", 64), (["inspect", "a", "--jsom", "--json"], "usage", 64),
            (["inspect", "a", "--language", "xx", "--json"], "usage", 64),
        ])
    func errors(arguments: [String], code: String, status: Int32) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.mocban.inFolder(folder.path).run(arguments)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output))
        #expect((answer.error.code, answer.error.status) == (code, status))
        #expect(outcome.status == status && outcome.lines.count == 1)
        #expect(outcome.errors.contains(answer.error.message.split(separator: "\n")[0]))
    }

    @Test("several faults are lines of one message")
    func several() throws {
        let office = try CommandOffice()
        _ = try Program.mocban.run(office.cards())
        let outcome = try office.mocban(["revoke", "7K3M-92QF-A0X5", "7K3M-92QF-A0X6", "--reason", "x", "--json"])
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output))
        #expect(answer.error.code == "bad-input" && outcome.status == 65)
        #expect(answer.error.message.split(separator: "\n").count == 3 && !answer.error.message.contains("mocban:"))
        #expect(outcome.errorLines.filter { $0.hasPrefix("mocban: ") }.count == 3)
    }
}
