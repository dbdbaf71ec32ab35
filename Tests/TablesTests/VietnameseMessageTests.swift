import Messages
import Testing

@testable import Tables

@Suite("Messages on tables in Vietnamese")
struct VietnameseMessageTests {
    static let messages: [(any Failure, String)] = [
        (TableError.missing(path: "a.csv"), "a.csv: không có tệp này. Hãy kiểm tra tên tệp và thư mục."),
        (
            TableError.noSheet(path: "a.xlsx", name: "Tờ 3", known: ["Tờ 1", "Tờ 2"]),
            "a.xlsx: không có trang tính “Tờ 3”; các trang tính là “Tờ 1”, “Tờ 2”."
        ),
        (
            WorkbookError.badCell(path: "a.xlsx", sheet: "Tờ 1", cell: "B7", .text(100)),
            "tệp a.xlsx, trang tính “Tờ 1”, ô B7: ô có hơn 100 byte chữ. Hãy rút ngắn bằng Excel."
        ),
        (
            WorkbookError.noSheet(path: "a.xlsx"),
            "a.xlsx: sổ tính không có trang tính nào. Hãy kiểm tra có đúng tệp không."
        ),
    ]

    @Test("an officer reads them", arguments: messages)
    func vietnamese(failure: any Failure, text: String) { #expect(failure.message.vietnamese == text) }

    @Test("a remark counts and says where")
    func remark() {
        let remark = SheetRemark(
            kind: .hiddenRows, count: 60, references: ["2:2", "4:4", "6:6", "8:8", "10:10", "12:12"], fontName: nil)
        #expect(
            remark.message.vietnamese
                == "60 dòng bị ẩn cũng được đọc (2:2, 4:4, 6:6, 8:8, 10:10 và nơi khác).")
    }
}
