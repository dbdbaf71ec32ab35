/// How a plane appears to a camera: straight lines stay straight, and a square becomes any convex quadrilateral.
package struct Projection: Sendable, Equatable {
    /// The matrix, row by row; a point (x, y, 1) times it, divided by its third number.
    package var a, b, c, d, e, f, g, h, i: Double

    /// The projection that takes a square from (0, 0) to (side, side) onto four corners.
    ///
    /// The closed form of P. Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.
    package init(square side: Double = 1, onto position: Quadrilateral) {
        let (p, q, r, s) = (position.topLeft, position.topRight, position.bottomRight, position.bottomLeft)
        let (sumX, sumY) = (p.x - q.x + r.x - s.x, p.y - q.y + r.y - s.y)
        let (rightX, rightY) = (q.x - r.x, q.y - r.y)
        let (downX, downY) = (s.x - r.x, s.y - r.y)
        let area = rightX * downY - downX * rightY
        // Corners on one line make no plane; what comes out then is nowhere inside a picture.
        g = area == 0 ? 0 : (sumX * downY - downX * sumY) / area
        h = area == 0 ? 0 : (rightX * sumY - sumX * rightY) / area
        a = (q.x - p.x + g * q.x) / side
        b = (s.x - p.x + h * s.x) / side
        c = p.x
        d = (q.y - p.y + g * q.y) / side
        e = (s.y - p.y + h * s.y) / side
        f = p.y
        g /= side
        h /= side
        i = 1
    }

    /// Where a point of the plane appears.
    package func point(_ x: Double, _ y: Double) -> PixelPoint {
        let depth = 1 / (g * x + h * y + i)
        return PixelPoint(x: (a * x + b * y + c) * depth, y: (d * x + e * y + f) * depth)
    }

    /// Where a point of the plane appears.
    package func callAsFunction(_ point: PixelPoint) -> PixelPoint { self.point(point.x, point.y) }

    /// The projection that comes of `first` and then this one.
    package func after(_ first: Projection) -> Projection {
        var whole = self
        (whole.a, whole.b, whole.c) = (
            a * first.a + b * first.d + c * first.g, a * first.b + b * first.e + c * first.h,
            a * first.c + b * first.f + c * first.i
        )
        (whole.d, whole.e, whole.f) = (
            d * first.a + e * first.d + f * first.g, d * first.b + e * first.e + f * first.h,
            d * first.c + e * first.f + f * first.i
        )
        (whole.g, whole.h, whole.i) = (
            g * first.a + h * first.d + i * first.g, g * first.b + h * first.e + i * first.h,
            g * first.c + h * first.f + i * first.i
        )
        return whole
    }

    package var inverse: Projection {
        var back = self
        (back.a, back.b, back.c) = (e * i - f * h, c * h - b * i, b * f - c * e)
        (back.d, back.e, back.f) = (f * g - d * i, a * i - c * g, c * d - a * f)
        (back.g, back.h, back.i) = (d * h - e * g, b * g - a * h, a * e - b * d)
        return back
    }
}
