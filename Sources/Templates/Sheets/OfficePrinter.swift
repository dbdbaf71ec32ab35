import Files
import Foundation
import Glibc
package import Layout
import SystemPackage

/// A printer as an office measured it, kept in its folder `printers/`.
package struct OfficePrinter: Sendable, Equatable {
    /// Millimetres that a printer displaces a side at most.
    package static let offsets = -20.0...20
    /// How many times as wide or as high a printer prints at most and at least.
    package static let scales = 0.9...1.1
    /// Millimetres that a printer leaves unprinted along an edge.
    package static let edges = 0.0...40

    package var name: String
    package var paper: Size
    /// What it leaves unprinted, and how it displaces both sides.
    package var machine: SheetLayout.Machine
    /// How it turns the paper; nil for a printer that prints one side.
    package var flip: Duplex?

    package init(name: String, paper: Size, machine: SheetLayout.Machine, flip: Duplex? = nil) {
        (self.name, self.paper, self.machine, self.flip) = (name, paper, machine, flip)
    }

    /// Decodes a printer's YAML; throws `ConfigurationError` with line and column.
    package init(yaml: String, file: String, name: String) throws(ConfigurationError) {
        let root = try YAMLValue.root(of: yaml, file: file)
        try root.allow(["paper", "unprinted", "front", "back", "flip"])
        self.name = name
        let extent = try root.required("paper").numbers("width", "height")
        guard extent.allSatisfy({ (10...2000).contains($0) }) else {
            throw try root.required("paper").fault(
                en: "width and height are 10 to 2000 mm", vi: "chiều rộng và chiều cao phải từ 10 đến 2000 mm")
        }
        paper = Size(width: .mm(extent[0]), height: .mm(extent[1]))
        let edges = try root.required("unprinted").numbers("left", "right", "top", "bottom")
        guard edges.allSatisfy(Self.edges.contains) else {
            throw try root.required("unprinted").fault(
                en: "an unprinted edge is 0 to 40 mm", vi: "mép không in phải từ 0 đến 40 mm")
        }
        machine = SheetLayout.Machine(
            unprinted: Edges(left: .mm(edges[0]), right: .mm(edges[1]), top: .mm(edges[2]), bottom: .mm(edges[3])),
            front: try root.required("front").correction())
        machine.back = try root["back"]?.correction() ?? machine.front
        flip = try root["flip"]?.choice()
        if flip == Duplex.none {
            throw try root.required("flip").fault(
                en: "a flip is long-edge or short-edge",
                vi: "cách lật giấy là long-edge (theo cạnh dài) hoặc short-edge (theo cạnh ngắn)")
        }
    }

    /// The printer as YAML, with a comment on each value.
    package var yaml: String {
        let edges = machine.unprinted
        let flip = flip.map { "flip: \($0.rawValue)  # how it turns the paper for the second side\n" } ?? ""
        return """
            # A printer as it was measured on the page of `mocban printer calibrate`; lengths in millimetres.
            paper: \([paper.width, paper.height].yaml)
            unprinted: \([edges.left, edges.right, edges.top, edges.bottom].yaml)  # left, right, top, bottom
            # How far to the right and down it displaces a side, and how many times as wide and as high it prints.
            front: \(machine.front.yaml)
            back: \(machine.back.yaml)
            \(flip)
            """
    }

    /// What the manifest and the run's identity have of it.
    package var form: PrintForm.Printer {
        func pair(_ point: Point) -> [Double] { [point.x.millimetres, point.y.millimetres] }
        let edges = machine.unprinted
        return PrintForm.Printer(
            name: name, offset: pair(machine.front.offset), scale: [machine.front.scaleX, machine.front.scaleY],
            backOffset: pair(machine.back.offset), backScale: [machine.back.scaleX, machine.back.scaleY],
            unprinted: [edges.left, edges.right, edges.top, edges.bottom].map(\.millimetres))
    }
}

extension YAMLValue {
    fileprivate func correction() throws(ConfigurationError) -> SheetCorrection {
        let map = try map()
        try map.allow(["offset", "scale"])
        let offset = try map.required("offset").numbers("right", "down")
        guard offset.allSatisfy(OfficePrinter.offsets.contains) else {
            throw try map.required("offset").fault(en: "an offset is at most 20 mm", vi: "độ lệch không quá 20 mm")
        }
        let scale = try map.required("scale").numbers("across", "down")
        guard scale.allSatisfy(OfficePrinter.scales.contains) else {
            throw try map.required("scale").fault(en: "a scale is 0.9 to 1.1", vi: "tỷ lệ phải từ 0.9 đến 1.1")
        }
        return SheetCorrection(
            offset: Point(x: .mm(offset[0]), y: .mm(offset[1])), scaleX: scale[0], scaleY: scale[1])
    }
}

extension SheetCorrection {
    fileprivate var yaml: String { "{ offset: \([offset.x, offset.y].yaml), scale: [\(scaleX), \(scaleY)] }" }
}

extension [Length] {
    fileprivate var yaml: String { "[" + map { "\($0.millimetres)" }.joined(separator: ", ") + "]" }
}

/// The printers that an office measured.
package struct PrinterShelf: Sendable {
    private let folder: String

    package init(office folder: String) { self.folder = folder + "/printers" }

    package var names: [String] { YAMLShelf(folders: [folder]).names }

    /// Whether a name can be a printer's: letters, digits, hyphens and underscores, 64 at most.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    /// A printer by its name.
    ///
    /// Throws `SheetError.noPrinter`, or `ConfigurationError` with a fault's line and column.
    package func printer(_ name: String) throws -> OfficePrinter {
        guard names.contains(name) else { throw SheetError.noPrinter(name: name, known: names) }
        return try OfficePrinter(
            yaml: try readText(path(name), limit: YAMLLimits.mostBytes), file: path(name), name: name)
    }

    /// Keeps a printer, in place of one of the same name; gives the file's path.
    @discardableResult
    package func save(_ printer: OfficePrinter) throws -> String {
        try makeFolder(folder)
        try AtomicFile.write(Array(printer.yaml.utf8), to: path(printer.name))
        return path(printer.name)
    }

    /// Removes a printer.
    ///
    /// Throws `SheetError.noPrinter`.
    package func remove(_ name: String) throws {
        guard names.contains(name) else { throw SheetError.noPrinter(name: name, known: names) }
        try writing(path(name)) { try Errno.check(unsafe unlink(path(name))) }
    }

    private func path(_ name: String) -> String { "\(folder)/\(name).yaml" }
}
