import Files
import Foundation
import TestSupport
import Testing

@Suite("template new, check, preview and list")
struct TemplateCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let made = try mocban("init", folder("office"), "--unit", "19897", "--name", "UBND xã Quảng Phú")
        try #require(made.status == 0, "\(made.errors)")
    }

    private func mocban(_ arguments: String...) throws -> Program.Outcome { try Program.mocban.run(arguments) }

    @Test(
        "a new template is a copy with comments and pictures, and is right", arguments: ["commune", "carry-your-card"])
    func new(source: String) throws {
        let made = try mocban(
            "template", "new", "của-xã", "--from", source, "--summary", "Thẻ \"riêng\" của xã", "--office",
            folder("office"))
        #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
        #expect(made.text.contains("mocban template preview của-xã --office \(folder("office"))"))
        let text = String(decoding: try folder.data("office/templates/của-xã.yaml"), as: UTF8.self)
        #expect(text.contains("# ") && !text.contains("../art") && text.contains("picture: art/wallet.svg"))
        #expect(text.contains("summary: \"Thẻ \\\"riêng\\\" của xã\""))
        #expect(folder.names(in: "office/templates/art").contains("wallet.svg"))
        let check = try mocban("template", "check", "của-xã", "--office", folder("office"))
        #expect(check.status == 0 && check.text == "của-xã: all well\n", "\(check.text)")
        let list = try mocban("template", "list", "--office", folder("office"))
        #expect(list.status == 0 && list.text.contains("Thẻ \"riêng\" của xã"))
        // A copy of the copy has its pictures already.
        let again = try mocban("template", "new", "hai", "--from", "của-xã", "--office", folder("office"))
        #expect(again.status == 0 && !again.text.contains("picture"))
        #expect(try mocban("template", "check", "hai", "--office", folder("office")).status == 0)
    }

    @Test(
        "a name that is taken or is none is refused, and so is a folder that is no office",
        arguments: [
            ("commune", "commune", 73, "there is a template 'commune' already"),
            ("a/b", "commune", 78, "'a/b' cannot be a template's name"),
            ("mine", "nothing", 78, "there is no template 'nothing'"),
        ])
    func refused(name: String, source: String, status: Int32, message: String) throws {
        let answer = try mocban("template", "new", name, "--from", source, "--office", folder("office"))
        #expect(answer.status == status && answer.errors.contains(message), "\(answer.status) \(answer.errors)")
        #expect(folder.names(in: "office/templates") == [])
        let elsewhere = try mocban("template", "new", "mine", "--from", "commune", "--office", folder("nowhere"))
        #expect(elsewhere.status == 78)
    }

    @Test("a preview is the same each time, in each language another", arguments: ["vi", "en", "vi+en"])
    func preview(language: String) throws {
        for name in ["a.png", "b.png"] {
            let made = try mocban(
                "template", "preview", "photo", "--lang", language, "--dpi", "60", "--out", folder(name))
            #expect(made.status == 0, "\(made.errors)")
        }
        #expect(try folder.data("a.png") == folder.data("b.png"))
    }
}
