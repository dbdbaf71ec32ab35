import CairoDrawing
import Files
package import Layout
package import Messages
import PDF
package import Payload
import Typesetting

/// The two-sided page that a printer is measured by.
///
/// Rulers along all edges of the front show what stays unprinted; crosses at known places on both sides show how a side is
/// displaced and how large it is printed. The measures have letters, by which they are typed.
package struct CalibrationSheet: Sendable {
    /// What is measured, by its letter on the page; all in millimetres.
    package enum Measure: String, CaseIterable, Sendable {
        /// The first mark that is to be seen of the ruler at the left edge.
        case left = "A"
        /// The same at the right edge.
        case right = "B"
        /// The same at the top edge.
        case top = "C"
        /// The same at the bottom edge.
        case bottom = "D"
        /// From the paper's left edge to the middle of the front's cross.
        case frontX = "E"
        /// From the paper's top edge to the middle of the front's cross.
        case frontY = "F"
        /// Between the front's outer crosses, across.
        case width = "G"
        /// Between the front's outer crosses, down.
        case height = "H"
        /// From the paper's left edge to the middle of the back's cross.
        case backX = "K"
        /// From the paper's top edge to the middle of the back's cross.
        case backY = "L"

        package var meaning: Message {
            switch self {
            case .left:
                Message(en: "the first mark to be seen at the left edge", vi: "vạch đầu tiên nhìn thấy ở mép trái")
            case .right:
                Message(en: "the first mark to be seen at the right edge", vi: "vạch đầu tiên nhìn thấy ở mép phải")
            case .top:
                Message(en: "the first mark to be seen at the top edge", vi: "vạch đầu tiên nhìn thấy ở mép trên")
            case .bottom:
                Message(en: "the first mark to be seen at the bottom edge", vi: "vạch đầu tiên nhìn thấy ở mép dưới")
            case .frontX, .backX:
                Message(en: "from the left edge to the middle cross", vi: "từ mép trái đến dấu cộng ở giữa")
            case .frontY, .backY:
                Message(en: "from the top edge to the middle cross", vi: "từ mép trên đến dấu cộng ở giữa")
            case .width:
                Message(en: "between the outer crosses, across", vi: "giữa hai dấu cộng ngoài cùng, theo chiều ngang")
            case .height:
                Message(en: "between the outer crosses, down", vi: "giữa hai dấu cộng ngoài cùng, theo chiều dọc")
            }
        }
    }

    package let paper: Size

    /// A page for paper of 140 × 200 mm at least, upright or on its side.
    ///
    /// Throws `SheetError.smallPaper`.
    package init(paper: Size) throws(SheetError) {
        guard min(paper.width, paper.height) >= .mm(140), max(paper.width, paper.height) >= .mm(200) else {
            throw .smallPaper(paper)
        }
        self.paper = paper
    }

    // The outer crosses stand in from the edges, far enough to be printed by any printer.
    private static let inset = Length.mm(25)
    private static let rulerLength = Length.mm(20)
    private static let thin = Length.mm(0.1)

    private var middle: Point { Point(x: paper.width / 2, y: paper.height / 2) }

    /// What a measure is on a printer without a fault; nil for the unprinted edges, which no printer is without.
    package func nominal(_ measure: Measure) -> Length? {
        switch measure {
        case .left, .right, .top, .bottom: nil
        case .frontX, .backX: middle.x
        case .frontY, .backY: middle.y
        case .width: paper.width - Self.inset * 2
        case .height: paper.height - Self.inset * 2
        }
    }

    /// A printer from what was measured; nil turns no paper, and prints one side.
    ///
    /// What is not given of the front is taken to be right, and of the back to be as on the front. Throws
    /// `SheetError.faultyMeasure` where a measure cannot be right.
    package func printer(
        named name: String, measured: [Measure: Length], flip: Duplex?
    ) throws(SheetError) -> OfficePrinter {
        for (measure, length) in measured.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let nominal = nominal(measure)
            let slack: Double =
                switch measure {
                case .left, .right, .top, .bottom: 20
                case .width, .height: (nominal?.millimetres ?? 0) * 0.05
                default: 10
                }
            let wanted = nominal?.millimetres ?? 0
            let least = nominal == nil ? 0 : wanted - slack
            guard (least...(wanted + slack)).contains(length.millimetres) else {
                throw .faultyMeasure(
                    letter: measure.rawValue, meaning: measure.meaning, given: length,
                    least: .mm(least), most: .mm(wanted + slack))
            }
        }
        func scale(_ measure: Measure) -> Double {
            guard let length = measured[measure], let nominal = nominal(measure) else { return 1 }
            return ((length / nominal) * 100_000).rounded() / 100_000
        }
        func offset(_ measure: Measure, _ other: Length = .zero) -> Length {
            guard let length = measured[measure], let nominal = nominal(measure) else { return other }
            return .mm(((length - nominal).millimetres * 1000).rounded() / 1000)
        }
        let front = SheetCorrection(
            offset: Point(x: offset(.frontX), y: offset(.frontY)), scaleX: scale(.width), scaleY: scale(.height))
        let back = SheetCorrection(
            offset: Point(x: offset(.backX, front.offset.x), y: offset(.backY, front.offset.y)), scaleX: front.scaleX,
            scaleY: front.scaleY)
        let unprinted = Edges(
            left: measured[.left] ?? .zero, right: measured[.right] ?? .zero, top: measured[.top] ?? .zero,
            bottom: measured[.bottom] ?? .zero)
        return OfficePrinter(
            name: name, paper: paper,
            machine: SheetLayout.Machine(unprinted: unprinted, front: front, back: back), flip: flip)
    }

    /// Writes the page as a PDF file of a front and a back.
    ///
    /// The same paper and clock give the same bytes. Throws `TypesettingError` where a font is missing,
    /// `FileError.unwritable`.
    package func write(to path: String, resources: Resources, office folder: String? = nil, clock: Timestamp) throws {
        let fonts = try FontFiles(resources: resources, officeFonts: folder.map { $0 + "/fonts" })
        let typesetter = try fonts.typesetter()
        let sides: [TypesetPage]
        do {
            sides = try [front, back].map { try typesetter.set(Page(size: paper, marks: $0)) }
        } catch {
            guard case TypesettingError.missingFont = error else { throw error }
            throw TemplateError.noLetterFont(reason: Message(of: error))
        }
        let information = PDFDocument.Information(
            title: "Trang đo máy in", author: "Mocban", created: clock.description, duplex: uprightFlip)
        try DrawnFile.write(to: path) { staged in
            let document = try PDFDocument(path: staged, paper: paper, information: information, typesetter: typesetter)
            for (side, label) in zip(sides, ["Mặt trước", "Mặt sau"]) {
                try document.addSide(TypesetSide([side], label: label), of: SheetLayout(.whole(paper)))
            }
            try document.close()
        }
    }

    // MARK: The sides

    private var front: [Mark] {
        var marks = rulers
        marks += cross(middle, long: .mm(8)) + outerCrosses
        marks += arrow("E", from: Point(x: .zero, y: middle.y), to: middle)
        marks += arrow("F", from: Point(x: middle.x, y: .zero), to: middle)
        let (left, right) = (Self.inset, paper.width - Self.inset)
        let (top, bottom) = (Self.inset, paper.height - Self.inset)
        marks += dimension("G", from: Point(x: left, y: bottom), to: Point(x: right, y: bottom))
        marks += dimension("H", from: Point(x: right, y: top), to: Point(x: right, y: bottom))
        marks += text(frontWords, title: "TRANG ĐO MÁY IN – MẶT TRƯỚC")
        return marks
    }

    private var back: [Mark] {
        var marks = cross(middle, long: .mm(8)) + outerCrosses
        marks += arrow("K", from: Point(x: .zero, y: middle.y), to: middle)
        marks += arrow("L", from: Point(x: middle.x, y: .zero), to: middle)
        marks += text(backWords, title: "TRANG ĐO MÁY IN – MẶT SAU")
        return marks
    }

    /// The front's words, with what each measure is where a printer has no fault.
    private var frontWords: String {
        [Measure.frontX, .frontY, .width, .height].reduce(Self.frontWords) {
            $0.replacing(target($1), with: words(for: $1))
        }
    }

    private func target(_ measure: Measure) -> String { "{\(measure.rawValue)}" }

    /// `148,5`, as rulers are read.
    private func words(for measure: Measure) -> String {
        guard let nominal = nominal(measure)?.millimetres else { return "" }
        return String((nominal * 10).rounded() / 10).replacing(".", with: ",")
    }

    private static let frontWords = """
        In hai mặt, cỡ 100 % (không “vừa trang”), đúng cỡ giấy. Đo bằng thước, ghi đến 0,1 mm.
        A, B, C, D: vạch đầu tiên nhìn thấy của thước ở mỗi mép giấy (trái, phải, trên, dưới).
        E, F: từ mép trái và mép trên của tờ giấy đến giữa dấu thập ở tâm.
        G, H: khoảng cách giữa các dấu thập ngoài, theo chiều ngang và chiều dọc.
        A = …………      B = …………      C = …………      D = …………
        E = ………… (đúng: {E})      F = ………… (đúng: {F})      G = ………… (đúng: {G})      H = ………… (đúng: {H})
        """

    private static let backWords = """
        Lật tờ giấy; đo như mặt trước, từ mép trái và mép trên của mặt này.
        K, L: từ mép trái và mép trên của tờ giấy đến giữa dấu thập ở tâm.
        Soi lên ánh sáng: các dấu thập của hai mặt phải gần trùng nhau.
        K = ………… (đúng: {K})      L = ………… (đúng: {L})
        Lật tờ giấy như trang sách: chữ ở mặt này xuôi thì --flip UPRIGHT, ngược đầu thì --flip TURNED.
        mocban printer save TÊN --measured A=… B=… C=… D=… E=… F=… G=… H=… K=… L=… --flip …
        """

    /// The back's words; which way of turning leaves the back upright depends on how the paper lies.
    private var backWords: String {
        let turned = uprightFlip == .longEdge ? Duplex.shortEdge : .longEdge
        let words = Self.backWords.replacing("UPRIGHT", with: uprightFlip.rawValue).replacing(
            "TURNED", with: turned.rawValue)
        return [Measure.backX, .backY].reduce(words) { $0.replacing(target($1), with: self.words(for: $1)) }
    }

    private var uprightFlip: Duplex { paper.width > paper.height ? .shortEdge : .longEdge }

    private var outerCrosses: [Mark] {
        [
            Point(x: Self.inset, y: middle.y), Point(x: paper.width - Self.inset, y: middle.y),
            Point(x: middle.x, y: Self.inset), Point(x: middle.x, y: paper.height - Self.inset),
            Point(x: Self.inset, y: Self.inset), Point(x: paper.width - Self.inset, y: Self.inset),
            Point(x: Self.inset, y: paper.height - Self.inset),
            Point(x: paper.width - Self.inset, y: paper.height - Self.inset),
        ].flatMap { cross($0, long: .mm(5)) }
    }

    private func line(_ start: Point, _ end: Point, _ width: Length = thin, _ colour: Colour = .black) -> Mark {
        .line(LineMark(from: start, to: end, width: width, colour: colour))
    }

    private func cross(_ centre: Point, long: Length) -> [Mark] {
        let circle = box(around: centre, .mm(4), .mm(4))
        return [
            line(Point(x: centre.x - long, y: centre.y), Point(x: centre.x + long, y: centre.y)),
            line(Point(x: centre.x, y: centre.y - long), Point(x: centre.x, y: centre.y + long)),
            .box(BoxMark(circle, corner: .mm(2), stroke: .black, strokeWidth: Self.thin)),
        ]
    }

    // MARK: Rulers

    /// A ruler at each edge, every millimetre a tick of its own height, so that the first that is printed can be read.
    private var rulers: [Mark] {
        let count = Int(Self.rulerLength.millimetres)
        var marks: [Mark] = []
        for step in 0...count {
            let distance = Length.mm(Double(step))
            let long = step % 5 == 0 ? Length.mm(5) : .mm(3)
            let (width, height) = (paper.width, paper.height)
            // Beside the arrows of E and F, which run along the same lines.
            let (x, y) = (middle.x + .mm(30), middle.y + .mm(30))
            marks.append(line(Point(x: distance, y: y - long), Point(x: distance, y: y)))
            marks.append(line(Point(x: width - distance, y: y - long), Point(x: width - distance, y: y)))
            marks.append(line(Point(x: x - long, y: distance), Point(x: x, y: distance)))
            marks.append(line(Point(x: x - long, y: height - distance), Point(x: x, y: height - distance)))
            guard step % 5 == 0, step > 0 else { continue }
            func number(_ x: Length, _ y: Length) {
                marks.append(label("\(step)", 6, box(around: Point(x: x, y: y), .mm(5), .mm(3))))
            }
            number(distance, y + .mm(2))
            number(width - distance, y + .mm(2))
            number(x + .mm(3), distance)
            number(x + .mm(3), height - distance)
        }
        for (letter, x, y) in [
            ("A", Length.mm(12), middle.y + .mm(37)), ("B", paper.width - .mm(12), middle.y + .mm(37)),
            ("C", middle.x + .mm(39), .mm(12)), ("D", middle.x + .mm(39), paper.height - .mm(12)),
        ] { marks.append(badge(letter, Point(x: x, y: y))) }
        return marks
    }

    // MARK: Arrows and words

    /// A thin line from an edge to a cross with its letter.
    private func arrow(_ letter: String, from start: Point, to end: Point) -> [Mark] {
        let isLevel = start.y == end.y
        let tip = isLevel ? Point(x: end.x - .mm(9), y: end.y) : Point(x: end.x, y: end.y - .mm(9))
        let position =
            isLevel
            ? Point(x: end.x / 2, y: end.y - .mm(4)) : Point(x: end.x - .mm(4), y: end.y / 2)
        return [line(start, tip, Self.thin, .measure), badge(letter, position)]
    }

    /// A thin line between two crosses with its letter.
    private func dimension(_ letter: String, from start: Point, to end: Point) -> [Mark] {
        let isLevel = start.y == end.y
        let position =
            isLevel
            ? Point(x: start.x + (end.x - start.x) / 4, y: end.y - .mm(4))
            : Point(x: end.x - .mm(4), y: start.y + (end.y - start.y) / 4)
        return [line(start, end, Self.thin, .measure), badge(letter, position)]
    }

    private func badge(_ letter: String, _ centre: Point) -> Mark {
        label(letter, 12, box(around: centre, .mm(8), .mm(7)), .bold)
    }

    private func box(around centre: Point, _ width: Length, _ height: Length) -> Rectangle {
        Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
    }

    private func label(
        _ text: String, _ points: Double, _ box: Rectangle, _ weight: TextStyle.Weight = .regular,
        _ alignment: TextStyle.Alignment = .centre
    ) -> Mark {
        .text(
            TextMark(
                text,
                style: TextStyle(
                    font: TextStyle.Font(family: "Roboto", weight: weight), size: .pt(points), alignment: alignment,
                    anchor: .middle),
                box: box))
    }

    /// What to do, below the middle, where no line runs.
    private func text(_ words: String, title: String) -> [Mark] {
        let x = Self.inset + .mm(12)
        let width = paper.width - x * 2
        var y = middle.y + .mm(16)
        func box(_ height: Double) -> Rectangle {
            defer { y = y + .mm(height) }
            return Rectangle(x: x, y: y, width: width, height: .mm(height))
        }
        var marks = [label(title, 14, box(9), .bold, .left)]
        for line in words.split(separator: "\n") {
            let style = TextStyle(
                font: TextStyle.Font(family: "Roboto"), condensedFamily: "Roboto Condensed", size: .pt(9.5),
                fit: [.condense, .shrink(to: .pt(6))])
            marks.append(.text(TextMark(String(line), style: style, box: box(6.4))))
        }
        return marks
    }
}

extension Colour {
    /// The grey of lines along which is measured.
    fileprivate static let measure = Colour(hex: "#9A9A9A") ?? .black
}
