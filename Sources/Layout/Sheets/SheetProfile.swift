/// How pages stand on a sheet of paper: the imposition.
public struct SheetProfile: Sendable, Equatable {
    /// What shows where to cut.
    public enum Cut: String, CaseIterable, Sendable, Codable {
        /// Ticks in the margins, outside the trim and its bleed.
        case marks
        /// Hairlines along every cut, from margin to margin.
        case guides
        /// Nothing: labels and single cards are cut already.
        case none
    }

    /// How positions are counted.
    public enum Sequence: String, CaseIterable, Sendable {
        /// From left to right, then down.
        case rows
        /// From top to bottom, then to the right.
        case columns
    }

    /// The profile's name, `a4-2x5`.
    public var name: String
    /// A sentence about it, for lists.
    public var summary: String
    /// The paper; landscape where it is wider than high.
    public var paper: Size
    /// The trimmed size of a page, as its template has it.
    public var page: Size
    /// How large a page is drawn; 1 but where margins for holes or film take room from it.
    public var scale = 1.0
    /// What the sheet is cut or torn into: the page itself, or a larger label that it stands in the middle of.
    public var cell: Size
    /// The radius of a label's corners; zero where cells are cut.
    public var corner = Length.zero
    /// Cells from left to right and from top to bottom.
    public var columns, rows: Int
    /// The white between two cells, across and down.
    public var gutter = Size.zero
    /// The top left corner of the first cell.
    public var origin = Point.zero
    /// How far beyond the trim a page is drawn.
    public var bleed = Length.zero
    /// The edge that printers leave unprinted; cut marks and the footer keep out of it.
    public var unprinted: Length
    /// What shows where to cut.
    public var cut: Cut
    /// How positions are counted.
    public var sequence = Sequence.rows
    /// How a printer turns the paper, where nobody says otherwise.
    public var flip = Duplex.longEdge
    /// The strip for punched holes; nil without.
    public var punched: PunchedMargin?
    /// The border that is cut off, so that the film of a laminated poster closes around it; zero without.
    public var lamination = Length.zero

    /// Pages on a sheet.
    public var capacity: Int { columns * rows }

    /// A grid of cells in the middle of the paper, without a bleed and without margins for holes or film.
    public init(
        name: String, summary: String = "", paper: Size, page: Size, columns: Int, rows: Int, unprinted: Length,
        cut: Cut = .marks
    ) {
        (self.name, self.summary, self.paper, self.page, cell) = (name, summary, paper, page, page)
        (self.columns, self.rows, self.unprinted, self.cut) = (columns, rows, unprinted, cut)
        centre()
    }

    /// The whole paper as a single page, for posters.
    public static func whole(_ size: Size) -> SheetProfile {
        SheetProfile(name: "whole", paper: size, page: size, columns: 1, rows: 1, unprinted: .zero, cut: .none)
    }

    /// ID-1 cards, two across and five down on A4, touching, so that one cut serves two cards.
    public static let a4TwoByFive = SheetProfile(
        name: "a4-2x5", paper: .a4, page: .id1, columns: 2, rows: 5, unprinted: .mm(6))

    /// Puts the grid into the middle of the paper.
    mutating func centre() { origin = Rectangle(origin: .zero, size: paper).centred(block.size).origin }

    /// All cells together, with the gutters between them.
    public var block: Rectangle {
        func extent(_ count: Int, _ cell: Length, _ gutter: Length) -> Length {
            cell * Double(count) + gutter * Double(count - 1)
        }
        let width = extent(columns, cell.width, gutter.width)
        return Rectangle(origin: origin, size: Size(width: width, height: extent(rows, cell.height, gutter.height)))
    }

    /// The column and row of a position, all from 0.
    public func indices(of position: Int) -> (column: Int, row: Int) {
        switch sequence {
        case .rows: (position % columns, position / columns)
        case .columns: (position / rows, position % rows)
        }
    }

    /// The cell at a position, from 0, on the front.
    public func cell(at position: Int) -> Rectangle {
        let (column, row) = indices(of: position)
        return Rectangle(
            origin: Point(
                x: origin.x + (cell.width + gutter.width) * Double(column),
                y: origin.y + (cell.height + gutter.height) * Double(row)),
            size: cell)
    }

    /// The trim of the page at a position, from 0, on the front.
    public func trim(at position: Int) -> Rectangle {
        // Margins for holes and film are taken from the cell, which is the whole paper then.
        freed(cell(at: position)).centred(page * scale)
    }

    /// The top left corner of the page at a position, from 0, on the front.
    public func origin(at position: Int) -> Point { trim(at: position).origin }

    func freed(_ whole: Rectangle) -> Rectangle {
        let inner = whole.inset(by: lamination)
        return punched?.room(in: inner) ?? inner
    }
}

extension SheetProfile {
    /// A page of its own size with its bleed around it, for a print shop, which imposes and cuts by itself.
    ///
    /// Backs stand as upright as fronts, each after its own.
    public static func printShop(_ page: Size, bleed: Length) -> SheetProfile {
        let paper = Size(width: page.width + bleed * 2, height: page.height + bleed * 2)
        var profile = SheetProfile(
            name: "print-shop", paper: paper, page: page, columns: 1, rows: 1, unprinted: .zero, cut: .none)
        profile.bleed = bleed
        // About an upright axis, so that no back stands on its head.
        profile.flip = paper.width > paper.height ? .shortEdge : .longEdge
        return profile
    }
}
