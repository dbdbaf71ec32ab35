import Files
import Layout
import Messages
import Office
import SystemPackage
import Templates
import Testing

@Suite("Messages of files, offices and templates in Vietnamese")
struct VietnameseErrorTests {
    static let messages: [(any Failure, String)] = [
        (
            FileError.unwritable(path: "a.pdf", reason: Errno.noSpace.message),
            "không ghi được a.pdf: ổ đĩa hết chỗ trống"
        ),
        (FileError.unreadable(path: "a.csv", reason: .noSuchFile), "không đọc được a.csv: không có tệp này"),
        (
            OfficeError.otherUnit(settings: "19867", keys: "19897"),
            "mocban.yaml ghi đơn vị 19867, nhưng khóa là của đơn vị 19897: hãy ghi lại như cũ, "
                + "hoặc lập cơ quan mới cho đơn vị kia"
        ),
        (
            OfficeError.officeBusy(folder: "qd", holder: nil),
            "một lệnh mocban khác đang làm việc trong cơ quan qd: hãy chờ, hoặc thêm --wait"
        ),
        (TemplateError.noTemplate(name: "x", known: ["a", "b"]), "không có mẫu “x”; các mẫu là a, b"),
        (TemplateError.wrongTemplateKind(name: "x", wanted: .card), "mẫu “x” không dùng cho thẻ"),
    ]

    @Test("an officer reads them", arguments: messages)
    func vietnamese(failure: any Failure, text: String) { #expect(failure.message.vietnamese == text) }

    @Test("an errno that nobody has put into Vietnamese stays as the system says it")
    func verbatim() {
        let error = Errno.multiHop
        #expect(error.message.vietnamese == error.description && error.message.english == error.description)
        #expect(Message(of: Errno.permissionDenied).vietnamese == "không có quyền truy cập")
    }
}
