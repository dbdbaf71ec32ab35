/// How a text is set: font, size, colour and spacing.
public struct TextStyle: Hashable, Sendable {
    /// A font as its family calls it.
    public struct Font: Hashable, Sendable {
        /// The family's name, `Roboto`.
        public var family: String
        /// The weight of OpenType's scale.
        public var weight: Weight
        /// Whether the letters stand or lean.
        public var slant: Slant

        /// A font of a family.
        public init(family: String, weight: Weight = .regular, slant: Slant = .upright) {
            (self.family, self.weight, self.slant) = (family, weight, slant)
        }
    }

    /// Whether letters stand or lean.
    public enum Slant: String, CaseIterable, Sendable {
        case upright, italic
    }

    /// A font's weight on OpenType's scale of 100 to 900.
    public enum Weight: String, CaseIterable, Sendable {
        case light, regular, medium, bold, black

        /// The number of OpenType's `usWeightClass`.
        public var value: Int {
            switch self {
            case .light: 300
            case .regular: 400
            case .medium: 500
            case .bold: 700
            case .black: 900
            }
        }
    }

    /// Where lines stand within their box, from left to right.
    public enum Alignment: String, CaseIterable, Sendable {
        case left, centre, right
        /// From edge to edge, but for the last line of a paragraph.
        case justified
        /// From edge to edge, all letters equally far apart: a number of always the same width.
        case spread
    }

    /// Where the block of lines stands within its box, from top to bottom.
    public enum Anchor: String, CaseIterable, Sendable {
        case top, middle, bottom
        /// The first line's baseline is where it would be at the style's own size, however far the text shrinks.
        case baseline
    }

    /// The font that the text is set in first.
    public var font: Font
    /// The narrower family that the fit step `condense` turns to.
    public var condensedFamily: String?
    /// The type size.
    public var size: Length
    /// The colour of the letters.
    public var colour: Colour
    /// The distance between baselines, in ems; at least 1.30, since Vietnamese stacks marks on capitals.
    public var lineHeight: Double
    /// Space added after each letter, in ems.
    public var tracking: Double
    /// Whether the text is set in capitals.
    public var isUppercase: Bool
    /// Where lines stand from left to right.
    public var alignment: Alignment
    /// How far the first line of a paragraph is set in.
    public var indent: Length
    /// Where the lines stand from top to bottom.
    public var anchor: Anchor
    /// What is tried, in this order, while the text does not fit its box.
    public var fit: [FitStep]
    /// Where lines may end.
    public var breaks: LineBreaks

    /// A style with plain defaults: black, flush left, line height 1.30 em, nothing tried where it does not fit.
    public init(
        font: Font, condensedFamily: String? = nil, size: Length, colour: Colour = .black, lineHeight: Double = 1.3,
        tracking: Double = 0, isUppercase: Bool = false, alignment: Alignment = .left, indent: Length = .zero,
        anchor: Anchor = .top, fit: [FitStep] = [], breaks: LineBreaks = .even
    ) {
        (self.font, self.condensedFamily, self.size, self.colour) = (font, condensedFamily, size, colour)
        (self.lineHeight, self.tracking, self.isUppercase) = (lineHeight, tracking, isUppercase)
        (self.alignment, self.indent, self.anchor, self.fit) = (alignment, indent, anchor, fit)
        self.breaks = breaks
    }
}

/// Where the lines of a text may end.
public enum LineBreaks: String, CaseIterable, Sendable {
    /// Between any words, so that lines are of even lengths.
    case even
    /// Between any words, but after commas and before a place or an office rather than elsewhere.
    case words
    /// Never within a name, unless the text fits in no other way.
    case phrases
}

/// One thing to try where a text does not fit its box; steps add up in the order of their list.
public enum FitStep: Hashable, Sendable {
    /// Break between words, into so many lines at most.
    case wrap(lines: Int)
    /// Set the text in the style's condensed family.
    case condense
    /// Lower the type size by quarter points, down to this size.
    case shrink(to: Length)
}
