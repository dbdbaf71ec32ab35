import Layout
import Messages
import Testing

@Suite("YAML that is made to cost much")
struct HostileYAMLTests {
    /// What is said of a text that no settings are.
    private func refusal(_ text: String) throws -> ConfigurationError {
        try #require(throws: ConfigurationError.self) { try YAMLValue.root(of: text, file: "a.yaml") }
    }

    @Test(
        "depth, values and length have limits, and the place beyond them is told",
        arguments: [
            ("a: " + String(repeating: "[", count: 900), 1, "too deep"),
            ("a: " + String(repeating: "[", count: 100_000), 1, "nesting level"),
            (
                (0..<17).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "                 b", 17,
                "too deep"
            ),
            ("a: [" + String(repeating: "1,", count: 60_000) + "1]", 1, "too many values"),
            ((0..<60_000).map { "k\($0): 1\n" }.joined(), 25_001, "too many values"),
            ("a: \"" + String(repeating: "x", count: 1 << 20) + "\"", 0, "longer than 1 MiB"),
        ])
    func limits(text: String, line: Int, message: String) throws {
        let error = try refusal(text)
        #expect(error.fault.english.contains(message) && error.line <= line, "\(error)")
    }

    @Test("values are counted as often as they are referred to, in lists and in names")
    func references() throws {
        let lines = (1..<14).map { "n\($0): &n\($0) [" + String(repeating: "*n\($0 - 1),", count: 9) + "]\n" }.joined()
        #expect(try refusal("n0: &n0 [a, b]\n" + lines).fault.english.contains("too many values"))
        let few = (1..<14).map { "n\($0): &n\($0) {? *n\($0 - 1) : *n\($0 - 1)}\n" }.joined()
        #expect(try refusal("n0: &n0 [a, b, c, d, e, f, g, h, i]\n" + few).fault.english.contains("too many values"))
        let root = try YAMLValue.root(of: "a: &x [1, 2]\nb: *x\nc: &y 3\nd: *y\n", file: "a.yaml")
        #expect(try root.required("b").numbers("one", "two") == [1, 2])
        #expect(try root.required("d").number() == 3)
    }

    @Test("a number is as large as a length can be", arguments: ["1e300", "-1e300", "10000.5", "1e19"])
    func numbers(text: String) throws {
        let root = try YAMLValue.root(of: "a: \(text)", file: "a.yaml")
        let error = try #require(throws: ConfigurationError.self) { try root.required("a").number() }
        #expect(error.description == "a.yaml:1:4: expected a number up to 10000")
    }

    @Test("what is usual is read: a list of all hamlets of a province")
    func usual() throws {
        let names = (0..<20_000).map { "\"Thôn \($0)\"" }.joined(separator: ", ")
        let root = try YAMLValue.root(of: "hamlets: [\(names)]", file: "a.yaml")
        #expect(try root.required("hamlets").list().count == 20_000)
    }
}
