import Layout
import Office
import Payload
package import Typesetting

/// The head of a letter: who writes on the left, the country and its motto on the right, number and date below.
package struct LetterHead {
    private static let country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    private static let motto = "Độc lập - Tự do - Hạnh phúc"
    private static let countryStyle = TextStyle.letter(12, .bold, .centre)
    private static let mottoStyle = TextStyle.letter(13, .bold, .centre)
    private static let nameStyle = TextStyle.letter(12, .bold, .centre, isUppercase: true)

    private let sender: LetterSender
    private let number, date: String

    package init(_ letter: ReportLetter) {
        sender = letter.sender
        number = "Số: " + Self.number(letter.details.number ?? "", sender)
        let place = letter.details.place ?? letter.sender.place
        // Where it needs two lines, the place has the first.
        let day = letter.report.asOf.vietnamDay.inWords.replacing(" ", with: "\u{A0}")
        date = "\(place.isEmpty ? "……………" : place), \(day)"
    }

    package func draw(on sheet: inout LetterSheet) throws(TypesettingError) {
        let body = LetterColumn.body
        let gap = Length.mm(4)
        let width = try sheet.typesetter.extent(of: Self.country, style: Self.countryStyle, width: body.width).width
        // A little wider than the longest line, so that rounding does not break it.
        let right = LetterColumn(x: body.x + body.width - width - .mm(0.2), width: width + .mm(0.2))
        let left = LetterColumn(x: body.x, width: body.width - right.width - gap)

        let top = sheet.y
        if !sender.parent.isEmpty {
            try sheet.add(sender.parent, .letter(12, .regular, .centre, isUppercase: true), in: left)
        }
        try sheet.add(sender.name, Self.nameStyle, in: left)
        try sheet.rule(under: sender.name, Self.nameStyle, part: 0.4, in: left)
        let bottom = sheet.y

        sheet.move(to: top)
        try sheet.add(Self.country, Self.countryStyle, in: right)
        try sheet.add(Self.motto, Self.mottoStyle, in: right)
        try sheet.rule(under: Self.motto, Self.mottoStyle, part: 1, in: right)

        let row = max(bottom, sheet.y) + .mm(2.5)
        sheet.move(to: row)
        try sheet.add(number, .letter(13, .regular, .centre), in: left)
        let below = sheet.y
        sheet.move(to: row)
        try sheet.add(date, try Self.dateStyle(for: date, in: right, on: sheet), in: right)
        sheet.move(to: max(below, sheet.y))
    }

    /// The largest of the sizes allowed at which the date takes one line.
    private static func dateStyle(
        for date: String, in column: LetterColumn, on sheet: LetterSheet
    ) throws(TypesettingError) -> TextStyle {
        var style = TextStyle.letter(13, .regular, .centre, slant: .italic)
        while style.size > .pt(12) {
            let height = try sheet.typesetter.extent(of: date, style: style, width: column.width).height
            if height < style.size * (style.lineHeight * 1.5) { break }
            style.size = style.size - .pt(0.5)
        }
        return style
    }

    /// The number with the letter's kind and the sender's sign; dots to write on where none is given.
    private static func number(_ given: String, _ sender: LetterSender) -> String {
        if given.contains("/") { return given }
        return (given.isEmpty ? "…………" : given) + (sender.isCommittee ? "/BC-UBND" : "/BC")
    }
}
