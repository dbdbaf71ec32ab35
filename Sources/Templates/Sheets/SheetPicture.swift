import CairoDrawing
import Files
package import Layout
import Typesetting

/// A picture of a sheet profile: the paper, its cells with their numbers, the cut marks and the edge that stays white.
package struct SheetPicture: Sendable {
    private let profile: SheetProfile

    package init(_ profile: SheetProfile) { self.profile = profile }

    /// Writes the picture as a PNG file, which must not be there yet.
    package func write(path: String, dotsPerInch: Double, resources: Resources, office folder: String? = nil) throws {
        let fonts = try FontFiles(resources: resources, officeFonts: folder.map { $0 + "/fonts" })
        let typesetter = try fonts.typesetter()
        let page = try fonts.setting { try typesetter.set(Page(size: profile.paper, marks: marks)) }
        try PNGPicture.write([[page]], path: path, dotsPerInch: dotsPerInch, typesetter: typesetter)
    }

    private var marks: [Mark] {
        let layout = SheetLayout(profile)
        let paper = Rectangle(origin: .zero, size: profile.paper)
        var marks: [Mark] = [.box(BoxMark(paper, stroke: .pale, strokeWidth: .mm(0.3)))]
        if profile.unprinted > .zero {
            marks.append(.box(BoxMark(paper.inset(by: profile.unprinted), stroke: .pale, strokeWidth: .mm(0.15))))
        }
        for position in 0..<profile.capacity {
            let trim = profile.trim(at: position)
            if profile.bleed > .zero {
                marks.append(.box(BoxMark(trim.inset(by: profile.bleed * -1.0), fill: .bleed)))
            }
            let cell = profile.cell(at: position)
            if profile.cell != profile.page || profile.corner > .zero {
                marks.append(.box(BoxMark(cell, corner: profile.corner, stroke: .pale, strokeWidth: .mm(0.2))))
            }
        }
        for position in 0..<profile.capacity {
            let trim = profile.trim(at: position)
            marks.append(.box(BoxMark(trim, fill: .trim, stroke: .edge, strokeWidth: .mm(0.2))))
            marks.append(text("\(position + 1)", 16, trim, .middle))
            if position == 0 {
                let size = Size(width: trim.size.width, height: trim.size.height)
                marks.append(text(size.inWords, 8, trim.inset(by: .mm(2)), .bottom))
                let origin = "\(trim.minX.inWords), \(trim.minY.inWords)"
                marks.append(text(origin, 8, trim.inset(by: .mm(2)), .top, .left))
            }
        }
        return marks + layout.guides()
    }

    private func text(
        _ text: String, _ points: Double, _ box: Rectangle, _ anchor: TextStyle.Anchor,
        _ alignment: TextStyle.Alignment = .centre
    ) -> Mark {
        .text(
            TextMark(
                text,
                style: TextStyle(
                    font: TextStyle.Font(family: "Roboto"), size: .pt(points), colour: .edge, alignment: alignment,
                    anchor: anchor),
                box: box))
    }
}

extension Colour {
    fileprivate static let pale = Colour(hex: "#B5B5B5") ?? .black
    fileprivate static let bleed = Colour(hex: "#F3D9D2") ?? .white
    fileprivate static let trim = Colour(hex: "#E4EFE9") ?? .white
    fileprivate static let edge = Colour(hex: "#0B4F4A") ?? .black
}
