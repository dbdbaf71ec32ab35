public import Layout
public import Typesetting

/// A side of a sheet that is ready to be drawn: a page of a PDF file.
public struct TypesetSide {
    /// Which side it is.
    public var side: SheetSide
    /// The pages by position; nil where a position stays empty.
    public var pages: [TypesetPage?]
    /// What stands outside of the pages: cut marks, and a footer.
    public var marks: [Mark]
    /// What viewers call the page instead of its number; nil for the number.
    public var label: String?

    /// A side of pages, with the layout's own guides.
    public init(_ pages: [TypesetPage?], side: SheetSide = .front, marks: [Mark] = [], label: String? = nil) {
        (self.side, self.pages, self.marks, self.label) = (side, pages, marks, label)
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
        (self.title, self.page, self.entries) = (title, page, entries)
    }
}
