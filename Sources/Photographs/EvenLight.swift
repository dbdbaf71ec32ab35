package import Scanning

extension GreyImage {
    /// What ``inEvenLight(radius:)`` makes of a pixel that is as light as its surroundings.
    package static let evenGrey = 160
    /// Below this a pixel of a picture in even light is dark: 8 % darker than its surroundings.
    package static let evenThreshold: UInt8 = 147

    /// Surroundings darker than this count as this dark, so that the noise of a dark table makes no patterns.
    private static let darkestPaper = 32

    /// The picture with each pixel measured by the mean of its surroundings, so that shadows are gone.
    ///
    /// The radius, in pixels on each side, is well above a code's largest dark area, three modules, and well below a shadow.
    package func inEvenLight(radius: Int) -> GreyImage {
        let mean = boxMean(radius: radius).pixels
        let result = unsafe [UInt8](unsafeUninitializedCapacity: mean.count) { result, count in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                unsafe mean.withUnsafeBufferPointer { mean in
                    for index in 0..<pixels.count {
                        let value = unsafe Int(pixels[index]) * Self.evenGrey / max(Self.darkestPaper, Int(mean[index]))
                        unsafe result[index] = value > 255 ? 255 : UInt8(truncatingIfNeeded: value)
                    }
                    count = pixels.count
                }
            }
        }
        return GreyImage(unchecked: result, width: width, height: height)
    }

    /// The upright box around four corners, as far as it lies inside, with its top left corner in this picture, and by what
    /// factor its sides were divided; `excess` is how many times finer the pixels are than is needed.
    func surroundings(
        of position: Quadrilateral, reducedTo excess: Double
    ) -> (part: GreyImage, corner: PixelPoint, factor: Int) {
        let (xs, ys) = (position.corners.map(\.x), position.corners.map(\.y))
        func range(_ values: [Double], _ size: Int) -> Range<Int> {
            let low = Int(max(0, min(Double(size - 1), values.min() ?? 0)))
            return low..<max(low + 1, Int(min(Double(size), (values.max() ?? 0) + 1)))
        }
        let (columns, rows) = (range(xs, width), range(ys, height))
        let part = GreyImage(
            unchecked: rows.flatMap { pixels[$0 * width + columns.lowerBound..<$0 * width + columns.upperBound] },
            width: columns.count, height: rows.count)
        let factor = max(1, min(Int(excess), min(columns.count, rows.count)))
        let corner = PixelPoint(x: Double(columns.lowerBound), y: Double(rows.lowerBound))
        return (part.reduced(by: factor), corner, factor)
    }
}
