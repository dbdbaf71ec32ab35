public import QRCode

/// A card's or a poster's design: fixed marks, texts with fields, and where the code stands.
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
        /// Only where the field is empty, instead of it.
        case without(Field)

        /// The field that decides.
        public var field: Field {
            switch self {
            case .with(let field), .without(let field): field
            }
        }

        package func holds(for values: FieldValues) -> Bool {
            switch self {
            case .with(let field): !values[field].isEmpty
            case .without(let field): values[field].isEmpty
            }
        }
    }

    /// What a side has alike on every page, what is filled in, and its code.
    public struct Side: Sendable, Equatable {
        /// The marks and texts that every page has alike.
        public var face: Face
        /// The texts that depend on fields, in the order of drawing.
        public var texts: [Text]
        /// The code; nil for a side without one.
        public var code: CodeRule?
        /// Where the holder's photograph stands; nil for a side without one.
        public var portrait: PortraitMark?
        /// Where the office's emblem stands, where it has one; nil for a side without.
        public var emblem: Rectangle?
    }

    /// The template's name: its file's, without the ending.
    public var name: String
    /// A sentence about it, for lists.
    public var summary: String
    /// Whether it is a card or a poster.
    public var kind: TemplateKind
    /// The language that its texts are in.
    public var language: TemplateLanguage
    /// The trimmed size.
    public var size: Size
    /// The margin inside the trim that texts and codes keep free.
    public var safeMargin: Length
    /// How far from the left and right edges the ink of texts begins; at least the safe margin.
    public var textMargin: Length
    /// How far beyond the trim boxes and pictures are drawn, for a cut that is never quite straight.
    public var bleed: Length
    /// The side with the name.
    public var front: Side
    /// The other side; nil for a template that is printed on one.
    public var back: Side?

    /// Both sides, or the front alone.
    public var sides: [Side] { [front] + [back].compactMap(\.self) }

    /// Whether a side shows its holder's photograph.
    public var hasPortrait: Bool { sides.contains { $0.portrait != nil } }

    /// Fills a side of the template in for one card or poster.
    ///
    /// A text one of whose fields is empty, or whose condition fails, is left out; without segments the code is. Without a
    /// photograph there is a silhouette instead, without a side it is the front. Throws `CodeError` where the code does not
    /// fit its square.
    public func page(
        _ values: FieldValues, segments: [Segment] = [], photo: String? = nil, side: Side? = nil
    ) throws(CodeError) -> Page {
        let side = side ?? front
        var marks: [Mark] = []
        marks.reserveCapacity(side.texts.count + 2)
        if var portrait = side.portrait {
            portrait.path = photo
            marks.append(.portrait(portrait))
        }
        for text in side.texts {
            if let condition = text.condition, !condition.holds(for: values) { continue }
            guard let string = text.pattern.filled(with: values) else { continue }
            marks.append(.text(TextMark(string, style: text.style, box: text.box, label: text.pattern.source)))
        }
        if let code = side.code, !segments.isEmpty { marks.append(.code(try code.encode(segments))) }
        return Page(size: size, face: side.face, marks: marks)
    }
}

extension Template {
    /// The template with its codes made by an encoder; nil for the library's own.
    package func encoded(by encoder: QRCode.Encoder?) -> Template { changed { $0.code?.encoder = encoder ?? .builtIn } }
}
