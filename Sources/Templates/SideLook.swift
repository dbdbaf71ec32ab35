import Layout
import Messages
import QRCode
import Typesetting

/// Whether a side looks right: its texts keep from each other and from edges, like texts are alike, rows are even.
struct SideLook {
    /// A text of a page as it comes out.
    struct Setting {
        var mark: TextMark
        var extent: TextExtent
        /// The field whose label it is.
        var labelled: Field?
        var fields: [Field]

        /// Whether all that it may say is of one length, or nearly: it must not look otherwise on another card.
        var isOfOneForm: Bool { fields.allSatisfy { $0.isOfOneForm } }
    }

    private let template: Template
    private let side: Template.Side
    private let page: Rectangle
    private let paper: Rectangle
    private(set) var findings: [Message] = []
    /// How texts of a style first came out.
    private var looks: [Like: (label: String, look: Look)] = [:]

    // What the eye needs to see two lines as two.
    private static let gap = Length.mm(0.8)
    private static let labelGap = Length.mm(0.5)
    /// How much two distances may differ and still seem the same.
    private static let rhythm = Length.mm(0.25)
    /// How far from a margin an edge seems meant to stand on it.
    private static let near = Length.mm(3)
    private static let flush = Length.mm(0.15)

    /// What makes texts alike.
    private struct Like: Hashable {
        var font: TextStyle.Font
        var size: Length
        var colour: Colour
        var isUppercase: Bool

        init(_ style: TextStyle) {
            (font, size, colour, isUppercase) = (style.font, style.size, style.colour, style.isUppercase)
        }
    }

    private struct Look: Hashable {
        var family: String
        var size: Length

        var description: String { "\(family) \((size.points * 100).rounded() / 100) pt" }
    }

    init(_ side: Template.Side, of template: Template) {
        (self.template, self.side) = (template, side)
        paper = Rectangle(origin: .zero, size: template.size)
        page = Rectangle(
            x: template.textMargin, y: template.safeMargin, width: template.size.width - template.textMargin * 2,
            height: template.size.height - template.safeMargin * 2)
    }

    private mutating func find(_ finding: Message) { if !findings.contains(finding) { findings.append(finding) } }

    // MARK: Whatever the data

    /// Whether texts of one style that stand below one another are equally far apart.
    mutating func checkRhythm() {
        struct Column: Hashable {
            var like: Like
            var edge: Int
        }
        var columns: [Column: [(label: String, top: Length)]] = [:]
        let fixed = side.face.marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
        let all = fixed.map { ($0.label, $0.style, $0.box) } + side.texts.map { ($0.pattern.source, $0.style, $0.box) }
        for (label, style, box) in all {
            let edge =
                switch style.alignment {
                case .right: box.maxX
                case .centre: box.minX + box.size.width / 2
                case .left, .justified, .spread: box.minX
                }
            let column = Column(like: Like(style), edge: Int((edge.millimetres * 10).rounded()))
            columns[column, default: []].append((label, box.minY))
        }
        for column in columns.values {
            let rows = column.sorted { $0.top < $1.top }.reduce(into: [(label: String, top: Length)]()) { rows, row in
                if let last = rows.last, row.top - last.top < Self.rhythm { return }
                rows.append(row)
            }
            guard rows.count > 2 else { continue }
            let steps = zip(rows, rows.dropFirst()).map { (label: $1.label, step: $1.top - $0.top) }
            guard let least = steps.min(by: { $0.step < $1.step }), let most = steps.max(by: { $0.step < $1.step }),
                most.step - least.step > Self.rhythm
            else { continue }
            let (a, b) = (least.step.tenths, most.step.tenths)
            find(
                Message(
                    en:
                        "\(least.label) stands \(a) mm below the text before it, \(most.label) \(b): like rows are evenly spaced",
                    vi:
                        "\(least.label) cách chữ ở trên \(a) mm, \(most.label) cách \(b): các dòng cùng loại phải cách đều nhau"
                ))
        }
    }

    /// Whether the code's own edges stand on the margins that they are near.
    mutating func check(_ code: CodeMark) {
        let modules = code.box.inset(by: code.module * Double(QRCode.quietZone))
        for (edge, margin) in [(modules.minX, page.minX), (modules.maxX, page.maxX)] {
            let off = edge > margin ? edge - margin : margin - edge
            guard off > Self.flush, off < Self.near else { continue }
            find(
                Message(
                    en: "the code's modules end \(off.tenths) mm from the margin that texts stand on: use 'modules'",
                    vi: "các ô của mã lệch \(off.tenths) mm so với lề của chữ: dùng 'modules'"))
        }
    }

    // MARK: With data

    mutating func check(_ settings: [Setting], isUsual: Bool, _ data: Message) {
        for (index, setting) in settings.enumerated() {
            checkEdges(setting, data)
            for other in settings[..<index] { checkGap(other, setting, data) }
            // An office's own title is as long as it is.
            if (isUsual && !setting.fields.contains(.title)) || setting.isOfOneForm { checkLook(setting) }
        }
        checkBands(settings, data)
    }

    private mutating func checkLook(_ setting: Setting) {
        let like = Like(setting.mark.style)
        let look = Look(family: setting.extent.font.family, size: setting.extent.size)
        guard let first = looks[like] else {
            looks[like] = (setting.mark.label, look)
            return
        }
        guard first.look != look else { return }
        let (a, b) = (first.look.description, look.description)
        find(
            Message(
                en: "\(first.label) is set in \(a), \(setting.mark.label) in \(b): like texts look alike",
                vi: "\(first.label) in bằng \(a), \(setting.mark.label) bằng \(b): chữ cùng loại phải giống nhau"))
    }

    private mutating func checkEdges(_ setting: Setting, _ data: Message) {
        for line in setting.extent.lines where !page.contains(line) {
            find(
                Message(
                    en: "\(data.english): \(setting.mark.label): leaves the margins",
                    vi: "\(data.vietnamese): \(setting.mark.label): vượt ra ngoài lề"))
        }
    }

    private mutating func checkGap(_ a: Setting, _ b: Setting, _ data: Message) {
        let isLabel = a.labelled.map(b.fields.contains) == true || b.labelled.map(a.fields.contains) == true
        let lines = a.extent.lines.flatMap { line in b.extent.lines.map { (line, $0) } }
        for (line, other) in lines {
            guard !line.overlaps(other) else { continue }
            let (across, down) = (line.gapAcross(other), line.gapDown(other))
            let (gap, least) =
                across < .zero ? (down, isLabel ? Self.labelGap : Self.gap) : (across, down < .zero ? Self.gap : .zero)
            guard gap < least - .mm(0.005) else { continue }
            find(
                Message(
                    en:
                        "\(data.english): \(a.mark.label) and \(b.mark.label) are \(max(gap, .zero).tenths) mm apart, at least \(least.tenths) is needed",
                    vi:
                        "\(data.vietnamese): \(a.mark.label) và \(b.mark.label) cách nhau \(max(gap, .zero).tenths) mm, cần ít nhất \(least.tenths)"
                ))
        }
    }

    /// What stands in filled boxes keeps from their edges, as far above as below; what stands outside keeps away.
    private mutating func checkBands(_ settings: [Setting], _ data: Message) {
        let bands = side.face.marks.compactMap { if case .box(let box) = $0, box.fill != nil { box.box } else { nil } }
        // Grounds of the whole page or card are no bands.
        for (index, band) in bands.enumerated() where !band.contains(paper.inset(by: .mm(1))) {
            let inner = bands.enumerated().filter {
                $0.offset != index && band.contains($0.element) && $0.element != band
            }
            var parts = inner.map(\.element)
            for setting in settings {
                for (line, baseline) in zip(setting.extent.lines, setting.extent.baselines) {
                    if inner.contains(where: { $0.element.holds(line) }) { continue }
                    guard band.holds(line) else {
                        if !line.overlaps(band) { checkGap(setting, line, from: band, data) }
                        continue
                    }
                    if !band.inset(by: Self.gap).contains(line) {
                        find(
                            Message(
                                en: "\(data.english): \(setting.mark.label): comes within 0.8 mm of its band's edge",
                                vi: "\(data.vietnamese): \(setting.mark.label): cách mép khung dưới 0.8 mm"))
                    }
                    // Marks and descenders are not what the eye measures from.
                    let capital = setting.extent.size * Self.capitalHeight
                    parts.append(
                        Rectangle(x: line.minX, y: baseline - capital, width: line.size.width, height: capital))
                }
            }
            guard parts.count > inner.count else { continue }
            for mark in side.face.marks {
                if case .picture(let picture) = mark, !picture.isBackdrop, band.contains(picture.box) {
                    parts.append(picture.box)
                }
            }
            parts += [side.portrait?.box].compactMap(\.self).filter(band.contains)
            let all = parts.dropFirst().reduce(parts[0]) { $0.union($1) }
            let (above, below) = (all.minY - band.minY, band.maxY - all.maxY)
            let slack = max(.mm(1), min(band.size.height * 0.08, template.size.height * 0.0125))
            guard max(above, below) - min(above, below) > slack else { continue }
            let place = "(\(band.minX.tenths), \(band.minY.tenths))"
            find(
                Message(
                    en:
                        "\(data.english): the band at \(place) has \(above.tenths) mm free above and \(below.tenths) below",
                    vi:
                        "\(data.vietnamese): khung ở \(place) trống \(above.tenths) mm phía trên và \(below.tenths) phía dưới"
                ))
        }
    }

    /// A capital's height in ems, of Roboto and its like.
    private static let capitalHeight = 0.711

    private mutating func checkGap(_ setting: Setting, _ line: Rectangle, from band: Rectangle, _ data: Message) {
        let (across, down) = (line.gapAcross(band), line.gapDown(band))
        guard across < .zero, down < Self.gap - .mm(0.005) else { return }
        find(
            Message(
                en: "\(data.english): \(setting.mark.label) is \(down.tenths) mm from a band, at least 0.8 is needed",
                vi: "\(data.vietnamese): \(setting.mark.label) cách khung màu \(down.tenths) mm, cần ít nhất 0.8"))
    }
}

extension Rectangle {
    /// The room between both from side to side; less than nothing where they share a strip.
    fileprivate func gapAcross(_ other: Rectangle) -> Length { max(other.minX - maxX, minX - other.maxX) }

    /// The room between both from top to bottom; less than nothing where they share a strip.
    fileprivate func gapDown(_ other: Rectangle) -> Length { max(other.minY - maxY, minY - other.maxY) }

    /// Whether the middle of a line lies inside.
    fileprivate func holds(_ line: Rectangle) -> Bool {
        contains(line.centred(Size(width: .zero, height: .zero)))
    }
}

extension Length {
    fileprivate var tenths: String { String((millimetres * 10).rounded() / 10) }
}

extension Field {
    /// Whether all of its values take nearly the same room.
    fileprivate var isOfOneForm: Bool {
        switch self {
        case .hotline, .serial, .issued, .expires, .birth: true
        case .title, .signer, .emblem, .sex, .unit, .parent, .hamlet, .commune, .name, .household, .relation: false
        case .venue, .venueType, .address, .locality, .host: false
        }
    }
}
