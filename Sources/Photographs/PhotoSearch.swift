package import LateLibrary
package import Scanning

/// A search for all codes of a photograph.
///
/// ZBar alone misses codes of large pictures in uneven light. So the picture is looked at in several ways, the quick
/// ones first: as it is; in even light; each spot where three finder patterns stand, straightened, and redrawn module
/// by module; smaller; in overlapping tiles, larger and turned. It ends when every finder pattern belongs to a code that
/// was read, or when a whole round of the slow ways brought nothing new.
package struct PhotoSearch {
    private let image: GreyImage
    private let scanner: CodeScanner
    private var found: [FoundCode] = []
    private var patterns: [FinderPattern] = []

    private init(_ image: GreyImage) throws(MissingLibrary) {
        self.image = image
        scanner = try CodeScanner()
    }

    /// All codes of a picture; throws where ZBar is not there.
    package static func codes(in image: GreyImage) throws(MissingLibrary) -> PhotographedCodes {
        var search = try PhotoSearch(image)
        search.run()
        return PhotographedCodes(
            found: search.found.sorted {
                ($0.position.centre.y, $0.position.centre.x) < ($1.position.centre.y, $1.position.centre.x)
            },
            unreadable: search.unreadable())
    }

    private mutating func run() {
        take(scanner.scan(image), from: nil)
        // Surroundings of a fiftieth of the picture are a few modules of a code on a whole sheet.
        let even = image.inEvenLight(radius: max(8, max(image.width, image.height) / 50))
        take(scanner.scan(even), from: nil)
        // Noise breaks runs of pixels; a little blur joins them again.
        let soft = even.boxMean(radius: 1)
        let half = image.reduced(by: 2)
        let halfEven = half.inEvenLight(radius: max(8, max(half.width, half.height) / 50))
        // A blur lets dark areas grow at a threshold near the paper's grey, and shrink at a lower one.
        for threshold in [GreyImage.evenThreshold, 118] { note(FinderSearch(soft, threshold: threshold), scale: 1) }
        for threshold in [130, 100] as [UInt8] { note(FinderSearch(halfEven, threshold: threshold), scale: 2) }
        // Codes that fill the picture have larger dark areas than those surroundings.
        let wideEven = half.inEvenLight(radius: max(8, max(half.width, half.height) / 12))
        note(FinderSearch(wideEven), scale: 2)
        straighten()
        guard !strayPatterns.isEmpty || found.isEmpty else { return }
        take(scanner.scan(halfEven), from: .scaling(2))
        take(scanner.scan(wideEven), from: .scaling(2))
        for degrees in [0.0, 30, 60] {
            let before = found.count
            scanTiles(of: even, degrees: degrees)
            if found.count == before || (strayPatterns.isEmpty && !found.isEmpty) { break }
        }
    }

    // MARK: Ways of looking

    /// Looks at each spot where three stray patterns stand together.
    private mutating func straighten() {
        // Clutter has many triples; those of codes are among the likeliest.
        var attempts = 150
        for triple in FinderTriple.all(of: strayPatterns) {
            guard attempts > 0 else { return }
            // One of them may have turned out to be another code's.
            guard ![triple.topLeft, triple.topRight, triple.bottomLeft].contains(where: { isExplained($0) }) else {
                continue
            }
            attempts -= 1
            read(triple)
        }
    }

    /// Reads a code whose corners are known about: straightened at a size that ZBar likes, then redrawn.
    private mutating func read(_ triple: FinderTriple) {
        let quiet = 6.0
        let modules = triple.width + 2 * quiet
        let corners = triple.corners(outward: 3.5 + quiet)
        // Only the pixels around it, of large modules a mean of several.
        let (part, corner, factor) = image.surroundings(of: corners, reducedTo: triple.module / 8)
        let moved = corners.mapped {
            PixelPoint(x: ($0.x - corner.x) / Double(factor), y: ($0.y - corner.y) / Double(factor))
        }
        let side = Int(modules * max(4, min(8, triple.module)))
        let pixels = Double(side) / modules
        let straight = part.warped(
            width: side, height: side, from: Projection(square: Double(side), onto: moved), paper: 255)
        let even = straight.inEvenLight(radius: Int(7 * pixels))
        let straightened = Projection(square: Double(side), onto: corners)
        let before = found.count
        take(scanner.scan(even), from: .projection(straightened))
        guard found.count == before else { return }
        let first = (quiet + 3.5) * pixels
        let grid = MeasuredGrid(
            even, corner: PixelPoint(x: first, y: first), distance: (triple.width - 7) * pixels, estimate: triple.width)
        guard let grid else { return }
        let (drawn, way) = (4, straightened.after(grid.projection))
        take(scanner.scan(grid.redrawn(pixels: drawn)), from: .modules(way, pixels: drawn))
    }

    /// Looks at overlapping parts of the picture, enlarged and turned.
    private mutating func scanTiles(of even: GreyImage, degrees: Double) {
        // A tile of a long strip is no larger than the strip is wide.
        let side = max(400, min(max(image.width, image.height) / 4, min(image.width, image.height)))
        let step = side / 2
        for top in stride(from: 0, to: max(1, image.height - step), by: step) {
            for left in stride(from: 0, to: max(1, image.width - step), by: step) {
                let (columns, rows) = (left..<left + side, top..<top + side)
                let isWorthIt = strayPatterns.contains {
                    columns.contains(Int($0.centre.x)) && rows.contains(Int($0.centre.y))
                }
                guard isWorthIt || found.isEmpty else { continue }
                let size = side * 3 / 2
                let corner = PixelPoint(x: Double(left), y: Double(top))
                let square = Quadrilateral(x: corner.x, y: corner.y, width: Double(side), height: Double(side))
                let projection = Projection(square: Double(size), onto: square.turned(by: degrees))
                let tile = even.warped(width: size, height: size, from: projection, paper: UInt8(GreyImage.evenGrey))
                take(scanner.scan(tile), from: .projection(projection))
            }
        }
    }

    // MARK: What was found

    private enum Way {
        case scaling(Double)
        case projection(Projection)
        /// From modules, of so many pixels each in the picture.
        case modules(Projection, pixels: Int)

        func callAsFunction(_ point: PixelPoint) -> PixelPoint {
            switch self {
            case .scaling(let factor): PixelPoint(x: point.x * factor, y: point.y * factor)
            case .projection(let projection): projection(point)
            case .modules(let projection, let pixels): projection(MeasuredGrid.module(of: point, pixels: pixels))
            }
        }
    }

    /// Takes in what is new: another text, or the same elsewhere.
    private mutating func take(_ findings: [CodeScanner.Finding], from way: Way?) {
        for finding in findings {
            let position = way.map { way in finding.position.mapped { way($0) } } ?? finding.position
            guard !found.contains(where: { $0.text == finding.text && $0.position.contains(position.centre) }) else {
                continue
            }
            found.append(FoundCode(text: finding.text, position: position, edge: image.edge(in: position)))
        }
    }

    private mutating func note(_ search: FinderSearch, scale: Double) {
        for var pattern in search.patterns {
            pattern.centre = PixelPoint(x: pattern.centre.x * scale, y: pattern.centre.y * scale)
            pattern.module *= scale
            let isKnown = patterns.contains {
                $0.centre.distance(to: pattern.centre) < 3 * max($0.module, pattern.module)
            }
            if !isKnown { patterns.append(pattern) }
        }
    }

    private func isExplained(_ pattern: FinderPattern) -> Bool {
        found.contains { $0.position.grown(by: 1.15).contains(pattern.centre) }
    }

    private var strayPatterns: [FinderPattern] { patterns.filter { !isExplained($0) } }

    /// Where codes were not read, from the patterns that are left.
    private func unreadable() -> [UnreadableCode] {
        var left = strayPatterns
        var codes: [UnreadableCode] = []
        let usual = Self.median(found.map(\.position.side))
        for triple in FinderTriple.all(of: left) {
            let own = [triple.topLeft, triple.topRight, triple.bottomLeft]
            guard own.allSatisfy(left.contains) else { continue }
            // Beside codes that were read, others are about as large.
            if let usual {
                guard triple.position.side < 1.6 * usual, usual < 1.6 * triple.position.side else { continue }
            }
            codes.append(UnreadableCode(position: triple.position, evidence: .threeFinderPatterns))
            left.removeAll { pattern in triple.position.grown(by: 1.15).contains(pattern.centre) }
        }
        guard let usual, let module = usualModule else { return codes }
        // A single pattern says little where nothing is known of its size.
        left.removeAll { $0.module > 1.35 * module || module > 1.35 * $0.module || !$0.isWhole }
        while let first = left.first {
            let own = left.filter { $0.centre.distance(to: first.centre) < 1.3 * usual }
            let x = own.reduce(0) { $0 + $1.centre.x } / Double(own.count)
            let y = own.reduce(0) { $0 + $1.centre.y } / Double(own.count)
            let square = Quadrilateral(x: x - usual / 2, y: y - usual / 2, width: usual, height: usual)
            codes.append(UnreadableCode(position: square, evidence: .fewerFinderPatterns))
            left.removeAll(where: own.contains)
        }
        return codes
    }

    /// The median module of the patterns of codes that were read, in pixels.
    private var usualModule: Double? { Self.median(patterns.filter(isExplained).map(\.module)) }

    private static func median(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }
}
