package import Messages
package import Payload

/// Why another register cannot be merged: somebody has to decide first.
package enum MergeConflict: Failure, Hashable {
    case serialOfTwoHolders(Serial), issuedTwice(Serial), twoGoodCards(Serial, Serial), twoHolders(Serial)
    case forgotten(Serial), revokedAgain(Serial), keyRevokedAgain(KeyID)
    case uncommittedRun(Int), unknownKey(KeyID), otherUnit(UnitCode)

    package var category: FailureCategory { .refused }

    package var message: Message {
        switch self {
        case .serialOfTwoHolders(let serial):
            Message(
                en: "the serial \(serial) is one holder's there and another's here: reissue it in one of the "
                    + "registers",
                vi: "số thẻ \(serial) ở sổ kia thuộc về người này, ở sổ này thuộc về người khác: hãy cấp lại "
                    + "ở một trong hai sổ")
        case .issuedTwice(let serial):
            Message(
                en: "both registers issued \(serial), each for itself: the same rows were printed twice; "
                    + "leave one of the two out",
                vi: "cả hai sổ đều đã cấp \(serial), mỗi sổ một lần: cùng các dòng đã bị in hai lần; hãy bỏ "
                    + "một trong hai sổ")
        case .twoGoodCards(let one, let other):
            Message(
                en: "one holder would have two good cards, \(one) and \(other): revoke one of them first",
                vi: "một người sẽ có hai thẻ cùng hiệu lực, \(one) và \(other): hãy thu hồi một thẻ trước")
        case .twoHolders(let serial):
            Message(
                en: "the holder of \(serial) is registered here as two: leave that register out, and print "
                    + "its roster again",
                vi: "người được cấp thẻ \(serial) ở sổ này được ghi thành hai người: hãy bỏ sổ kia, và in "
                    + "lại danh sách của sổ đó")
        case .forgotten(let serial):
            Message(
                en: "the holder of \(serial) was forgotten in one register, and has that card in the other: "
                    + "forget it in both",
                vi: "dữ liệu của người được cấp thẻ \(serial) đã xóa ở một sổ mà sổ kia vẫn còn: hãy xóa ở " + "cả hai")
        case .revokedAgain(let serial):
            Message(
                en: "the revocation of \(serial) was undone there, and it was revoked once more here: undo "
                    + "that first, or revoke it there too",
                vi: "việc thu hồi \(serial) đã hủy ở sổ kia, mà ở đây lại thu hồi lần nữa: hãy hủy ở đây "
                    + "trước, hoặc thu hồi cả ở sổ kia")
        case .keyRevokedAgain(let key):
            Message(
                en: "the revocation by the key \(key) was undone there, and it was revoked once more here: "
                    + "undo that first, or revoke it there too",
                vi: "việc thu hồi theo khóa \(key) đã hủy ở sổ kia, mà ở đây lại thu hồi lần nữa: hãy hủy ở "
                    + "đây trước, hoặc thu hồi cả ở sổ kia")
        case .uncommittedRun(let run):
            Message(
                en: "its run \(run) was stopped: give the same command again there, so that it ends",
                vi: "đợt in \(run) của sổ đó bị dừng giữa chừng: hãy chạy lại đúng lệnh đó ở nơi ấy để hoàn " + "tất")
        case .unknownKey(let key):
            Message(
                en: "it has cards signed with the key \(key), which is not in this office's keyring",
                vi: "sổ đó có thẻ ký bằng khóa \(key), không có trong chùm khóa của cơ quan này")
        case .otherUnit(let unit):
            Message(
                en: "it has cards of the unit \(unit), which is not this office's",
                vi: "sổ đó có thẻ của đơn vị \(unit), không phải của cơ quan này")
        }
    }
}
