import CCairo
import Layout

/// What one side draws as a PDF content stream of its own, after what Cairo drew.
///
/// Codes and texts are most of a side, and Cairo writes neither as small nor as fast as their forms allow:
/// `CodeContent.swift` and `TextContent.swift` add them. Points are in Cairo's device space, whose y axis points down: its
/// content leaves the page so.
struct PageContent {
    /// The content; empty where nothing was added.
    private(set) var bytes: [UInt8] = []
    /// The file's other drawings that it draws, each once.
    private(set) var drawings: [ResourceEntry] = []
    private var colour: Colour?
    private var stroke: (colour: Colour, width: Double)?
    // The colours outside of a clip.
    private var outside: (colour: Colour?, stroke: (colour: Colour, width: Double)?)?

    /// Whether nothing was added.
    var isEmpty: Bool { bytes.isEmpty }

    /// Draws another drawing of the file in a space.
    mutating func add(_ drawing: ResourceEntry, in space: cairo_matrix_t) {
        drawings.join([drawing])
        append("q\n")
        append(space)
        append("/")
        append(drawing.name)
        append(" Do Q\n")
    }

    /// Draws what comes in a colour.
    mutating func setColour(_ colour: Colour) {
        // A page begins in black, but a print shop's form looks for the operator.
        guard self.colour != colour else { return }
        self.colour = colour
        append(colour)
        append(" rg\n")
    }

    /// Cuts off what comes beyond a box, in a space whose unit is the point.
    mutating func beginClip(_ box: Rectangle, in space: cairo_matrix_t) {
        outside = (colour, stroke)
        append("q\n")
        append(numbers: space.mapped(box.minX.points, box.minY.points))
        append(" m")
        for (x, y) in [(box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY)] {
            append(numbers: space.mapped(x.points, y.points))
            append(" l")
        }
        append(" W n\n")
    }

    /// Ends what ``beginClip(_:in:)`` began.
    mutating func endClip() {
        append("Q\n")
        if let outside { (colour, stroke) = outside }
        outside = nil
    }

    /// Adds a line in a space whose unit is the point.
    mutating func add(_ line: LineMark, in space: cairo_matrix_t) {
        let width = line.width.points * abs(space.xx * space.yy - space.xy * space.yx).squareRoot()
        if stroke?.colour != line.colour {
            append(line.colour)
            append(" RG\n")
        }
        if stroke?.width != width {
            append(numbers: [width])
            append(" w\n")
        }
        stroke = (line.colour, width)
        append(numbers: space.mapped(line.start.x.points, line.start.y.points))
        append(" m")
        append(numbers: space.mapped(line.end.x.points, line.end.y.points))
        append(" l S\n")
    }

    mutating func append(_ text: StaticString) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

    private mutating func append(_ colour: Colour) { append(numbers: [colour.red, colour.green, colour.blue]) }

    /// Draws what comes in a space of its own.
    mutating func append(_ space: cairo_matrix_t) {
        append(numbers: [space.xx, space.yx, space.xy, space.yy, space.x0, space.y0])
        append(" cm")
    }

    /// Adds a whole number.
    mutating func append(number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        append(digits: number.magnitude)
    }

    private mutating func append(digits number: UInt) {
        if number >= 10 { append(digits: number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Adds numbers to the ten thousandth, with a space before each but the first of all.
    mutating func append(numbers: [Double]) {
        for number in numbers {
            if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: " ")) }
            append(number)
        }
    }

    private mutating func append(_ number: Double) {
        let rounded = Int((number * 10_000).rounded())
        if rounded < 0 { bytes.append(UInt8(ascii: "-")) }
        append(digits: rounded.magnitude / 10_000)
        var fraction = rounded.magnitude % 10_000
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        while fraction > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(fraction / 1000))
            fraction = fraction % 1000 * 10
        }
    }
}

extension cairo_matrix_t {
    /// Where a point is in the surface's own space, x and y.
    func mapped(_ x: Double, _ y: Double) -> [Double] { [xx * x + xy * y + x0, yx * x + yy * y + y0] }
}
