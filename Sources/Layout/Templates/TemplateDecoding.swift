import Messages
import QRCode

extension Template {
    /// Decodes a template's YAML: lengths are millimetres, type sizes points, and pictures lie beside the file.
    ///
    /// Throws `ConfigurationError` with line and column.
    public init(
        yaml: String, file: String, name: String, language: TemplateLanguage = .vietnamese
    ) throws(ConfigurationError) {
        let root = try YAMLValue.root(of: yaml, file: file)
        try root.allow(["kind", "summary", "size", "safe", "margin", "bleed", "colours", "styles", "marks", "back"])
        (self.name, self.language) = (name, language)
        summary = try root.required("summary").string()
        kind = try root.required("kind").choice()
        let extent = try root.required("size").numbers("width", "height")
        guard extent[0] > 0, extent[1] > 0 else {
            throw try root.required("size").fault(
                en: "width and height must be more than 0", vi: "chiều rộng và chiều cao phải lớn hơn 0")
        }
        size = Size(width: .mm(extent[0]), height: .mm(extent[1]))
        safeMargin = try root["safe"]?.length() ?? .mm(3)
        textMargin = try root["margin"]?.length() ?? safeMargin
        bleed = try root["bleed"]?.length() ?? .zero
        let decoder = try MarkDecoder(root, kind: kind, size: size, bleed: bleed, language: language)
        front = try decoder.side(try root.required("marks"))
        back = try root["back"].map { marks throws(ConfigurationError) in try decoder.side(marks) }
    }
}

/// Collects the marks of a template's side while its list is read.
private struct MarkDecoder {
    private static let styleNames = [
        "font", "weight", "slant", "condensed", "size", "colour", "line", "tracking", "case", "align", "indent",
        "anchor", "fit", "breaks",
    ]

    var fixed: [Mark] = []
    var texts: [Template.Text] = []
    var code: CodeRule?
    var portrait: PortraitMark?
    var emblem: Rectangle?
    private let kind: TemplateKind
    private let language: TemplateLanguage
    private let page: Rectangle
    /// The page with its bleed, where boxes, lines and pictures may reach.
    private let sheet: Rectangle
    private var colours: [String: Colour] = ["black": .black, "white": .white]
    private var styles: [String: TextStyle] = [:]

    init(
        _ root: YAMLMap, kind: TemplateKind, size: Size, bleed: Length, language: TemplateLanguage
    ) throws(ConfigurationError) {
        (self.kind, self.language) = (kind, language)
        page = Rectangle(origin: .zero, size: size)
        sheet = page.inset(by: .zero - bleed)
        for entry in try root["colours"]?.map().entries ?? [] {
            guard let colour = Colour(hex: try entry.value.string()) else {
                throw entry.value.fault(en: "expected a colour like \"#1A5C4B\"", vi: "cần một màu như \"#1A5C4B\"")
            }
            colours[entry.name] = colour
        }
        for entry in try root["styles"]?.map().entries ?? [] {
            let map = try entry.value.map()
            try map.allow(Self.styleNames)
            let font = TextStyle.Font(family: try map.required("font").string())
            var style = TextStyle(font: font, size: .pt(try map.required("size").number()), breaks: .words)
            try apply(map, to: &style)
            styles[entry.name] = style
        }
    }

    func side(_ marks: YAMLValue) throws(ConfigurationError) -> Template.Side {
        var decoder = self
        for value in try marks.list() { try decoder.add(value) }
        return Template.Side(
            face: Face(marks: decoder.fixed), texts: decoder.texts, code: decoder.code, portrait: decoder.portrait,
            emblem: decoder.emblem)
    }

    private mutating func add(_ value: YAMLValue) throws(ConfigurationError) {
        let map = try value.map()
        if let languages = map["in"] {
            var isMeant = false
            for name in try languages.list() where try name.choice(TemplateLanguage.self) == language { isMeant = true }
            guard isMeant else { return }
        }
        if let text = map["text"] {
            try map.allow(["text", "at", "style", "with", "without", "in"] + Self.styleNames)
            try addText(text, map)
        } else if let payload = map["code"] {
            try map.allow(["code", "at", "modules", "level", "smallest_module", "rendering", "in"])
            guard code == nil else { throw payload.fault(en: "a side has one code", vi: "mỗi mặt chỉ có một mã") }
            guard try payload.string() == "payload" else {
                throw payload.fault(en: "expected 'code: payload'", vi: "cần “code: payload”")
            }
            code = try codeRule(map)
        } else if let line = map["line"] {
            try map.allow(["line", "width", "colour", "in"])
            let ends = try line.numbers("x1", "y1", "x2", "y2")
            for (x, y) in [(ends[0], ends[1]), (ends[2], ends[3])] where !sheet.contains(.mm(x, y, 0, 0)) {
                throw line.fault(en: "the line leaves the page", vi: "đường kẻ ra ngoài trang")
            }
            let (width, colour) = (try strokeWidth(map), try map["colour"].map(colour) ?? .black)
            fixed.append(
                .line(LineMark(.mm(ends[0]), .mm(ends[1]), .mm(ends[2]), .mm(ends[3]), width: width, colour: colour)))
        } else if let box = map["box"] {
            try map.allow(["box", "corner", "fill", "stroke", "width", "in"])
            fixed.append(
                .box(
                    BoxMark(
                        try inBleed(box), corner: try map["corner"]?.length() ?? .zero,
                        fill: try map["fill"].map(colour), stroke: try map["stroke"].map(colour),
                        strokeWidth: try strokeWidth(map))))
        } else if let picture = map["picture"] {
            try map.allow(["picture", "at", "colour", "ground", "in"])
            let folder = value.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let path = (folder + [Substring(try picture.string())]).joined(separator: "/")
            fixed.append(
                .picture(
                    PictureMark(
                        path: path, box: try inBleed(try map.required("at")), colour: try map["colour"].map(colour),
                        isBackdrop: try map["ground"]?.flag() ?? false)))
        } else if let name = map["portrait"] {
            try map.allow(["portrait", "at", "in"])
            guard kind == .card else {
                throw name.fault(en: "a poster has no portrait", vi: "áp phích không có ảnh chân dung")
            }
            guard portrait == nil else {
                throw name.fault(en: "a side has one portrait", vi: "mỗi mặt chỉ có một ảnh chân dung")
            }
            guard try name.string() == "photo" else {
                throw name.fault(en: "expected 'portrait: photo'", vi: "cần “portrait: photo”")
            }
            portrait = PortraitMark(path: nil, box: try inBleed(try map.required("at")))
        } else if let name = map["emblem"] {
            try map.allow(["emblem", "at", "in"])
            guard emblem == nil else {
                throw name.fault(en: "a side has one emblem", vi: "mỗi mặt chỉ có một biểu trưng")
            }
            guard try name.string() == "office" else {
                throw name.fault(en: "expected 'emblem: office'", vi: "cần “emblem: office”")
            }
            emblem = try inBleed(try map.required("at"))
        } else {
            throw value.fault(
                en: "a mark is one of text, code, line, box, picture, portrait, emblem",
                vi: "mỗi thành phần là một trong: text, code, line, box, picture, portrait, emblem")
        }
    }

    private mutating func addText(_ text: YAMLValue, _ map: YAMLMap) throws(ConfigurationError) {
        let pattern: TextPattern
        let source = try words(text).precomposed
        do { pattern = try TextPattern(source) } catch { throw text.fault(error.message) }
        let condition = try condition(map)
        for field in pattern.fields + [condition?.field].compactMap(\.self) where !field.kinds.contains(kind) {
            throw text.fault(
                en: "a \(kind.rawValue) has no field {\(field.rawValue)}",
                vi: "\(kind.vietnamese) không có trường {\(field.rawValue)}")
        }
        let name = try map.required("style")
        guard var style = styles[try name.string()] else {
            let known = styles.keys.sorted().joined(separator: ", ")
            throw name.fault(
                en: "there is no style '\(try name.string())'; styles are \(known)",
                vi: "không có kiểu chữ “\(try name.string())”; các kiểu chữ là \(known)")
        }
        try apply(map, to: &style)
        let box = try rectangle(try map.required("at"), within: page, .page)
        if pattern.isFixed, condition == nil {
            let string = pattern.filled(with: FieldValues()) ?? ""
            fixed.append(.text(TextMark(string, style: style, box: box)))
        } else {
            texts.append(Template.Text(pattern: pattern, style: style, box: box, condition: condition))
        }
    }

    /// The words of a text: one for all languages, or one of each, `{ vi: …, en: …, both: … }`.
    private func words(_ text: YAMLValue) throws(ConfigurationError) -> String {
        if text.isScalar { return try text.string() }
        let map = try text.map()
        try map.allow(["vi", "en", "both"])
        let (vietnamese, english) = (try map.required("vi").string(), try map.required("en").string())
        if language == .both, let both = map["both"] { return try both.string() }
        return language.word(vietnamese, english)
    }

    private func condition(_ map: YAMLMap) throws(ConfigurationError) -> Template.Condition? {
        if let value = map["with"] {
            guard map["without"] == nil else {
                throw value.fault(
                    en: "a text has 'with' or 'without', not both",
                    vi: "mỗi đoạn chữ chỉ có “with” hoặc “without”, không có cả hai")
            }
            return .with(try value.choice())
        }
        return try map["without"].map { value throws(ConfigurationError) in .without(try value.choice()) }
    }

    private func codeRule(_ map: YAMLMap) throws(ConfigurationError) -> CodeRule {
        if let at = map["at"], map["modules"] != nil {
            throw at.fault(
                en: "a code has 'at' or 'modules', not both", vi: "mã có “at” hoặc “modules”, không có cả hai")
        }
        let at: YAMLValue
        if let modules = map["modules"] { at = modules } else { at = try map.required("at") }
        let square = try at.numbers("x", "y", "side")
        let box = Rectangle.mm(square[0], square[1], square[2], square[2])
        guard square[2] > 0, page.contains(box) else {
            throw at.fault(en: "the code leaves the page", vi: "mã ra ngoài trang")
        }
        var level: RecoveryLevel?
        if let value = map["level"], try value.string() != "highest" {
            level = try value.choice(RecoveryLevel.self)
            if level == .low {
                throw value.fault(
                    en: "level L is too weak for print: use highest, M, Q or H",
                    vi: "mức sửa lỗi L quá yếu để in: hãy dùng highest, M, Q hoặc H")
            }
        }
        let smallest = try map["smallest_module"]?.length() ?? CodeRule.smallestModule
        if let value = map["smallest_module"], smallest < .mm(0.1) {
            throw value.fault(en: "expected 0.1 mm or more", vi: "cần từ 0.1 mm trở lên")
        }
        let rendering = try map["rendering"]?.choice() ?? (kind == .card ? CodeMark.Rendering.mask : .vector)
        guard map["modules"] == nil else {
            return CodeRule(modules: box, level: level, smallestModule: smallest, rendering: rendering)
        }
        return CodeRule(box: box, level: level, smallestModule: smallest, rendering: rendering)
    }

    private func apply(_ map: YAMLMap, to style: inout TextStyle) throws(ConfigurationError) {
        if let value = map["font"] { style.font.family = try value.string() }
        if let value = map["weight"] { style.font.weight = try value.choice() }
        if let value = map["slant"] { style.font.slant = try value.choice() }
        if let value = map["condensed"] { style.condensedFamily = try value.string() }
        if let value = map["size"] { style.size = try pointSize(value) }
        if let value = map["colour"] { style.colour = try colour(value) }
        if let value = map["tracking"] { style.tracking = try value.number() }
        if let value = map["align"] { style.alignment = try value.choice() }
        if let value = map["indent"] { style.indent = try value.length() }
        if let value = map["anchor"] { style.anchor = try value.choice() }
        if let value = map["breaks"] { style.breaks = try value.choice() }
        if let value = map["line"] {
            style.lineHeight = try value.number()
            guard (1.3...3).contains(style.lineHeight) else {
                throw value.fault(
                    en: "line height is 1.3 to 3 em; below 1.3, marks on capitals touch the line above",
                    vi: "khoảng cách dòng phải từ 1.3 đến 3 em; dưới 1.3 thì dấu trên chữ hoa chạm dòng trên")
            }
        }
        if let value = map["case"] {
            guard try value.string() == "upper" else {
                throw value.fault(en: "expected 'case: upper'", vi: "cần “case: upper”")
            }
            style.isUppercase = true
        }
        if let value = map["fit"] {
            style.fit = []
            for step in try value.list() { style.fit.append(try fitStep(step, style)) }
        }
    }

    private func fitStep(_ value: YAMLValue, _ style: TextStyle) throws(ConfigurationError) -> FitStep {
        if value.isScalar {
            guard try value.string() == "condense" else {
                throw value.fault(
                    en: "a fit step is one of 'condense', '{wrap: LINES}', '{shrink: POINTS}'",
                    vi: "mỗi bước thu chữ là một trong: “condense”, “{wrap: SỐ DÒNG}”, “{shrink: CỠ CHỮ}”")
            }
            guard style.condensedFamily != nil else {
                throw value.fault(
                    en: "'condense' needs 'condensed: FAMILY'", vi: "“condense” cần có “condensed: PHÔNG CHỮ”")
            }
            return .condense
        }
        let map = try value.map()
        try map.allow(["wrap", "shrink"])
        if let lines = map["wrap"] { return .wrap(lines: try lines.integer(in: 2...20)) }
        return .shrink(to: try pointSize(try map.required("shrink")))
    }

    private func pointSize(_ value: YAMLValue) throws(ConfigurationError) -> Length {
        let points = try value.number()
        guard (3...600).contains(points) else {
            throw value.fault(en: "a type size is 3 to 600 points", vi: "cỡ chữ phải từ 3 đến 600 point")
        }
        return .pt(points)
    }

    private func colour(_ value: YAMLValue) throws(ConfigurationError) -> Colour {
        let text = try value.string()
        guard let colour = colours[text] ?? Colour(hex: text) else {
            let known = colours.keys.sorted().joined(separator: ", ")
            throw value.fault(
                en: "there is no colour '\(text)'; colours are \(known)",
                vi: "không có màu “\(text)”; các màu là \(known)")
        }
        return colour
    }

    private func strokeWidth(_ map: YAMLMap) throws(ConfigurationError) -> Length {
        try map["width"]?.length() ?? .mm(0.2)
    }

    private func inBleed(_ value: YAMLValue) throws(ConfigurationError) -> Rectangle {
        try rectangle(value, within: sheet, sheet == page ? .page : .bleed)
    }

    private func rectangle(
        _ value: YAMLValue, within bounds: Rectangle, _ name: Message
    ) throws(ConfigurationError) -> Rectangle {
        let box = try value.rectangle()
        guard bounds.contains(box) else {
            let size = bounds.size
            throw value.fault(
                en: "the box leaves the \(name.english) of \(size.width.millimetres) × "
                    + "\(size.height.millimetres) mm",
                vi: "khung ra ngoài \(name.vietnamese) \(size.width.millimetres) × " + "\(size.height.millimetres) mm")
        }
        return box
    }
}

extension Message {
    fileprivate static let page = Message(en: "page", vi: "trang")
    fileprivate static let bleed = Message(en: "bleed", vi: "phần xén")
}
