/// One card or one poster: its trimmed size, the marks that all of its kind share, and its own.
public struct Page: Hashable, Sendable {
    /// The trimmed size.
    public var size: Size
    /// The marks that every page of a template shares; drawn first, and drawn once a file.
    public var face: Face
    /// The page's own marks, drawn over the face.
    public var marks: [Mark]

    /// A page of marks; `face` holds what it shares with others.
    public init(size: Size, face: Face = Face(marks: []), marks: [Mark]) {
        (self.size, self.face, self.marks) = (size, face, marks)
    }
}

/// The fixed marks of a template, as one shared value: copies cost nothing, and a drawing records it once.
public final class Face: Hashable, Sendable {
    /// The marks, in the order of drawing.
    public let marks: [Mark]

    /// A face of marks.
    public init(marks: [Mark]) { self.marks = marks }

    /// Whether both faces hold the same marks.
    public static func == (a: Face, b: Face) -> Bool { a === b || a.marks == b.marks }

    /// Feeds the marks to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(marks) }
}
