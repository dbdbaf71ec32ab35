extension Projection {
    /// The projection that comes nearest to taking points of a plane to points of a picture, by least squares.
    ///
    /// Nil for fewer than four pairs, or for points that all lie on a line.
    package init?(fitting pairs: [(plane: PixelPoint, picture: PixelPoint)]) {
        guard pairs.count >= 4 else { return nil }
        // Numbers of about 1 keep the equations well-conditioned.
        let scale = pairs.reduce(1.0) { max($0, abs($1.plane.x), abs($1.plane.y)) }
        let size = pairs.reduce(1.0) { max($0, abs($1.picture.x), abs($1.picture.y)) }
        var normal = [[Double]](repeating: Array(repeating: 0, count: 9), count: 8)
        for pair in pairs {
            let (x, y) = (pair.plane.x / scale, pair.plane.y / scale)
            let (u, v) = (pair.picture.x / size, pair.picture.y / size)
            // u (g x + h y + 1) = a x + b y + c, and v likewise: two rows of eight unknowns and a right side.
            for row in [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]] {
                for i in 0..<8 { for j in 0..<9 { normal[i][j] += row[i] * row[j] } }
            }
        }
        guard let solution = Self.solution(normal) else { return nil }
        self.init(square: 1, onto: Quadrilateral(x: 0, y: 0, width: 1, height: 1))
        (a, b, c) = (solution[0] * size / scale, solution[1] * size / scale, solution[2] * size)
        (d, e, f) = (solution[3] * size / scale, solution[4] * size / scale, solution[5] * size)
        (g, h, i) = (solution[6] / scale, solution[7] / scale, 1)
    }

    private static func solution(_ equations: [[Double]]) -> [Double]? {
        var rows = equations
        for column in rows.indices {
            guard let pivot = (column..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-12
            else { return nil }
            rows.swapAt(column, pivot)
            for row in rows.indices where row != column {
                let factor = rows[row][column] / rows[column][column]
                for index in column..<rows[row].count { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return rows.enumerated().map { $1[rows.count] / $1[$0] }
    }
}
