extension GreyImage {
    /// The picture with each pixel replaced by the mean of a square around it; the edge's pixels go on outside.
    ///
    /// Running sums make it take the same time whatever the square's radius, which is in pixels on each side of its middle.
    package func boxMean(radius: Int) -> GreyImage {
        guard radius > 0 else { return self }
        // Along the rows, turned over; twice, and the picture stands upright again.
        return rowMeans(radius: radius).rowMeans(radius: radius)
    }

    /// The means along the rows, with rows and columns exchanged.
    private func rowMeans(radius: Int) -> GreyImage {
        let (width, height) = (width, height)
        let last = width - 1
        let count = 2 * radius + 1
        // Dividing by multiplying: exact enough for sums of fewer than 2^15 greys.
        let factor = (1 << 24) / count + 1
        let result = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { result, filled in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<height {
                    let row = unsafe pixels.baseAddress.unsafelyUnwrapped + y * width
                    var sum = unsafe Int(row[0]) * (radius + 1) + radius
                    for x in 1...radius { sum += unsafe Int(row[min(x, last)]) }
                    var target = y
                    for x in 0..<width {
                        unsafe result[target] = UInt8(truncatingIfNeeded: (sum &* factor) >> 24)
                        target += height
                        let (next, past) = (x + radius + 1, x - radius)
                        sum += unsafe Int(row[next < last ? next : last]) - Int(row[past > 0 ? past : 0])
                    }
                }
            }
            filled = width * height
        }
        return GreyImage(unchecked: result, width: height, height: width)
    }

    /// The picture blurred by a Gaussian, to within a few hundredths of its shape.
    ///
    /// Three means of boxes: P. Kovesi, "Fast Almost-Gaussian Filtering", 2010. The standard deviation is in pixels; below
    /// half a pixel little or nothing changes.
    package func blurred(sigma: Double) -> GreyImage {
        let ideal = (4 * sigma * sigma + 1).squareRoot()
        let narrow = max(0, Int((ideal - 1) / 2))
        // So many of the three are narrow, the others a pixel wider on each side.
        let side = Double(2 * narrow + 1)
        let share = (12 * sigma * sigma - 3 * side * side - 12 * side - 9) / (-4 * side - 4)
        let narrowOnes = Int(share.rounded())
        return (0..<3).reduce(self) { $0.boxMean(radius: $1 < narrowOnes ? narrow : narrow + 1) }
    }
}
