public import QRCode

/// Something drawn at a fixed position of a page.
public enum Mark: Hashable, Sendable {
    /// Lines of text in a box.
    case text(TextMark)
    /// A QR code with its quiet zone.
    case code(CodeMark)
    /// A straight line.
    case line(LineMark)
    /// A filled or outlined rectangle.
    case box(BoxMark)
    /// A picture scaled into a box.
    case picture(PictureMark)
    /// Somebody's photograph that fills a box.
    case portrait(PortraitMark)
}

/// A text, how it is set, and the box that it must fit.
public struct TextMark: Hashable, Sendable {
    /// The text, in NFC.
    public var string: String
    /// How it is set.
    public var style: TextStyle
    /// The box that holds every line.
    public var box: Rectangle
    /// What the text is called in an error: the template's own words for it, `{name}`.
    public var label: String

    /// A text in a box.
    public init(_ string: String, style: TextStyle, box: Rectangle, label: String? = nil) {
        (self.string, self.style, self.box) = (string, style, box)
        self.label = label ?? string
    }
}

/// A QR code in a square that includes its quiet zone.
public struct CodeMark: Hashable, Sendable {
    /// How the modules reach the page.
    public enum Rendering: String, CaseIterable, Sendable {
        /// As a picture of one bit a module: small and quick, for cards.
        case mask
        /// As one path: sharp at any scale, for posters.
        case vector
    }

    /// The modules.
    public var code: QRCode
    /// The square, quiet zone included.
    public var box: Rectangle
    /// How the modules reach the page.
    public var rendering: Rendering

    /// A code in a square.
    public init(_ code: QRCode, box: Rectangle, rendering: Rendering) {
        (self.code, self.box, self.rendering) = (code, box, rendering)
    }

    /// The side of one module.
    public var module: Length { box.size.width / Double(code.width + 2 * QRCode.quietZone) }
}

/// A straight line between two points.
public struct LineMark: Hashable, Sendable {
    /// Both ends.
    public var start, end: Point
    /// How thick it is.
    public var width: Length
    /// Its colour.
    public var colour: Colour

    /// A line between two points.
    public init(from start: Point, to end: Point, width: Length, colour: Colour) {
        (self.start, self.end, self.width, self.colour) = (start, end, width, colour)
    }

    init(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length, width: Length, colour: Colour) {
        self.init(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), width: width, colour: colour)
    }
}

/// A rectangle, filled, outlined or both.
public struct BoxMark: Hashable, Sendable {
    /// Where it stands.
    public var box: Rectangle
    /// The radius of its corners.
    public var corner: Length
    /// The colour inside, if any.
    public var fill: Colour?
    /// The outline's colour, if any; the line lies wholly inside the box.
    public var stroke: Colour?
    /// The outline's thickness.
    public var strokeWidth: Length

    /// A rectangle.
    public init(
        _ box: Rectangle, corner: Length = .zero, fill: Colour? = nil, stroke: Colour? = nil,
        strokeWidth: Length = .mm(0.2)
    ) {
        (self.box, self.corner, self.fill, self.stroke, self.strokeWidth) = (box, corner, fill, stroke, strokeWidth)
    }
}

/// An SVG, PNG or JPEG picture, scaled to fit its box and centred in it.
public struct PictureMark: Hashable, Sendable {
    /// The picture's file.
    public var path: String
    /// The box that it fits.
    public var box: Rectangle
    /// What it is printed with; in black alone it is screened into dots.
    public var ink = Ink.colour
    /// What an SVG picture draws in where it says `currentColor`; black where it is nil.
    public var colour: Colour?
    /// Whether it is an ornament that texts may stand on.
    public var isBackdrop: Bool

    /// A picture in a box.
    public init(path: String, box: Rectangle, colour: Colour? = nil, isBackdrop: Bool = false) {
        (self.path, self.box, self.colour, self.isBackdrop) = (path, box, colour, isBackdrop)
    }
}

/// A photograph of a card's holder, cut to its box's ratio.
public struct PortraitMark: Hashable, Sendable {
    /// The photograph's file; nil for a grey silhouette, which stands for one in previews.
    public var path: String?
    /// The box that it fills.
    public var box: Rectangle
    /// What it is printed with; in black alone it is screened into dots.
    public var ink = Ink.colour

    /// A portrait that fills a box.
    public init(path: String?, box: Rectangle) { (self.path, self.box) = (path, box) }
}
