import Layout
import Payload
import QRCode
package import Typesetting

/// The foot of a letter: who receives it on the left, who signs it on the right.
package struct LetterFoot {
    private static let room = Length.mm(18)

    private static let codeSide = Length.mm(17)

    private let recipients, signature: [String]
    private let signer: String
    private let heads: [LogHead.Code]

    package init(_ letter: ReportLetter) {
        let sender = letter.sender
        let details = letter.details
        signature =
            !details.signature.isEmpty
            ? details.signature : sender.isCommittee ? ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] : ["THỦ TRƯỞNG ĐƠN VỊ"]
        signer = details.signer ?? ""
        heads = letter.report.units.compactMap(\.logHead?.code)
        recipients =
            !details.recipients.isEmpty
            ? details.recipients : (sender.parent.isEmpty ? [] : ["\(sender.parent) (báo cáo)"]) + ["Lưu: VT"]
    }

    package func draw(on sheet: inout LetterSheet) throws(TypesettingError) {
        let body = LetterColumn.body
        let left = LetterColumn(x: body.x, width: body.width * 0.47)
        let right = LetterColumn(x: body.x + body.width / 2, width: body.width / 2)
        let top = sheet.y
        try sheet.add("Nơi nhận:", .letter(12, .bold, slant: .italic), in: left)
        for (index, recipient) in recipients.enumerated() {
            let end = index == recipients.count - 1 ? "." : ";"
            try sheet.add("- \(recipient)\(end)", .letter(11), in: left)
        }
        try drawHeads(in: left, on: &sheet)
        let bottom = sheet.y
        sheet.move(to: top)
        for line in signature { try sheet.add(line, .letter(13, .bold, .centre, isUppercase: true), in: right) }
        sheet.skip(Self.room)
        if !signer.isEmpty { try sheet.add(signer, .letter(13, .bold, .centre), in: right) }
        sheet.move(to: max(bottom, sheet.y))
    }

    /// The ends of the registers' logs that the figures are of, to be compared with the registers later; of a single one
    /// as a QR code too.
    private func drawHeads(in column: LetterColumn, on sheet: inout LetterSheet) throws(TypesettingError) {
        guard !heads.isEmpty else { return }
        sheet.skip(.mm(2))
        var words = column
        let top = sheet.y
        if heads.count == 1, let code = Self.code(of: heads[0]) {
            let box = Rectangle(x: column.x, y: top, width: Self.codeSide, height: Self.codeSide)
            sheet.draw(.code(CodeMark(code, box: box, rendering: .vector)))
            words.x = words.x + Self.codeSide + .mm(1)
            words.width = words.width - Self.codeSide - .mm(1)
            sheet.skip(.mm(3))
        }
        try sheet.add("Sổ đăng ký đến mục cuối:", .letter(9, slant: .italic), in: words)
        for head in heads { try sheet.add("\(head)", .letter(10), in: words) }
        if heads.count == 1 { sheet.move(to: max(sheet.y, top + Self.codeSide)) }
    }

    private static func code(of head: LogHead.Code) -> QRCode? {
        Segment.alphanumeric(head.scanned).flatMap { try? QRCode([$0], level: .medium) }
    }
}
