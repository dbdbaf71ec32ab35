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
    public var scale: Double
    /// What the sheet is cut or torn into: the page itself, or a larger label that it stands in the middle of.
    public var cell: Size
    /// The radius of a label's corners; zero where cells are cut.
    public var corner: Length
    /// Cells from left to right.
    public var columns: Int
    /// Cells from top to bottom.
    public var rows: Int
    /// The white between two cells, across and down.
    public var gutter: Size
    /// The top left corner of the first cell.
    public var origin: Point
    /// How far beyond the trim a page is drawn.
    public var bleed: Length
    /// The edge that printers leave unprinted; cut marks and the footer keep out of it.
    public var unprinted: Length
    /// What shows where to cut.
    public var cut: Cut
    /// How positions are counted.
    public var sequence: Sequence
    /// How a printer turns the paper, where nobody says otherwise.
    public var flip: Duplex
    /// The strip for punched holes; nil without.
    public var punched: PunchedMargin?
    /// The border that is cut off, so that the film of a laminated poster closes around it; zero without.
    public var lamination: Length

    /// Pages on a sheet.
    public var capacity: Int { columns * rows }

    /// A grid of cells in the middle of the paper, without a bleed and without margins for holes or film.
    ///
    /// - Parameters:
    ///   - name: the profile's name.
    ///   - summary: a sentence about it.
    ///   - paper: the paper.
    ///   - page: the trimmed size of a page.
    ///   - columns: cells from left to right.
    ///   - rows: cells from top to bottom.
    ///   - unprinted: the edge that printers leave unprinted.
    ///   - cut: what shows where to cut.
    public init(
        name: String, summary: String = "", paper: Size, page: Size, columns: Int, rows: Int, unprinted: Length,
        cut: Cut = .marks
    ) {
        self.name = name
        self.summary = summary
        self.paper = paper
        self.page = page
        self.columns = columns
        self.rows = rows
        self.unprinted = unprinted
        self.cut = cut
        scale = 1
        cell = page
        corner = .zero
        gutter = Size(width: .zero, height: .zero)
        bleed = .zero
        sequence = .rows
        flip = .longEdge
        lamination = .zero
        origin = .zero
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
    mutating func centre() {
        origin = Point(
            x: (paper.width - extent(columns, cell.width, gutter.width)) / 2,
            y: (paper.height - extent(rows, cell.height, gutter.height)) / 2)
    }

    /// All cells together, with the gutters between them.
    public var block: Rectangle {
        Rectangle(
            origin: origin,
            size: Size(
                width: extent(columns, cell.width, gutter.width), height: extent(rows, cell.height, gutter.height)))
    }

    private func extent(_ count: Int, _ cell: Length, _ gutter: Length) -> Length {
        cell * Double(count) + gutter * Double(count - 1)
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
        let cell = cell(at: position)
        let size = Size(width: page.width * scale, height: page.height * scale)
        // Margins for holes and film are taken from the cell, which is the whole paper then.
        let room = freed(cell)
        return Rectangle(
            origin: Point(
                x: room.minX + (room.size.width - size.width) / 2,
                y: room.minY + (room.size.height - size.height) / 2),
            size: size)
    }

    /// The top left corner of the page at a position, from 0, on the front.
    public func origin(at position: Int) -> Point { trim(at: position).origin }

    /// What margins for holes and film leave of a rectangle.
    func freed(_ whole: Rectangle) -> Rectangle {
        let inner = whole.inset(by: lamination)
        return punched?.room(in: inner) ?? inner
    }
}
