import Layout
import Messages
import Testing

@Suite("Faults of YAML files in Vietnamese")
struct VietnameseMessageTests {
    @Test("a fault names file, line and column, and what would be right")
    func faults() throws {
        let root = try YAMLValue.root(of: "paper: a4\nlabel: [1, x]\n", file: "t.yaml")
        let unknown = try #require(throws: ConfigurationError.self) { try root.allow(["paper"]) }
        #expect(unknown.message.vietnamese == "t.yaml:2:1: ở đây không có “label”; các tên là paper")
        let missing = try #require(throws: ConfigurationError.self) { try root.required("summary") }
        #expect(missing.message.vietnamese == "t.yaml:1:1: thiếu “summary”")
        let list = try #require(throws: ConfigurationError.self) { try root.required("paper").list() }
        #expect(list.message.vietnamese == "t.yaml:1:8: cần một danh sách")
    }

    @Test("a code that is too fine")
    func code() {
        #expect(
            CodeError.tooFine(box: .mm(20), smallest: .mm(0.4)).message.vietnamese
                == "mã không vừa 20.0 mm với ô mã 0.4 mm: hãy làm mã to hơn trong mẫu")
    }
}
