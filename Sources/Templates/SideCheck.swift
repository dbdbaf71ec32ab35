package import Layout
package import Messages
import Payload
import QRCode
package import Typesetting

/// What is wrong with a side of a template, by its own marks and by what usual, shortest and longest data make of it.
package struct SideCheck {
    private let template: Template
    private let side: Template.Side
    private let typesetter: Typesetter
    private let safe: Rectangle
    /// The code's squares with all data, quiet zones included; nil for a side without a code.
    private var codeArea: Rectangle?
    private var look: SideLook
    private var faults: [Message] = []

    // Below it, print is hard to read in poor light (the ratio of WCAG 2.1).
    private static let leastContrast = 7.0
    // Below it, a code's light modules are no longer light (black on it is then still ISO/IEC 15415's grade A).
    private static let leastCodeContrast = 15.0
    private static let smallestType = Length.pt(6)

    private init(_ side: Template.Side, of template: Template, _ typesetter: Typesetter) {
        (self.template, self.side, self.typesetter) = (template, side, typesetter)
        safe = Rectangle(origin: .zero, size: template.size).inset(by: template.safeMargin)
        look = SideLook(side, of: template)
    }

    /// The faults of a side whose fonts and pictures are there, each said once.
    package static func faults(of side: Template.Side, in template: Template, _ typesetter: Typesetter) throws
        -> [Message]
    {
        var check = SideCheck(side, of: template, typesetter)
        for sample in SampleData.allCases { try check.checkCode(sample) }
        try check.checkTexts()
        check.checkCodeBackdrop()
        check.look.checkRhythm()
        for sample in SampleData.allCases {
            for values in check.variants(of: sample.values(for: template)) { try check.checkPage(values, sample) }
        }
        check.look.findings.forEach { check.find($0) }
        return check.faults
    }

    private mutating func find(_ fault: Message) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    // MARK: Whatever the data

    /// Places, sizes and letters of all texts.
    private mutating func checkTexts() throws {
        let filled = side.texts.map { (TextMark($0.pattern.source, style: $0.style, box: $0.box), $0.pattern.fields) }
        for (text, fields) in fixed.map({ ($0, []) }) + filled {
            if !safe.contains(text.box) {
                find(Message(en: "\(text.label): leaves the safe area", vi: "\(text.label): ra ngoài vùng an toàn"))
            }
            if text.style.smallestSize < Self.smallestType {
                find(
                    Message(
                        en: "\(text.label): may be set at \(text.style.smallestSize.points) pt, at least 6 pt is "
                            + "needed",
                        vi: "\(text.label): có thể thu nhỏ đến \(text.style.smallestSize.points) pt, cần ít nhất 6 pt"))
            }
            guard fields.contains(where: \.isWritten) else { continue }
            for font in text.style.fonts {
                let letters = Self.letters.filter { !text.style.isUppercase || $0.isUppercase }
                let lacking = try typesetter.lacking(letters, in: font)
                guard let first = lacking.first else { continue }
                find(
                    Message(
                        en: "\(text.label): \(font.family) lacks \(lacking.count) letters that names have, such as "
                            + "'\(first)'",
                        vi: "\(text.label): \(font.family) thiếu \(lacking.count) chữ cái thường có trong tên, chẳng "
                            + "hạn “\(first)”"))
            }
        }
        if let portrait = side.portrait?.box, let codeArea, portrait.overlaps(codeArea) {
            find(Message(en: "the code and the portrait overlap", vi: "mã và ảnh chân dung chồng lên nhau"))
        }
    }

    private mutating func checkCodeBackdrop() {
        guard let code = codeArea else { return }
        var grounds = [Colour.white]
        for mark in side.face.marks where mark.bounds.overlaps(code) {
            switch mark {
            case .box(let box):
                if let fill = box.fill { grounds = box.box.contains(code) ? [fill] : grounds + [fill] }
                if box.stroke != nil, !box.box.inset(by: box.strokeWidth).contains(code) {
                    find(
                        Message(
                            en: "an outline crosses the code or its quiet zone",
                            vi: "đường viền cắt qua mã hoặc vùng trống của mã"))
                }
            case .line:
                find(
                    Message(
                        en: "a line crosses the code or its quiet zone",
                        vi: "đường kẻ cắt qua mã hoặc vùng trống của mã"))
            case .picture(let picture):
                find(
                    Message(
                        en: "\(picture.path): the picture reaches into the code or its quiet zone",
                        vi: "\(picture.path): hình lấn vào mã hoặc vùng trống của mã"))
            case .text, .code, .portrait: continue
            }
        }
        if grounds.contains(where: { $0.contrast(with: .black) < Self.leastCodeContrast }) {
            find(
                Message(
                    en: "the code, its quiet zone included, stands on a fill that is too dark",
                    vi: "mã, kể cả vùng trống, nằm trên nền quá tối"))
        }
    }

    // MARK: With data

    /// Whether the code is large enough for what it says, in both ways of signing, and keeps from the trim.
    private mutating func checkCode(_ sample: SampleData) throws {
        guard let rule = side.code else { return }
        if rule.modules == nil { codeArea = rule.box }
        for algorithm in Algorithm.allCases {
            do {
                let mark = try rule.encode(try sample.segments(for: template.kind, algorithm))
                codeArea = codeArea?.union(mark.box) ?? mark.box
                look.check(mark)
                // The quiet zone is white, as paper is: a cut within it does no harm.
                let modules = mark.box.inset(by: mark.module * Double(QRCode.quietZone))
                if !safe.contains(modules) {
                    find(Message(en: "the code leaves the safe area", vi: "mã ra ngoài vùng an toàn"))
                }
            } catch let error as CodeError {
                find(
                    Message(
                        en: "\(sample.message.english), \(algorithm.title.english): \(error)",
                        vi: "\(sample.message.vietnamese), \(algorithm.title.vietnamese): "
                            + "\(Message(of: error).vietnamese)"))
            }
        }
    }

    /// The values, and where texts stand in place of others, the values without these.
    private func variants(of values: FieldValues) -> [FieldValues] {
        let replaced = Set(side.texts.compactMap { if case .without(let field) = $0.condition { field } else { nil } })
        guard !replaced.isEmpty else { return [values] }
        var (reduced, titled) = (values, values)
        for field in replaced { reduced[field] = "" }
        titled[.title] = SampleData.title
        return replaced.contains(.title) ? [values, reduced, titled] : [values, reduced]
    }

    /// How the texts come out: what does not fit, stands on something else or hardly stands out.
    private mutating func checkPage(_ values: FieldValues, _ sample: SampleData) throws {
        var texts: [(mark: TextMark, extent: TextExtent)] = []
        let filled = try template.page(values, side: side).marks
        // As the page has them, one by one.
        let sources = side.texts.filter {
            $0.condition?.holds(for: values) ?? true && $0.pattern.filled(with: values) != nil
        }
        let own = filled.compactMap { if case .text(let text) = $0 { text } else { nil } }
        var settings: [SideLook.Setting] = []
        for (mark, source) in fixed.map({ ($0, nil) }) + zip(own, sources).map({ ($0, $1) }) {
            // Each text alone, so that one fault does not hide another.
            do {
                let extent = try typesetter.extent(of: mark)
                texts.append((mark, extent))
                var labelled: Field?
                if case .with(let field) = source?.condition { labelled = field }
                settings.append(
                    SideLook.Setting(
                        mark: mark, extent: extent, labelled: labelled, fields: source?.pattern.fields ?? []))
            } catch {
                find(
                    Message(
                        en: "\(sample.message.english): \(error)",
                        vi: "\(sample.message.vietnamese): \(Message(of: error).vietnamese)"))
            }
        }
        for (index, text) in texts.enumerated() {
            for other in texts[..<index] where text.extent.overlaps(other.extent) {
                find(
                    Message(
                        en: "\(sample.message.english): \(other.mark.label) and \(text.mark.label) overlap",
                        vi: "\(sample.message.vietnamese): \(other.mark.label) và \(text.mark.label) chồng lên nhau"))
            }
            for line in text.extent.lines { check(text.mark, line) }
        }
        look.check(settings, isUsual: sample == .usual, sample.title)
    }

    private mutating func check(_ text: TextMark, _ line: Rectangle) {
        if let codeArea, line.overlaps(codeArea) {
            find(
                Message(
                    en: "\(text.label): reaches into the code or its quiet zone",
                    vi: "\(text.label): lấn vào mã hoặc vùng trống của mã"))
        }
        if let portrait = side.portrait?.box, line.overlaps(portrait) {
            find(Message(en: "\(text.label): stands on the portrait", vi: "\(text.label): nằm trên ảnh chân dung"))
        }
        var grounds = [Colour.white]
        for mark in side.face.marks {
            switch mark {
            case .box(let box):
                guard let fill = box.fill else { continue }
                if box.box.contains(line) { grounds = [fill] } else if box.box.overlaps(line) { grounds.append(fill) }
            case .picture(let picture) where picture.box.overlaps(line):
                if !picture.isBackdrop {
                    find(
                        Message(
                            en: "\(text.label): stands on the picture \(picture.path)",
                            vi: "\(text.label): nằm trên hình \(picture.path)"))
                } else if let colour = picture.colour {
                    grounds.append(colour)
                }
            case .line where mark.bounds.overlaps(line):
                find(Message(en: "\(text.label): a line crosses it", vi: "\(text.label): bị đường kẻ cắt qua"))
            case .text, .code, .portrait, .picture, .line: continue
            }
        }
        for ground in grounds {
            let contrast = text.style.colour.contrast(with: ground)
            guard contrast < Self.leastContrast else { continue }
            find(
                Message(
                    en: "\(text.label): its contrast is \((contrast * 10).rounded(.down) / 10), at least 7 is "
                        + "needed",
                    vi: "\(text.label): độ tương phản là \((contrast * 10).rounded(.down) / 10), cần ít nhất 7"))
        }
    }

    private var fixed: [TextMark] {
        side.face.marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The letters that a Vietnamese name may have: 146 of vowels, tones and đ, the consonants, and digits.
    private static let letters: [Character] = {
        let vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
        let small = vowels + "bcdfghjklmnpqrstvwxz"
        return Array(small) + Array(small.uppercased()) + Array("0123456789")
    }()
}

extension TextExtent {
    fileprivate func overlaps(_ other: TextExtent) -> Bool {
        lines.contains { line in other.lines.contains { line.overlaps($0) } }
    }
}

extension TextStyle {
    fileprivate var smallestSize: Length {
        fit.reduce(size) { size, step in if case .shrink(let smallest) = step { min(size, smallest) } else { size } }
    }

    fileprivate var fonts: [Font] {
        guard fit.contains(.condense), let condensedFamily else { return [font] }
        return [font, Font(family: condensedFamily, weight: font.weight, slant: font.slant)]
    }
}

extension Field {
    /// Whether people write it, in letters of any kind.
    fileprivate var isWritten: Bool {
        switch self {
        case .title, .signer, .unit, .parent, .hamlet, .commune, .name, .household, .relation, .venue, .address,
            .locality:
            true
        case .hotline, .emblem, .serial, .issued, .expires, .birth, .sex, .venueType, .host: false
        }
    }
}

extension SampleData {
    /// What findings call it.
    fileprivate var title: Message {
        switch self {
        case .usual: Message(en: "usual data", vi: "dữ liệu thường")
        case .shortest: Message(en: "shortest data", vi: "dữ liệu ngắn nhất")
        case .longest: Message(en: "longest data", vi: "dữ liệu dài nhất")
        }
    }
}

extension Algorithm {
    /// What the option `--sign` calls it.
    fileprivate var title: Message {
        switch self {
        case .hmac256: Message(en: "signed with HMAC", vi: "ký bằng HMAC")
        case .ed25519: Message(en: "signed with Ed25519", vi: "ký bằng Ed25519")
        }
    }
}
