/// How pages stand on a sheet of paper: the imposition.
public struct SheetProfile: Sendable, Equatable {
    /// The profile's name, `a4-2x5`.
    public var name: String
    /// The paper.
    public var paper: Size
    /// The trimmed size of a page.
    public var page: Size
    /// Pages from left to right.
    public var columns: Int
    /// Pages from top to bottom.
    public var rows: Int
    /// The edge that office printers leave unprinted; cut marks keep out of it.
    public var unprinted: Length

    /// Pages on a sheet.
    public var capacity: Int { columns * rows }

    /// The whole paper as a single page, for posters.
    public static func whole(_ size: Size) -> SheetProfile {
        SheetProfile(name: "whole", paper: size, page: size, columns: 1, rows: 1, unprinted: .zero)
    }

    /// ID-1 cards, two across and five down on A4, touching, so that one cut serves two cards.
    public static let a4TwoByFive = SheetProfile(
        name: "a4-2x5", paper: .a4, page: .id1, columns: 2, rows: 5, unprinted: .mm(6))

    /// The top left corner of the page at a position, from 0, row by row; the block is centred on the paper.
    public func origin(at position: Int) -> Point {
        Point(
            x: left + page.width * Double(position % columns),
            y: top + page.height * Double(position / columns))
    }

    /// The ticks in the margins that show where to cut.
    public var cutMarks: [LineMark] {
        guard capacity > 1 else { return [] }
        let gap = Length.mm(1.5)
        let right = left + page.width * Double(columns)
        let bottom = top + page.height * Double(rows)
        func tick(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) -> LineMark {
            LineMark(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), width: .mm(0.1), colour: .black)
        }
        let vertical = (0...columns).flatMap { column in
            let x = left + page.width * Double(column)
            return [tick(x, unprinted, x, top - gap), tick(x, bottom + gap, x, paper.height - unprinted)]
        }
        let horizontal = (0...rows).flatMap { row in
            let y = top + page.height * Double(row)
            return [
                tick(left - min(left - unprinted, .mm(9)), y, left - gap, y),
                tick(right + gap, y, right + min(paper.width - right - unprinted, .mm(9)), y),
            ]
        }
        return vertical + horizontal
    }

    private var left: Length { (paper.width - page.width * Double(columns)) / 2 }
    private var top: Length { (paper.height - page.height * Double(rows)) / 2 }
}
