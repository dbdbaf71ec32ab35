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
        /// When the text is left out though its own fields have values.
        public var condition: Condition?
    }

    /// What decides whether a text is printed, besides its own fields.
    public enum Condition: Sendable, Hashable {
        /// Only beside a value of the field, as a label is.
        case with(Field)
        /// Only where the field is empty, in place of it.
        case without(Field)

        /// The field that decides.
        public var field: Field {
            switch self {
            case .with(let field), .without(let field): field
            }
        }

        /// Whether the text is printed.
        func holds(for values: FieldValues) -> Bool {
            switch self {
            case .with(let field): !values[field].isEmpty
            case .without(let field): values[field].isEmpty
            }
        }
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
    ///   - values: the texts' fields; a text one of whose fields is empty, or whose condition fails, is left out.
    ///   - segments: what the code says; none for a page without its code.
    /// - Returns: The page.
    /// - Throws: `CodeError` where the code does not fit its square.
    public func page(_ values: FieldValues, segments: [Segment] = []) throws(CodeError) -> Page {
        var marks: [Mark] = []
        marks.reserveCapacity(texts.count + 1)
        for text in texts {
            if let condition = text.condition, !condition.holds(for: values) { continue }
            guard let string = text.pattern.filled(with: values) else { continue }
            marks.append(.text(TextMark(string, style: text.style, box: text.box, label: text.pattern.source)))
        }
        if let code, !segments.isEmpty { marks.append(.code(try code.encode(segments))) }
        return Page(size: size, face: face, marks: marks)
    }
}
