public import QRCode

/// A card's or a poster's design: fixed marks, texts with fields, and the place of the code.
public struct Template: Sendable, Equatable {
    /// A text of a template.
    public struct Text: Sendable, Equatable {
        /// The text with its fields.
        public var pattern: TextPattern
        /// How it is set.
        public var style: TextStyle
        /// The box that it must fit.
        public var box: Rectangle
    }

    /// The template's name: its file's, without the ending.
    public var name: String
    /// A sentence about it, for lists.
    public var summary: String
    /// Whether it is a card or a poster.
    public var kind: TemplateKind
    /// The trimmed size.
    public var size: Size
    /// The margin inside the trim that texts and codes keep free.
    public var safeMargin: Length
    /// The marks and texts without fields.
    public var face: Face
    /// The texts with fields, in the order of drawing.
    public var texts: [Text]
    /// The code; nil for a template without one.
    public var code: CodeRule?

    /// Fills the template in for one card or poster.
    ///
    /// - Parameters:
    ///   - values: the texts' fields; a text one of whose fields is empty is left out.
    ///   - segments: what the code says; none for a page without its code.
    /// - Returns: The page.
    /// - Throws: `CodeError` where the code does not fit its square.
    public func page(_ values: FieldValues, segments: [Segment] = []) throws(CodeError) -> Page {
        var marks: [Mark] = []
        marks.reserveCapacity(texts.count + 1)
        for text in texts {
            guard let string = text.pattern.filled(with: values) else { continue }
            marks.append(.text(TextMark(string, style: text.style, box: text.box, label: text.pattern.source)))
        }
        if let code, !segments.isEmpty { marks.append(.code(try code.encode(segments))) }
        return Page(size: size, face: face, marks: marks)
    }

    /// Every font that the template's texts may be set in.
    public var fonts: Set<TextStyle.Font> {
        var fonts: Set<TextStyle.Font> = []
        func add(_ style: TextStyle) {
            fonts.insert(style.font)
            if let family = style.condensedFamily, style.fit.contains(.condense) {
                fonts.insert(TextStyle.Font(family: family, weight: style.font.weight))
            }
        }
        for case .text(let mark) in face.marks { add(mark.style) }
        for text in texts { add(text.style) }
        return fonts
    }
}
