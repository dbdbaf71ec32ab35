/// How a printer turns the paper for its second side.
public enum Duplex: String, CaseIterable, Sendable, Codable {
    /// One side alone is printed.
    case none
    /// About the longer edge, as a portrait page of a book is turned.
    case longEdge = "long-edge"
    /// About the shorter edge, as a portrait page of a writing block is turned.
    case shortEdge = "short-edge"
}

/// A side of a sheet.
public enum SheetSide: String, CaseIterable, Sendable, Codable {
    /// The side that is printed first.
    case front
    /// The side behind it.
    case back

    /// The side in Vietnamese.
    package var vietnamese: String {
        switch self {
        case .front: "mặt trước"
        case .back: "mặt sau"
        }
    }
}

/// Where a page stands on a side of a sheet.
public struct Placement: Hashable, Sendable {
    /// The top left corner of the page's box on the paper.
    public var origin: Point
    /// Whether the page stands on its head within that box.
    public var isTurned: Bool
    /// How large it is drawn.
    public var scale: Double

    /// A position of a page.
    public init(origin: Point, isTurned: Bool = false, scale: Double = 1) {
        (self.origin, self.isTurned, self.scale) = (origin, isTurned, scale)
    }
}

extension SheetProfile {
    /// Where the page of a position stands on the front, or its back on the other side.
    ///
    /// A back lies behind its own front, and is upright when the cut page is turned like a leaf of a book. Paper that turns
    /// about an upright axis (a portrait sheet about its long edge, a landscape one about its short edge) needs its columns
    /// mirrored; paper that turns about a level axis needs its rows mirrored, and the backs on their heads.
    /// Positions are those on the front, from 0.
    public func placement(at position: Int, side: SheetSide = .front, flip: Duplex = .none) -> Placement {
        let front = trim(at: position)
        guard side == .back else { return Placement(origin: front.origin, scale: scale) }
        let origin = behind(front, flip: flip).origin
        return Placement(origin: origin, isTurned: !turnsAboutUprightAxis(flip), scale: scale)
    }

    func behind(_ box: Rectangle, flip: Duplex) -> Rectangle {
        let origin =
            turnsAboutUprightAxis(flip)
            ? Point(x: paper.width - box.maxX, y: box.minY) : Point(x: box.minX, y: paper.height - box.maxY)
        return Rectangle(origin: origin, size: box.size)
    }

    private func turnsAboutUprightAxis(_ flip: Duplex) -> Bool { (flip == .shortEdge) == (paper.width > paper.height) }
}
