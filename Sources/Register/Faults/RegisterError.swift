import Foundation
package import Messages
package import Payload

/// Why a register cannot be used, or refuses what was asked of it.
package enum RegisterError: Failure, Equatable {
    // What the register and the files beside it are.
    case damaged(path: String, reason: Message), tooNew(path: String)
    case headMissing(path: String, register: String), headUnusable(path: String, reason: Message)
    case unusable(path: String, reason: Message), unwritable(path: String, reason: Message)
    /// Another process writes; the office's lock should have kept it away.
    case busy(path: String)
    // What copies, exports and other registers are.
    case copyUnwritable(path: String, reason: Message), notACopy(path: String, reason: Message)
    case faulty(path: String, fault: RegisterFault, count: Int)
    case notAnExport(path: String, line: Int, reason: Message)
    case olderExport(path: String, entries: Int, registered: Int), parted(path: String, entry: Int)
    case merging(path: String, MergeConflict)
    // What is asked for.
    case unknownSerial(Serial), unknownRun(Int), unknownHousehold(String)
    case alreadyRevoked(Serial), notRevoked(Serial), noCutOff(KeyID), forgotten(Serial), revoked(Serial), expired(
        Serial)
    /// The holder has a newer card that is good: two good cards of one holder are not to be.
    case replaced(Serial, by: Serial)
    /// Another holder has the serial: a collision of 55 bits, or two runs at once.
    case serialTaken(Serial)

    package var category: FailureCategory {
        switch self {
        case .damaged, .tooNew, .headMissing, .headUnusable, .unusable: .badConfiguration
        case .unwritable, .copyUnwritable, .busy: .outputNotMade
        case .faulty, .notACopy, .notAnExport: .badInput
        case .unknownSerial, .unknownRun, .unknownHousehold, .noCutOff: .inputMissing
        case .olderExport, .parted, .merging, .alreadyRevoked, .notRevoked, .replaced, .forgotten, .revoked, .expired,
            .serialTaken:
            .refused
        }
    }

    package var message: Message {
        switch self {
        case .damaged(let path, let reason):
            Message(
                en: "the register \(path) is damaged (\(reason.english)): put a backup in its place with "
                    + "`mocban register restore BACKUP`",
                vi: "sổ cấp thẻ \(path) bị hỏng (\(reason.vietnamese)): hãy đặt lại bản sao lưu bằng `mocban "
                    + "register restore BACKUP`")
        case .tooNew(let path):
            Message(
                en: "the register \(path) was made by a later version of Mocban: use that version",
                vi: "sổ cấp thẻ \(path) do phiên bản Mocban mới hơn lập: hãy dùng phiên bản đó")
        case .headMissing(let path, let register):
            Message(
                en: "\(path) is not there, which keeps the newest end of the log of \(register): without it "
                    + "nobody can tell whether that is an older register. \(Self.keeping.english)",
                vi: "không có \(path), nơi giữ điểm cuối mới nhất của nhật ký sổ \(register): thiếu nó thì "
                    + "không biết đó có phải là sổ cũ hơn không. \(Self.keeping.vietnamese)")
        case .headUnusable(let path, let reason):
            Message(
                en: "\(path), which keeps the newest end of the register's log, cannot be used: "
                    + "\(reason.english). \(Self.keeping.english)",
                vi: "không dùng được \(path), nơi giữ điểm cuối mới nhất của nhật ký sổ: "
                    + "\(reason.vietnamese). \(Self.keeping.vietnamese)")
        case .unusable(let path, let reason):
            Message(
                en: "the register \(path) cannot be used: \(reason.english)",
                vi: "không dùng được sổ cấp thẻ \(path): \(reason.vietnamese)")
        case .unwritable(let path, let reason):
            Message(
                en: "the register \(path) cannot be written: \(reason.english)",
                vi: "không ghi được sổ cấp thẻ \(path): \(reason.vietnamese)")
        case .copyUnwritable(let path, let reason):
            Message(
                en: "\(path) cannot be written: \(reason.english)", vi: "không ghi được \(path): \(reason.vietnamese)")
        case .faulty(let path, let fault, let count):
            Message(
                en: "\(path) was changed, or is of another office: \(fault)"
                    + (count > 1 ? " (and \(count - 1) more fault\(count > 2 ? "s" : ""))" : "")
                    + "; nothing was changed",
                vi: "\(path) đã bị sửa, hoặc là của cơ quan khác: \(fault.message.vietnamese)"
                    + (count > 1 ? " (và \(count - 1) lỗi nữa)" : "") + "; chưa thay đổi gì")
        case .notACopy(let path, let reason):
            Message(
                en: "\(path) is no whole copy of a register (\(reason.english)): take another backup; "
                    + "nothing was changed",
                vi: "\(path) không phải là bản sao trọn vẹn của sổ cấp thẻ (\(reason.vietnamese)): hãy dùng "
                    + "bản sao lưu khác; chưa thay đổi gì")
        case .notAnExport(let path, let line, let reason):
            Message(
                en: "\(path), line \(line): \(reason.english); nothing was changed",
                vi: "tệp \(path), dòng \(line): \(reason.vietnamese); chưa thay đổi gì")
        case .olderExport(let path, let entries, let registered):
            Message(
                en: "\(path) is older than the register: its log ends with entry \(entries), the register's "
                    + "with \(registered); nothing was changed",
                vi: "\(path) cũ hơn sổ cấp thẻ: nhật ký của nó kết thúc ở mục \(entries), của sổ ở mục "
                    + "\(registered); chưa thay đổi gì")
        case .parted(let path, let entry):
            Message(
                en: "\(path) and the register have different logs from entry \(entry) on: neither is the "
                    + "other's continuation; nothing was changed",
                vi: "\(path) và sổ cấp thẻ có nhật ký khác nhau từ mục \(entry): không bên nào nối tiếp bên "
                    + "nào; chưa thay đổi gì")
        case .merging(let path, let conflict):
            Message(
                en: "\(path) cannot be merged: \(conflict); nothing was changed",
                vi: "không gộp được \(path): \(conflict.message.vietnamese); chưa thay đổi gì")
        case .busy(let path):
            Message(
                en: "another program writes to the register \(path): try again in a moment",
                vi: "chương trình khác đang ghi vào sổ cấp thẻ \(path): hãy thử lại sau giây lát")
        case .unknownSerial(let serial):
            Message(
                en: "no card or poster of the serial \(serial) is registered in this office",
                vi: "cơ quan này không có thẻ hoặc áp phích nào có số này trong sổ: \(serial)")
        case .unknownRun(let run):
            Message(en: "there is no run \(run) in the register", vi: "trong sổ không có đợt in \(run)")
        case .unknownHousehold(let household):
            Message(
                en: "no card is registered for the household \(household)",
                vi: "trong sổ không có thẻ nào của hộ \(household)")
        case .alreadyRevoked(let serial): Message(en: "\(serial) is revoked already", vi: "\(serial) đã bị thu hồi rồi")
        case .notRevoked(let serial):
            Message(
                en: "\(serial) is not revoked by its serial: there is nothing to undo",
                vi: "\(serial) không bị thu hồi theo số thẻ: không có gì để hủy")
        case .noCutOff(let key):
            Message(
                en: "nothing is revoked by the key \(key): there is nothing to undo",
                vi: "không có gì bị thu hồi theo khóa \(key): không có gì để hủy")
        case .replaced(let serial, let newer):
            Message(
                en: "\(serial) was replaced by \(newer), which is good: take that one, or revoke it first",
                vi: "\(serial) đã được thay bằng \(newer) đang có hiệu lực: hãy dùng thẻ đó, hoặc thu hồi "
                    + "thẻ đó trước")
        case .forgotten(let serial):
            Message(
                en: "the holder of \(serial) was forgotten: the register has no data of it to print or to " + "remove",
                vi: "dữ liệu của người được cấp thẻ \(serial) đã bị xóa: sổ không còn dữ liệu để in hoặc để " + "xóa")
        case .revoked(let serial):
            Message(
                en: "\(serial) is revoked: reissue it for a new serial",
                vi: "\(serial) đã bị thu hồi: hãy cấp lại để có số thẻ mới")
        case .expired(let serial):
            Message(
                en: "\(serial) has expired: reissue it for a new serial",
                vi: "\(serial) đã hết hạn: hãy cấp lại để có số thẻ mới")
        case .serialTaken(let serial):
            Message(
                en: "the serial \(serial) is another holder's already", vi: "số thẻ \(serial) đã thuộc về người khác")
        }
    }

    private static let keeping =
        Message(
            en: "Compare the code that `mocban register head` shows with the one at the foot of the last "
                + "report; where the register has that entry, `mocban register head --keep` writes the "
                + "file anew, else restore a backup",
            vi: "Hãy đối chiếu mã mà `mocban register head` cho thấy với mã ở cuối báo cáo gần nhất; nếu "
                + "sổ có mục đó, `mocban register head --keep` ghi lại tệp, nếu không thì khôi phục bản " + "sao lưu")
}

package struct SerialFaults: Failure {
    package var errors: [RegisterError]

    /// Creates the faults of serials; there is at least one.
    package init(errors: [RegisterError]) { self.errors = errors }

    /// That of a serial which nobody has, or else of the first.
    package var category: FailureCategory {
        errors.map(\.category).contains(.inputMissing) ? .inputMissing : errors[0].category
    }

    package var message: Message { .joined(errors.map(\.message), by: "\n") }
}
