package import Messages

/// Why a revocation list is not taken, or the one that is kept cannot be used.
package enum KeptListError: Failure, Equatable {
    /// A file is no revocation list that the keys vouch for.
    case notARevocationList(path: String, reason: Message)
    /// The file beside the keys is no revocation list that they vouch for.
    case keptRevocationsFaulty(path: String, reason: Message)
    /// A revocation list is older than the one that is kept; both by number and date.
    case olderRevocations(offered: Message, kept: Message)
    /// Two revocation lists that differ have one number.
    case otherRevocations(number: UInt64)
    /// A revocation list is of another unit than the one that is kept.
    case revocationsOfOtherUnit(offered: UInt64, kept: UInt64)

    package var category: FailureCategory {
        switch self {
        case .notARevocationList, .revocationsOfOtherUnit: .badInput
        case .keptRevocationsFaulty: .badConfiguration
        case .olderRevocations, .otherRevocations: .refused
        }
    }

    package var message: Message {
        switch self {
        case .notARevocationList(let path, let reason):
            Message(en: "\(path) is not taken: \(reason.english)", vi: "không nhận \(path): \(reason.vietnamese)")
        case .keptRevocationsFaulty(let path, let reason):
            Message(
                en: "the revocation list \(path) cannot be used: \(reason.english). Nothing is verified "
                    + "without it: import the office's newest list again with `mocban revocations import FILE`",
                vi: "không dùng được danh sách thu hồi \(path): \(reason.vietnamese). Không có danh sách thì "
                    + "không kiểm tra được gì: hãy nạp lại danh sách mới nhất của cơ quan bằng `mocban "
                    + "revocations import FILE`")
        case .olderRevocations(let offered, let kept):
            Message(
                en: "the list is older than the one that is kept: it is \(offered.english), and the kept one "
                    + "is \(kept.english). Nothing was changed: ask the office for its newest list",
                vi: "danh sách cũ hơn danh sách đang giữ: đây là \(offered.vietnamese), đang giữ là "
                    + "\(kept.vietnamese). Chưa thay đổi gì: hãy xin cơ quan danh sách mới nhất")
        case .otherRevocations(let number):
            Message(
                en: "the list has the number \(number), as the one that is kept has, and is not the same. "
                    + "Nothing was changed: ask the office to export a new list",
                vi: "danh sách có số \(number) như danh sách đang giữ, nhưng nội dung khác. Chưa thay đổi "
                    + "gì: hãy đề nghị cơ quan xuất danh sách mới")
        case .revocationsOfOtherUnit(let offered, let kept):
            Message(
                en: "the list is the unit \(offered)'s, and the one that is kept is the unit \(kept)'s: keep "
                    + "the keys of each unit in a folder of its own",
                vi: "danh sách là của đơn vị \(offered), còn danh sách đang giữ là của đơn vị \(kept): hãy "
                    + "để khóa của mỗi đơn vị trong một thư mục riêng")
        }
    }
}
