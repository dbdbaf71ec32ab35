/// A profile as it is used: what shows the cuts, how the paper turns, and what the printer needs.
public struct SheetLayout: Sendable, Equatable {
    /// What a printer is like.
    public struct Machine: Hashable, Sendable {
        /// What it leaves unprinted along each edge, in the distances that it is told.
        public var unprinted: Edges
        /// How it displaces fronts and backs.
        public var front, back: SheetCorrection

        /// A printer.
        public init(unprinted: Edges = .zero, front: SheetCorrection = .none, back: SheetCorrection = .none) {
            (self.unprinted, self.front, self.back) = (unprinted, front, back)
        }

        /// How it displaces a side.
        public func correction(_ side: SheetSide) -> SheetCorrection { side == .front ? front : back }
    }

    /// The profile.
    public var profile: SheetProfile
    /// What shows where to cut.
    public var cut: SheetProfile.Cut
    /// How the paper turns; `none` where one side is printed.
    public var duplex: Duplex
    /// The printer; nil for any.
    public var machine: Machine?

    /// A profile, printed on one side and by any printer unless said otherwise.
    public init(
        _ profile: SheetProfile, cut: SheetProfile.Cut? = nil, duplex: Duplex = .none, machine: Machine? = nil
    ) {
        (self.profile, self.cut, self.duplex, self.machine) = (profile, cut ?? profile.cut, duplex, machine)
    }

    /// The sides that are printed.
    public var sides: [SheetSide] { duplex == .none ? [.front] : [.front, .back] }

    /// Where the page of a position stands on a side.
    public func placement(at position: Int, side: SheetSide = .front) -> Placement {
        profile.placement(at: position, side: side, flip: duplex)
    }

    /// How the printer displaces a side.
    public func correction(_ side: SheetSide) -> SheetCorrection { machine?.correction(side) ?? .none }

    /// What stays unprinted along the edges of a side as it lies on the table.
    func unprinted(_ side: SheetSide) -> Edges {
        let edges = Edges(all: profile.unprinted)
        return machine.map { edges.union(printable($0, side)) } ?? edges
    }

    private func printable(_ machine: Machine, _ side: SheetSide) -> Edges {
        let paper = profile.paper
        let inner = machine.correction(side).printed(machine.unprinted.inner(paper), on: paper)
        return Edges(of: inner, on: paper)
    }

    // MARK: What reaches into the unprinted edge

    /// What reaches into the edge that the printer leaves unprinted, and how far.
    public struct Intrusion: Hashable, Sendable {
        /// The edge.
        public var edge: Edges.Edge
        /// The side of the sheet.
        public var side: SheetSide
        /// How far from the edge of the paper the layout comes.
        public var distance: Length
        /// How much the printer leaves unprinted there.
        public var unprinted: Length
    }

    /// The edge into which pages reach farthest; nil where all of them can be printed, or no printer is known.
    ///
    /// Bounds are of what is drawn of a page on a side, from the page's own top left corner.
    public func intrusion(of bounds: Rectangle, side: SheetSide) -> Intrusion? {
        guard let machine else { return nil }
        let edges = printable(machine, side)
        var worst: Intrusion?
        for position in 0..<profile.capacity {
            let box = box(bounds, at: position, side: side)
            let own = Edges(of: box, on: profile.paper)
            for edge in Edges.Edge.allCases where own[edge] + .mm(0.005) < edges[edge] {
                let found = Intrusion(edge: edge, side: side, distance: own[edge], unprinted: edges[edge])
                let depth = worst.map { $0.unprinted - $0.distance } ?? .zero
                if found.unprinted - found.distance > depth { worst = found }
            }
        }
        return worst
    }

    /// Where a part of a page comes to lie on a side, without what is clipped beyond trim and bleed.
    private func box(_ bounds: Rectangle, at position: Int, side: SheetSide) -> Rectangle {
        let whole = Rectangle(origin: .zero, size: profile.page).inset(by: profile.bleed * -1)
        let bounds = bounds.intersection(whole)
        let placement = placement(at: position, side: side)
        let (x, y) =
            placement.isTurned
            ? (profile.page.width - bounds.maxX, profile.page.height - bounds.maxY) : (bounds.minX, bounds.minY)
        let origin = Point(x: placement.origin.x + x * placement.scale, y: placement.origin.y + y * placement.scale)
        return Rectangle(origin: origin, size: bounds.size * placement.scale)
    }
}
