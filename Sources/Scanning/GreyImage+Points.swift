extension GreyImage {
    /// The index of the pixel that a point lies in; of the nearest one for a point outside.
    package func index(nearest point: PixelPoint) -> Int {
        // Also for points that are no numbers, which corners on one line give.
        let x = point.x > 0 ? Int(min(point.x, Double(width - 1))) : 0
        let y = point.y > 0 ? Int(min(point.y, Double(height - 1))) : 0
        return y * width + x
    }

    /// The picture as it appears through a projection, in between by its four nearest pixels.
    ///
    /// The projection is from the new picture's points to this one's; what lies outside is paper, 0 to 255.
    package func warped(width: Int, height: Int, from source: Projection, paper: UInt8) -> GreyImage {
        guard self.width > 1, self.height > 1 else {
            let pixels = Array(repeating: pixels[0], count: width * height)
            return GreyImage(unchecked: pixels, width: width, height: height)
        }
        let stride = self.width
        let (lastX, lastY) = (Double(self.width - 1), Double(self.height - 1))
        let result = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { result, count in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<height {
                    // Pixels are known at their middles, half a pixel from their corners.
                    let down = Double(y) + 0.5
                    var across = 0.5
                    for index in y * width..<(y + 1) * width {
                        let depth = 1 / (source.g * across + source.h * down + source.i)
                        let x = (source.a * across + source.b * down + source.c) * depth - 0.5
                        let y = (source.d * across + source.e * down + source.f) * depth - 0.5
                        across += 1
                        guard x >= 0, y >= 0, x < lastX, y < lastY else {
                            unsafe result[index] = paper
                            continue
                        }
                        let (column, row) = (Int(x), Int(y))
                        let first = row * stride + column
                        let right = Int((x - Double(column)) * 256)
                        let lower = Int((y - Double(row)) * 256)
                        let above = unsafe Int(pixels[first]) * (256 - right) + Int(pixels[first + 1]) * right
                        let below =
                            unsafe Int(pixels[first + stride]) * (256 - right)
                            + Int(pixels[first + stride + 1]) * right
                        unsafe result[index] = UInt8(
                            truncatingIfNeeded: (above * (256 - lower) + below * lower + 32_768) >> 16)
                    }
                }
            }
            count = width * height
        }
        return GreyImage(unchecked: result, width: width, height: height)
    }

    /// The picture at an integer fraction of its size, each pixel the mean of a square; what is left at the edges is lost.
    ///
    /// The factor is the pixels of a square's side; where it is 1 or larger than the picture, that stays as it is.
    package func reduced(by factor: Int) -> GreyImage {
        let (width, height) = (self.width / factor, self.height / factor)
        guard factor > 1, width > 0, height > 0 else { return self }
        let stride = self.width
        let area = factor * factor
        let result = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { result, count in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<height {
                    for x in 0..<width {
                        var sum = area / 2
                        let first = y * factor * stride + x * factor
                        for row in 0..<factor {
                            for column in 0..<factor { sum += unsafe Int(pixels[first + row * stride + column]) }
                        }
                        unsafe result[y * width + x] = UInt8(truncatingIfNeeded: sum / area)
                    }
                }
            }
            count = width * height
        }
        return GreyImage(unchecked: result, width: width, height: height)
    }
}
