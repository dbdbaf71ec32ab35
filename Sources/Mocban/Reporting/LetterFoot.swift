import Drawing
import Layout

/// The foot of a letter: who receives it on the left, who signs it on the right.
struct LetterFoot {
    private static let room = Length.mm(18)

    private let recipients, signature: [String]
    private let signer: String

    init(_ letter: ReportLetter) {
        let sender = letter.sender
        let details = letter.details
        signature =
            !details.signature.isEmpty
            ? details.signature : sender.isCommittee ? ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] : ["THỦ TRƯỞNG ĐƠN VỊ"]
        signer = details.signer ?? ""
        recipients =
            !details.recipients.isEmpty
            ? details.recipients : (sender.parent.isEmpty ? [] : ["\(sender.parent) (báo cáo)"]) + ["Lưu: VT"]
    }

    func draw(on sheet: inout LetterSheet) throws(DrawingError) {
        let body = LetterColumn.body
        let left = LetterColumn(x: body.x, width: body.width * 0.47)
        let right = LetterColumn(x: body.x + body.width / 2, width: body.width / 2)
        let top = sheet.y
        try sheet.add("Nơi nhận:", .letter(12, .bold, slant: .italic), in: left)
        for (index, recipient) in recipients.enumerated() {
            let end = index == recipients.count - 1 ? "." : ";"
            try sheet.add("- \(recipient)\(end)", .letter(11), in: left)
        }
        let bottom = sheet.y
        sheet.move(to: top)
        for line in signature { try sheet.add(line, .letter(13, .bold, .centre, isUppercase: true), in: right) }
        sheet.skip(Self.room)
        if !signer.isEmpty { try sheet.add(signer, .letter(13, .bold, .centre), in: right) }
        sheet.move(to: max(bottom, sheet.y))
    }
}
