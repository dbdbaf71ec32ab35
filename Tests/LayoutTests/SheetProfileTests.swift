import Foundation
import Messages
import TestSupport
import Testing

@testable import Layout

/// Whether two lengths are the same to a hundredth of a millimetre.
private func isSame(_ a: Length, _ millimetres: Double) -> Bool { abs(a.millimetres - millimetres) < 0.006 }

/// Mocban's own profiles.
let ownProfiles: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/templates/sheets")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
}()

func ownProfile(_ name: String) throws -> SheetProfile {
    let path = "\(repositoryRoot)/templates/sheets/\(name).yaml"
    return try SheetProfile(yaml: String(contentsOfFile: path, encoding: .utf8), file: path, name: name)
}

@Suite("Sheet profiles")
struct SheetProfileTests {
    /// A profile's figures as the makers of paper, labels and cards state them.
    struct Geometry: Sendable {
        var name: String
        var paper: [Double]
        var capacity: Int
        /// The first and the last page's trim: x, y, width, height.
        var first, last: [Double]
    }

    private static let geometries = [
        Geometry(
            name: "a4-2x5", paper: [210, 297], capacity: 10, first: [19.4, 13.55, 85.6, 53.98],
            last: [105, 229.47, 85.6, 53.98]),
        Geometry(
            name: "a4-3x3-bleed", paper: [297, 210], capacity: 9, first: [14.1, 18.03, 85.6, 53.98],
            last: [197.3, 137.99, 85.6, 53.98]),
        Geometry(
            name: "a4-2x4-gutter", paper: [210, 297], capacity: 8, first: [16.4, 31.54, 85.6, 53.98],
            last: [108, 211.48, 85.6, 53.98]),
        Geometry(
            name: "id1-single", paper: [85.6, 53.98], capacity: 1, first: [0, 0, 85.6, 53.98],
            last: [0, 0, 85.6, 53.98]),
        Geometry(
            name: "a3-4x5", paper: [420, 297], capacity: 20, first: [38.8, 13.55, 85.6, 53.98],
            last: [295.6, 229.47, 85.6, 53.98]),
        Geometry(
            name: "label-a4-2x5-85x54", paper: [210, 297], capacity: 10, first: [20, 13.7, 85, 53.6],
            last: [105, 229.7, 85, 53.6]),
        Geometry(
            name: "label-a4-2x4-99x68", paper: [210, 297], capacity: 8, first: [11.35, 19.96, 85.6, 53.98],
            last: [113.05, 223.06, 85.6, 53.98]),
        Geometry(
            name: "label-a4-2x5-99x57", paper: [210, 297], capacity: 10, first: [11.35, 7.51, 85.6, 53.98],
            last: [113.05, 235.51, 85.6, 53.98]),
        Geometry(name: "poster-a4", paper: [210, 297], capacity: 1, first: [0, 0, 210, 297], last: [0, 0, 210, 297]),
        Geometry(
            name: "poster-a4-punched", paper: [210, 297], capacity: 1, first: [20, 14.14, 190, 268.71],
            last: [20, 14.14, 190, 268.71]),
        Geometry(
            name: "poster-a4-laminated", paper: [210, 297], capacity: 1, first: [5, 7.07, 200, 282.86],
            last: [5, 7.07, 200, 282.86]),
        Geometry(name: "poster-a3", paper: [297, 420], capacity: 1, first: [0, 0, 297, 420], last: [0, 0, 297, 420]),
        Geometry(
            name: "poster-a3-punched", paper: [297, 420], capacity: 1, first: [20, 14.14, 277, 391.72],
            last: [20, 14.14, 277, 391.72]),
        Geometry(
            name: "poster-a3-laminated", paper: [297, 420], capacity: 1, first: [5, 7.07, 287, 405.86],
            last: [5, 7.07, 287, 405.86]),
    ]

    @Test("there is a figure for every profile")
    func all() { #expect(Self.geometries.map(\.name).sorted() == ownProfiles) }

    @Test("pages stand where the figures say", arguments: geometries)
    func geometry(_ wanted: Geometry) throws {
        let profile = try ownProfile(wanted.name)
        #expect(profile.name == wanted.name && !profile.summary.isEmpty)
        #expect(isSame(profile.paper.width, wanted.paper[0]) && isSame(profile.paper.height, wanted.paper[1]))
        #expect(profile.capacity == wanted.capacity)
        for (position, box) in [(0, wanted.first), (profile.capacity - 1, wanted.last)] {
            let trim = profile.trim(at: position)
            let found = [trim.minX, trim.minY, trim.size.width, trim.size.height]
            #expect(zip(found, box).allSatisfy { isSame($0, $1) }, "\(found.map(\.inWords)) is not \(box)")
        }
    }

    @Test("the usual profile is the one that is built in")
    func builtIn() throws {
        var own = try ownProfile("a4-2x5")
        own.summary = ""
        #expect(own == .a4TwoByFive)
    }

    @Test("pages keep apart, on the paper, and fill the grid", arguments: ownProfiles)
    func apart(name: String) throws {
        let profile = try ownProfile(name)
        let paper = Rectangle(origin: .zero, size: profile.paper)
        let trims = (0..<profile.capacity).map { profile.trim(at: $0) }
        #expect(Set(trims.map(\.origin)).count == profile.capacity)
        for (index, trim) in trims.enumerated() {
            #expect(paper.contains(trim) && profile.cell(at: index).inset(by: .mm(-0.31)).contains(trim))
            for other in trims[(index + 1)...] {
                let common = trim.intersection(other).size
                #expect(min(common.width, common.height) < .mm(0.001))
            }
        }
    }

    @Test(
        "marks keep off trim, bleed and the white edge, on both sides", arguments: ownProfiles,
        [Duplex.longEdge, .shortEdge])
    func marks(name: String, flip: Duplex) throws {
        let profile = try ownProfile(name)
        let layout = SheetLayout(profile, duplex: flip)
        let paper = Rectangle(origin: .zero, size: profile.paper).inset(by: profile.unprinted)
        for side in SheetSide.allCases {
            let pages = (0..<profile.capacity).map { position in
                Rectangle(
                    origin: layout.placement(at: position, side: side).origin,
                    size: profile.trim(at: position).size
                ).inset(by: profile.bleed * -1.0)
            }
            let footer = layout.footer(side, height: .mm(3.2))
            let ticks = layout.ticks(side).map { Mark.line($0).bounds }
            // Of these labels the margin is as narrow as the white edge.
            #expect((footer == nil) == (profile.capacity == 1 || name == "label-a4-2x5-99x57"))
            #expect(profile.cut != .marks || ticks.count >= 4 * (profile.columns + profile.rows) / 2)
            for box in ticks + [footer].compactMap(\.self) {
                #expect(paper.inset(by: .mm(-0.06)).contains(box))
                for page in pages {
                    let common = page.intersection(box).size
                    #expect(min(common.width, common.height) < .mm(0.001), "\(box) is on \(page)")
                }
            }
            guard let footer else { continue }
            #expect(
                ticks.allSatisfy {
                    min($0.intersection(footer).size.width, $0.intersection(footer).size.height) == .zero
                })
        }
    }

    // MARK: Backs

    /// Where a place on the back comes to lie behind the front, as the paper turns in a printer.
    private func behind(_ point: Point, _ paper: Size, _ flip: Duplex) -> Point {
        // The paper turns about its long or its short edge: whichever of the two axes runs along it.
        let isUpright = (flip == .longEdge) == (paper.height >= paper.width)
        return isUpright
            ? Point(x: paper.width - point.x, y: point.y) : Point(x: point.x, y: paper.height - point.y)
    }

    @Test(
        "every back lies behind its own front, upright when the card is turned like a leaf", arguments: ownProfiles,
        [Duplex.longEdge, .shortEdge])
    func backs(name: String, flip: Duplex) throws {
        let profile = try ownProfile(name)
        let isUpright = (flip == .longEdge) == (profile.paper.height >= profile.paper.width)
        for position in 0..<profile.capacity {
            let front = profile.trim(at: position)
            let back = profile.placement(at: position, side: .back, flip: flip)
            #expect(back.isTurned == !isUpright && back.scale == profile.scale)
            let corners = [
                back.origin, Point(x: back.origin.x + front.size.width, y: back.origin.y + front.size.height),
            ].map { behind($0, profile.paper, flip) }
            let (x, y) = (min(corners[0].x, corners[1].x), min(corners[0].y, corners[1].y))
            #expect(isSame(x, front.minX.millimetres) && isSame(y, front.minY.millimetres))
        }
    }

    @Test("positions are counted along rows or down columns")
    func sequence() {
        var profile = SheetProfile.a4TwoByFive
        profile.sequence = .columns
        #expect((0..<10).map { profile.indices(of: $0).column } == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        #expect((0..<10).map { profile.indices(of: $0).row } == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
    }

    // MARK: Faults

    private static let good = """
        summary: A profile for tests.
        paper: a4
        page: id1
        grid: [2, 4]
        gutter: [6, 6]
        bleed: 3

        """

    @Test(
        "faults are named with their place",
        arguments: [
            ("paper: a4", "paper: a5", "2:8", "paper is one of a4,"),
            ("grid: [2, 4]", "grid: [2, 6]", "4:7", "to the top edge of the paper"),
            ("grid: [2, 4]", "grid: [3, 4]", "4:7", "to the left edge of the paper"),
            ("grid: [2, 4]", "grid: [0, 4]", "4:8", "a whole number from 1 to 50"),
            ("grid: [2, 4]", "grid: [2]", "4:7", "expected [columns, rows]"),
            ("bleed: 3", "bleed: 3.1", "6:8", "does not fit into a gutter of 6 mm"),
            ("bleed: 3", "bleed: -1", "6:8", "zero or more"),
            ("gutter: [6, 6]", "gutter: [-1, 6]", "5:9", "0 mm or more"),
            ("bleed: 3", "bleed: 3\norigin: [8, 31]", "7:9", "as near as 8 mm to the left edge"),
            ("bleed: 3", "bleed: 3\norigin: [10, 31]", "7:9", "no room for cut marks at the left edge"),
            ("bleed: 3", "bleed: 3\ncut: ticks", "7:6", "none of marks, guides, none"),
            ("bleed: 3", "bleed: 3\nflip: none", "7:7", "long-edge or short-edge"),
            ("bleed: 3", "bleed: 3\nlabel: [60, 50]", "7:8", "too large for a label of 60 × 50 mm"),
            ("bleed: 3", "bleed: 3\nlamination: 5", "7:13", "for a page that is the whole paper"),
            ("bleed: 3", "bleed: 3\ncolour: red", "7:1", "'colour' is not known here"),
            ("page: id1", "page: [85.6, 9]", "3:7", "10 to 2000 mm"),
        ])
    func faults(_ old: String, _ new: String, place: String, message: String) throws {
        _ = try SheetProfile(yaml: Self.good, file: "s.yaml", name: "s")
        let error = #expect(throws: ConfigurationError.self) {
            try SheetProfile(yaml: Self.good.replacing(old, with: new), file: "s.yaml", name: "s")
        }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("s.yaml:\(place):") && text.contains(message), "\(text)")
    }

    @Test(
        "the margin for holes holds them, 80 mm apart and 12 mm from the edge", arguments: PunchedMargin.Side.allCases)
    func holes(side: PunchedMargin.Side) throws {
        let profile = try SheetProfile(
            yaml: "summary: s\npaper: a4\npunched: { side: \(side.rawValue), width: 18 }\n", file: "s.yaml", name: "s")
        let paper = Rectangle(origin: .zero, size: profile.paper)
        let centres = try #require(profile.punched).centres(in: paper)
        #expect(isSame(centres[1].x - centres[0].x + (centres[1].y - centres[0].y), 80))
        let trim = profile.trim(at: 0)
        #expect(paper.contains(trim))
        for centre in centres {
            let depth = min(
                centre.x, paper.maxX - centre.x, centre.y, paper.maxY - centre.y)
            #expect(isSame(depth, 12))
            let hole = Rectangle(origin: centre, size: Size(width: .zero, height: .zero)).inset(by: .mm(-3))
            let common = trim.intersection(hole).size
            #expect(min(common.width, common.height) == .zero)
        }
    }

    // MARK: Printers

    @Test("a printer is told where to print, so that it prints at the place")
    func correction() {
        let correction = SheetCorrection(offset: Point(x: .mm(0.8), y: .mm(-1.3)), scaleX: 0.9976, scaleY: 1.002)
        for place in [Point.zero, Point(x: .mm(105), y: .mm(148.5)), Point(x: .mm(190), y: .mm(20))] {
            let printed = correction.printed(correction.told(place, on: .a4), on: .a4)
            #expect(isSame(printed.x, place.x.millimetres) && isSame(printed.y, place.y.millimetres))
        }
        let middle = correction.printed(Point(x: .mm(105), y: .mm(148.5)), on: .a4)
        #expect(isSame(middle.x, 105.8) && isSame(middle.y, 147.2))
    }

    @Test("what reaches into the unprinted edge is found with its figures")
    func intrusion() throws {
        let edges = Edges(left: .mm(19), right: .mm(4), top: .mm(5), bottom: .mm(5))
        let layout = SheetLayout(
            .a4TwoByFive, duplex: .longEdge, machine: SheetLayout.Machine(unprinted: edges))
        let whole = Rectangle(origin: .zero, size: .id1)
        #expect(layout.intrusion(of: whole, side: .front) == nil)
        var shifted = layout
        // The printer prints 1 mm too far to the right, so 20 mm of the left stay white on the table.
        shifted.machine?.front.offset = Point(x: .mm(1), y: .zero)
        let found = try #require(shifted.intrusion(of: whole, side: .front))
        #expect(found.edge == .left && isSame(found.distance, 19.4) && isSame(found.unprinted, 20))
        #expect(shifted.intrusion(of: whole.inset(by: .mm(1)), side: .front) == nil)
        #expect(shifted.intrusion(of: whole, side: .back) == nil)
        #expect(SheetLayout(.a4TwoByFive).intrusion(of: whole, side: .front) == nil)
    }
}
