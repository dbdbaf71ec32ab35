import Foundation
import Messages
import Mocban
import Proofing
import Testing

@testable import Issuing

@Suite("Messages in Vietnamese")
struct VietnameseMessageTests {
    static let unended = UnendedRun(
        run: 3, folder: "in/the", reason: Message(en: "there is no space", vi: "hết chỗ trên đĩa"))

    @Test(
        "name the subject, the figures and what to do",
        arguments: [
            (
                GateError.noCode(path: "ảnh.png"),
                "ảnh.png: không thấy mã QR nào: hãy chụp rõ hơn, thẳng từ trên xuống, nơi sáng đều"
            ),
            (IssuingError.twoKinds, "thẻ và áp phích in bằng các đợt in riêng: mỗi lần chỉ yêu cầu một loại"),
            (
                IssuingError.photosNeeded(template: "photo"),
                "mẫu “photo” có ảnh chân dung: hãy ghi thư mục ảnh bằng --photos THƯ_MỤC"
            ),
            (
                IssuingError.noSheets(run: 3, file: "a.pdf"),
                "đợt in 3 không có các tờ ấy trong a.pdf: manifest.json của đợt in liệt kê các tệp và trang"
            ),
            (
                IssuingError.runNotEnded(unended),
                "đợt in 3 đã in và đã ghi sổ, nhưng không đặt tên được cho các tệp trong in/the (hết chỗ trên đĩa): "
                    + "hãy sửa việc đó, đợt in sau sẽ đặt tên. Hoặc in vào thư mục khác: "
                    + "`mocban reprint --run 3 --out THƯ_MỤC` in lại các tờ ấy"
            ),
            (
                StoppedRun(files: 1, total: 2, cause: CancellationError()),
                "đã dừng sau 1/2 tệp; chưa in gì: chạy lại đúng lệnh ấy để làm tiếp"
            ),
            (
                StoppedRun(files: 1, total: nil, cause: IssuingError.twoKinds),
                "thẻ và áp phích in bằng các đợt in riêng: mỗi lần chỉ yêu cầu một loại. "
                    + "Chưa in gì; chạy lại đúng lệnh ấy để làm tiếp sau 1 tệp"
            ),
            (
                ProofError.faultyManifest(
                    path: "m.json", line: 4,
                    reason: Message(en: "a card or poster cannot be read", vi: "không đọc được một thẻ")),
                "m.json, dòng 4, không phải bảng kê: không đọc được một thẻ"
            ),
        ] as [(any Failure, String)])
    func errors(error: any Failure, vietnamese: String) {
        #expect(error.message.vietnamese == vietnamese)
        #expect(error.message.english == error.description && error.description != vietnamese)
    }

    @Test("of faults in prints begin with where they are")
    func faults() {
        let fault = ProofFault(.pages(expected: 2, found: 3), file: "a.pdf")
        #expect(fault.message.vietnamese == "a.pdf: tệp có 3 trang, đúng ra là 2 trang")
        #expect(fault.message.english == "a.pdf: the file has 3 pages and its run made 2 pages")
    }

    @Test("are written as one text where the language is known, else as both, and are read back")
    func coding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func text() throws -> String { String(decoding: try encoder.encode(Self.unended), as: UTF8.self) }
        #expect(
            try text() == #"{"folder":"in/the","reason":{"en":"there is no space","vi":"hết chỗ trên đĩa"},"run":3}"#)
        #expect(try JSONDecoder().decode(UnendedRun.self, from: Data(text().utf8)) == Self.unended)
        encoder.userInfo[.messageLanguage] = Language.vietnamese
        #expect(try text() == #"{"folder":"in/the","reason":"hết chỗ trên đĩa","run":3}"#)
        let read = try JSONDecoder().decode(UnendedRun.self, from: Data(text().utf8))
        #expect(read.reason == Message(verbatim: "hết chỗ trên đĩa"))
    }
}
