public import Layout

/// A side of a sheet that is ready to be drawn: a page of a PDF file.
public struct SetSide {
    /// Which side it is.
    public var side: SheetSide
    /// The set pages by position; nil where a place stays empty.
    public var pages: [SetPage?]
    /// What stands outside of the pages: cut marks, and a footer.
    public var marks: [Mark]
    /// What viewers call the page in place of its number; nil for the number.
    public var label: String?

    /// A side of pages, with the layout's own guides.
    public init(_ pages: [SetPage?], side: SheetSide = .front, marks: [Mark] = [], label: String? = nil) {
        self.side = side
        self.pages = pages
        self.marks = marks
        self.label = label
    }
}

/// An entry of a PDF file's outline.
public struct OutlineEntry: Sendable, Equatable {
    /// What it says.
    public var title: String
    /// The file's page that it leads to, from 1.
    public var page: Int
    /// The entries below it.
    public var entries: [OutlineEntry]

    /// An entry.
    public init(_ title: String, page: Int, entries: [OutlineEntry] = []) {
        self.title = title
        self.page = page
        self.entries = entries
    }
}
