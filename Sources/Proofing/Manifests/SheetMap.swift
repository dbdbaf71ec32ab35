import Files
package import Layout
import Payload
package import Templates

/// Where on the pages of a PDF file the cards or posters of a run stand.
package struct SheetMap: Sendable {
    package let layout: SheetLayout
    package let template: Template

    /// Where in a file a code stands.
    package struct Site: Hashable, Sendable, Comparable {
        /// The page of the file, from 1; with backs, a sheet is two pages.
        package var page: Int
        /// The position on the sheet, from 1; 0 for a code that stands elsewhere.
        package var position: Int

        package static func < (a: Site, b: Site) -> Bool { (a.page, a.position) < (b.page, b.position) }
    }

    /// The page of a sheet's side; both count from 1.
    package func page(ofSheet sheet: Int, _ side: SheetSide) -> Int {
        layout.sides.count * (sheet - 1) + (side == .front ? 1 : 2)
    }

    package func sheet(ofPage page: Int) -> (sheet: Int, side: SheetSide) {
        let sides = layout.sides
        return ((page - 1) / sides.count + 1, sides[(page - 1) % sides.count])
    }

    /// What of the template is printed on a side.
    package func side(_ side: SheetSide) -> Template.Side? { side == .front ? template.front : template.back }

    /// Where on a side's page a part is, given from the trim's own top left corner; the printer's own faults are made
    /// good.
    package func box(_ part: Rectangle, at position: Int, _ side: SheetSide) -> Rectangle {
        let placement = layout.placement(at: position - 1, side: side)
        let page = layout.profile.page
        let (x, y) = placement.isTurned ? (page.width - part.maxX, page.height - part.maxY) : (part.minX, part.minY)
        let start = Point(x: placement.origin.x + x * placement.scale, y: placement.origin.y + y * placement.scale)
        let end = Point(x: start.x + part.size.width * placement.scale, y: start.y + part.size.height * placement.scale)
        let correction = layout.correction(side)
        let told = [start, end].map { correction.told($0, on: layout.profile.paper) }
        return Rectangle(origin: told[0], size: Size(width: told[1].x - told[0].x, height: told[1].y - told[0].y))
    }
}

extension SheetMap {
    /// The map of a run as its manifest tells it; throws `TemplateError`, `SheetError.noProfile` or
    /// `ConfigurationError`.
    package init(of run: PrintedManifest.Run, resources: Resources, office folder: String?) throws {
        let language = run.form.map { TemplateLanguage(rawValue: $0.language) ?? .vietnamese } ?? .vietnamese
        let library = TemplateLibrary(resources: resources, office: folder)
        // A manifest names templates and profiles, and never a file.
        guard library.names.contains(run.template) else {
            throw TemplateError.noTemplate(name: run.template, known: library.names)
        }
        template = try library.template(
            run.template, kind: run.kind == .card ? .card : .poster, language: language
        ).encoded(by: run.form?.encoder)
        guard let form = run.form else {
            layout = SheetLayout(run.kind == .card ? .a4TwoByFive : .whole(template.size))
            return
        }
        let whole = SheetProfile.whole(template.size)
        let profiles = SheetLibrary(resources: resources, office: folder)
        guard form.printShop || form.profile == whole.name || profiles.names.contains(form.profile) else {
            throw SheetError.noProfile(name: form.profile, known: profiles.names)
        }
        let profile =
            form.printShop
            ? SheetProfile.printShop(template.size, bleed: template.bleed)
            : form.profile == whole.name ? whole : try profiles.profile(form.profile)
        let machine = form.printer.map {
            SheetLayout.Machine(
                front: SheetCorrection($0.offset, $0.scale), back: SheetCorrection($0.backOffset, $0.backScale))
        }
        layout = SheetLayout(profile, cut: form.cut, duplex: form.duplex, machine: machine)
    }
}

extension SheetCorrection {
    /// A correction from a manifest's pairs; one that is not a pair corrects nothing.
    fileprivate init(_ offset: [Double], _ scale: [Double]) {
        guard offset.count == 2, scale.count == 2, scale.allSatisfy({ $0 > 0 }) else {
            self = .none
            return
        }
        self.init(offset: Point(x: .mm(offset[0]), y: .mm(offset[1])), scaleX: scale[0], scaleY: scale[1])
    }
}
