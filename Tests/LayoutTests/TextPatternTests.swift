import Testing

@testable import Layout

@Suite("Text patterns")
struct TextPatternTests {
    private static let values: FieldValues = {
        var values = FieldValues()
        values[.name] = "Ẩn"
        values[.household] = "PL-001"
        values[.hamlet] = "{x}[y]"
        return values
    }()

    @Test(
        "are filled with values",
        arguments: [
            ("", ""), ("Hotline", "Hotline"), ("{name}", "Ẩn"), ("{name}{household}", "ẨnPL-001"),
            ("Hộ {household}[ · {relation}]", "Hộ PL-001"), ("Hộ {household}[ · {name}]", "Hộ PL-001 · Ẩn"),
            ("[{relation}, ]{name}[ ({sex})]", "Ẩn"), ("[{relation}]", ""), ("[a]", "a"), ("[]{name}", "Ẩn"),
            ("[{name} {relation}]", ""), ("{relation}", nil), ("{name} {relation}", nil), ("{hamlet}", "{x}[y]"),
            ("{{{name}}}", "{Ẩn}"), ("[[{name}]]", "[Ẩn]"), ("{{name}}", "{name}"), ("a\nb", "a\nb"),
        ] as [(String, String?)])
    func filling(pattern: String, text: String?) throws {
        #expect(try TextPattern(pattern).filled(with: Self.values) == text)
    }

    @Test(
        "are fixed without fields",
        arguments: [("", true), ("a [b]", true), ("{{a}}", true), ("{name}", false), ("[{sex}]", false)])
    func fixed(pattern: String, isFixed: Bool) throws {
        #expect(try TextPattern(pattern).isFixed == isFixed)
    }

    @Test(
        "refuse what is not balanced",
        arguments: [
            ("{", "{"), ("}", "}"), ("[", "["), ("]", "]"), ("{name", "{"), ("a]b", "]"), ("[a", "["), ("[a[b]]", "["),
        ])
    func unbalanced(pattern: String, character: Character) {
        #expect(throws: TextPattern.Fault.unbalanced(character)) { try TextPattern(pattern) }
    }

    @Test("refuse unknown fields", arguments: ["", "Name", " name", "name ", "id", "{name"])
    func unknown(field: String) {
        #expect(throws: TextPattern.Fault.self) { try TextPattern("{" + field + "}") }
    }

    @Test("every field belongs to a kind", arguments: Field.allCases)
    func kinds(field: Field) { #expect(!field.kinds.isEmpty) }
}
