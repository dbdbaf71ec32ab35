import Messages
import Payload
import Register
import Testing

@Suite("Messages of the register in Vietnamese")
struct VietnameseMessageTests {
    private static let serial = Serial(rawValue: 7)

    @Test("an officer reads what is wrong, and what to do")
    func errors() throws {
        let serial = try #require(Self.serial)
        let messages: [(RegisterError, String)] = [
            (.revoked(serial), "\(serial) đã bị thu hồi: hãy cấp lại để có số thẻ mới"),
            (.unknownRun(3), "trong sổ không có đợt in 3"),
            (.busy(path: "r"), "chương trình khác đang ghi vào sổ cấp thẻ r: hãy thử lại sau giây lát"),
            (
                .faulty(path: "r", fault: .missing(2...4), count: 3),
                "r đã bị sửa, hoặc là của cơ quan khác: thiếu các mục từ 2 đến 4 (và 2 lỗi nữa); chưa thay đổi gì"
            ),
            (
                .merging(path: "r", .uncommittedRun(5)),
                "không gộp được r: đợt in 5 của sổ đó bị dừng giữa chừng: hãy chạy lại đúng lệnh đó ở nơi ấy để hoàn tất; "
                    + "chưa thay đổi gì"
            ),
        ]
        for (error, text) in messages { #expect(error.message.vietnamese == text) }
    }
}
