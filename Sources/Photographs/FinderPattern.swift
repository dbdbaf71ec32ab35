import Glibc
package import Scanning

/// One of the three squares in a code's corners, by which readers find it.
///
/// ZBar keeps those that it sees to itself, and says nothing of codes that it cannot read; hence the own search, after
/// the standard's reference algorithm (ISO/IEC 18004): every line through the middle crosses dark and light in the
/// proportions 1:1:3:1:1.
package struct FinderPattern: Sendable, Hashable {
    package var centre: PixelPoint
    /// The side of a module, in pixels.
    package var module: Double
    /// Whether half of the rows through its core showed it and nearly all its modules are right, which is seldom by chance.
    package var isWhole: Bool
}

/// A search for finder patterns in a picture in even light.
struct FinderSearch {
    private let width, height: Int
    private let pixels: [UInt8]
    /// Below this a pixel is dark.
    private let threshold: UInt8
    private var sightings: [Sighting] = []

    // Of 300 codes and more, and each new one is compared with all.
    private static let mostPatterns = 1_000

    private struct Sighting {
        var pattern: FinderPattern
        var rows: Int
    }

    /// The patterns that two rows at least showed.
    var patterns: [FinderPattern] {
        sightings.filter { $0.rows >= 2 }.map { sighting in
            var pattern = sighting.pattern
            if Double(sighting.rows) < 1.5 * pattern.module { pattern.isWhole = false }
            return pattern
        }
    }

    init(_ even: GreyImage, threshold: UInt8 = GreyImage.evenThreshold) {
        (width, height, pixels) = (even.width, even.height, even.pixels)
        self.threshold = threshold
        for row in 0..<height { search(row) }
    }

    /// Runs of equal colour along a row; each five of which the first is dark may be a pattern.
    private mutating func search(_ row: Int) {
        var ends: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)
        var count = 0
        var hits: [Crossing] = []
        unsafe pixels.withUnsafeBufferPointer { pixels in
            let line = unsafe pixels.baseAddress.unsafelyUnwrapped + row * width
            var isDark = false
            for x in 0...width {
                // Beyond the edge it is light.
                let dark = unsafe x < width && line[x] < threshold
                guard dark != isDark else { continue }
                isDark = dark
                ends = (ends.1, ends.2, ends.3, ends.4, ends.5, x)
                count += 1
                // A dark run has just ended: the last five runs are dark, light, dark, light, dark.
                if !dark, count >= 6 {
                    let runs = (ends.1 - ends.0, ends.2 - ends.1, ends.3 - ends.2, ends.4 - ends.3, ends.5 - ends.4)
                    if let module = Self.module(runs) {
                        hits.append(Crossing(middle: Double(ends.2 + ends.3) / 2, module: module))
                    }
                }
            }
        }
        for hit in hits { confirm(x: hit.middle, y: row, module: hit.module) }
    }

    /// A line through a pattern: where it meets the middle, and the module's side along it.
    private struct Crossing {
        var middle, module: Double
    }

    /// The module's side, where five runs are in the proportions 1:1:3:1:1, each to within half a module.
    private static func module(_ runs: (Int, Int, Int, Int, Int)) -> Double? {
        let total = runs.0 + runs.1 + runs.2 + runs.3 + runs.4
        guard total >= 7 else { return nil }
        let module = Double(total) / 7
        let slack = max(module * 0.55, 0.8)
        func fits(_ run: Int, _ modules: Double) -> Bool { abs(Double(run) - modules * module) < slack * modules }
        guard fits(runs.0, 1), fits(runs.1, 1), fits(runs.2, 3), fits(runs.3, 1), fits(runs.4, 1) else { return nil }
        return module
    }

    /// Crosses the pattern upright, then level again through the middle that this finds, and keeps it.
    private mutating func confirm(x: Double, y: Int, module: Double) {
        let near = sightings.firstIndex { sighting in
            let pattern = sighting.pattern
            return abs(pattern.centre.x - x) < 1.5 * module && abs(pattern.centre.y - Double(y)) < 2 * module
                && pattern.module < 1.5 * module && module < 1.5 * pattern.module
        }
        if let near {
            sightings[near].rows += 1
            return
        }
        guard sightings.count < Self.mostPatterns,
            let upright = crossing(x: Int(x), y: y, step: width, position: y, limit: height, module: module),
            let level = crossing(
                x: Int(x), y: Int(upright.middle), step: 1, position: Int(x), limit: width, module: module)
        else { return }
        // A line at a slant makes all runs longer alike, up to 45° and by the root of two.
        var found = FinderPattern(
            centre: PixelPoint(x: level.middle, y: upright.middle),
            module: (upright.module * level.module).squareRoot(), isWhole: false)
        guard hasRings(found, right: level.module, down: upright.module) else { return }
        found.isWhole = hasModules(found)
        sightings.append(Sighting(pattern: found, rows: 1))
    }

    /// Whether the core is dark and the ring around it light on circles that stay within them however the code is turned.
    ///
    /// Letters may cross in the right proportions along two lines, but not all around.
    private func hasRings(_ pattern: FinderPattern, right: Double, down: Double) -> Bool {
        // Turned by 45°, lines along the pixels cross the diagonal, where a circle of so many modules is smaller.
        func darkShare(_ radius: Double) -> Double {
            let count = Self.directions.count { direction in
                isDark(pattern.centre.x + direction.x * radius * right, pattern.centre.y + direction.y * radius * down)
            }
            return Double(count) / Double(Self.directions.count)
        }
        return darkShare(0.9) > 0.85 && darkShare(3) > 0.4
            && [1.5, 1.7, 1.9, 2.1, 2.3].contains { darkShare($0) < 0.2 }
    }

    /// Whether all but a few of the 49 modules are as they should be, however the pattern is turned.
    private func hasModules(_ pattern: FinderPattern) -> Bool {
        (0..<6).contains { turn in
            let angle = Double(turn) * .pi / 12
            // Lines along the pixels cross a turned pattern at a slant, where its modules seem longer.
            let slant = max(cos(angle), sin(angle))
            let (cosine, sine) = (cos(angle) * pattern.module * slant, sin(angle) * pattern.module * slant)
            var wrong = 0
            for down in -3...3 {
                for right in -3...3 {
                    let x = pattern.centre.x + Double(right) * cosine - Double(down) * sine
                    let y = pattern.centre.y + Double(right) * sine + Double(down) * cosine
                    if isDark(x, y) != (max(abs(right), abs(down)) != 2) { wrong += 1 }
                }
            }
            return wrong <= 7
        }
    }

    /// Whether a point is dark; outside it is light.
    private func isDark(_ x: Double, _ y: Double) -> Bool {
        let (x, y) = (Int(x), Int(y))
        return x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x] < threshold
    }

    private static let directions: [PixelPoint] = (0..<24).map { step in
        PixelPoint(x: cos(Double(step) * .pi / 12), y: sin(Double(step) * .pi / 12))
    }

    /// The crossing of a line through a dark pixel, up or down, left or right.
    private func crossing(x: Int, y: Int, step: Int, position: Int, limit: Int, module: Double) -> Crossing? {
        let start = y * width + x
        guard pixels[start] < threshold else { return nil }
        let longest = Int(module * 6) + 2
        /// Run lengths away from the start: the rest of the core, the light ring, the dark ring.
        func runs(_ direction: Int) -> (Int, Int, Int)? {
            var lengths = [0, 0, 0]
            var (offset, index) = (start, position)
            for ring in 0..<3 {
                while index >= 0, index < limit, (pixels[offset] < threshold) == (ring != 1) {
                    lengths[ring] += 1
                    guard lengths[ring] <= longest else { return nil }
                    (offset, index) = (offset + direction * step, index + direction)
                }
            }
            return lengths[2] > 0 ? (lengths[0], lengths[1], lengths[2]) : nil
        }
        guard let before = runs(-1), let after = runs(1),
            let found = Self.module((before.2, before.1, before.0 + after.0 - 1, after.1, after.2))
        else { return nil }
        guard found < 2 * module, module < 2 * found else { return nil }
        // The start is counted both ways.
        return Crossing(middle: Double(position) + 0.5 + Double(after.0 - before.0) / 2, module: found)
    }
}
