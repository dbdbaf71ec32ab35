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
        /// The field that the text stands beside, as a label does: without a value, the text is left out too.
        public var companion: Field?
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
    /// The marks and texts that every page has alike.
    public var face: Face
    /// The texts that depend on fields, in the order of drawing.
    public var texts: [Text]
    /// The code; nil for a template without one.
    public var code: CodeRule?

    /// Fills the template in for one card or poster.
    ///
    /// - Parameters:
    ///   - values: the texts' fields; a text one of whose fields, or whose companion, is empty is left out.
    ///   - segments: what the code says; none for a page without its code.
    /// - Returns: The page.
    /// - Throws: `CodeError` where the code does not fit its square.
    public func page(_ values: FieldValues, segments: [Segment] = []) throws(CodeError) -> Page {
        var marks: [Mark] = []
        marks.reserveCapacity(texts.count + 1)
        for text in texts {
            if let companion = text.companion, values[companion].isEmpty { continue }
            guard let string = text.pattern.filled(with: values) else { continue }
            marks.append(.text(TextMark(string, style: text.style, box: text.box, label: text.pattern.source)))
        }
        if let code, !segments.isEmpty { marks.append(.code(try code.encode(segments))) }
        return Page(size: size, face: face, marks: marks)
    }
}
