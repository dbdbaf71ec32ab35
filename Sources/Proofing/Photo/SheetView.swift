import Layout
package import Scanning

/// How a sheet that is not cut lies in a photograph, from the codes of it that were read.
package struct SheetView {
    private let map: SheetMap
    private let side: SheetSide
    private let rule: CodeRule
    private let projection: Projection
    /// A code's side, in pixels.
    private let codeSide: Double

    /// The view that fits codes at their positions; nil where they do not lie as on one sheet, which is then cut, or are
    /// too few to say.
    package init?(_ sights: [(position: Int, outline: Quadrilateral)], map: SheetMap) {
        guard sights.count >= 3 else { return nil }
        guard let side = [SheetSide.front, .back].first(where: { map.side($0)?.code != nil }),
            let rule = map.side(side)?.code
        else { return nil }
        let pairs = sights.flatMap { sight in
            zip(Self.corners(of: rule, at: sight.position, side, map).corners, sight.outline.corners)
                .map { (plane: $0, picture: $1) }
        }
        guard let projection = Projection(fitting: pairs) else { return nil }
        (self.map, self.side, self.rule, self.projection) = (map, side, rule, projection)
        codeSide = sights.reduce(0) { $0 + $1.outline.side } / Double(sights.count)
        for sight in sights where centre(at: sight.position).distance(to: sight.outline.centre) > 0.3 * codeSide {
            return nil
        }
    }

    /// Whether a point of the photograph is where a position's code should be.
    package func isNear(_ point: PixelPoint, position: Int) -> Bool {
        centre(at: position).distance(to: point) < 0.8 * codeSide
    }

    /// Where the middle of a position's code should be.
    private func centre(at position: Int) -> PixelPoint {
        projection(Self.corners(of: rule, at: position, side, map).centre)
    }

    /// The corners of a code's own modules on its sheet, in millimetres.
    private static func corners(
        of rule: CodeRule, at position: Int, _ side: SheetSide, _ map: SheetMap
    ) -> Quadrilateral {
        // Cards have codes of 41 to 61 modules; of a few more or less the corners are a hair's breadth elsewhere.
        let quiet = rule.box.size.width * (4.0 / 61)
        let box = map.box(rule.modules ?? rule.box.inset(by: quiet), at: position, side)
        let upright = Quadrilateral(
            x: box.minX.millimetres, y: box.minY.millimetres, width: box.size.width.millimetres,
            height: box.size.height.millimetres)
        guard map.layout.placement(at: position - 1, side: side).isTurned else { return upright }
        return Quadrilateral(
            topLeft: upright.bottomRight, topRight: upright.bottomLeft, bottomRight: upright.topLeft,
            bottomLeft: upright.topRight)
    }
}
