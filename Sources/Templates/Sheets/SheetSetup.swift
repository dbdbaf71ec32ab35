import Files
package import Layout
package import Office
package import PDF
import QRCode

/// How a run's pages are put on paper: its choices, decided.
package struct SheetSetup: Sendable {
    /// The profile with its cuts, flip and printer.
    package var layout: SheetLayout
    /// The same for the manifest and the run's identity.
    package var form: PrintForm
    /// The profile's file; nil for one that has none.
    package var file: String?

    /// Decides what a person left open.
    ///
    /// Throws `SheetError`, or `ConfigurationError` for a faulty profile or printer.
    package init(_ choices: SheetChoices, _ template: Template, office: Office, resources: Resources) throws {
        let printer = try choices.printer.map { try PrinterShelf(office: office.folder).printer($0) }
        let profile: SheetProfile
        (profile, file) = try Self.profile(choices, template, office, resources)
        guard profile.page.isNearly(template.size) else {
            throw SheetError.wrongSize(name: template.name, profile: profile.name, page: profile.page)
        }
        if let printer, !printer.paper.isNearly(profile.paper) {
            throw SheetError.otherPaper(
                printer: printer.name, paper: printer.paper, profile: profile.name, wanted: profile.paper)
        }
        // Backs come out on sheets of their own where a printer prints on one side: only one that is known to turn the paper
        // gets them unasked, and a print shop, which turns no paper of ours.
        let unasked = choices.printShop ? profile.flip : printer?.flip ?? .none
        var duplex = choices.duplex ?? (template.back == nil ? .none : unasked)
        if choices.printShop, duplex != .none { duplex = profile.flip }
        guard duplex == .none || template.back != nil else { throw SheetError.noBack(template: template.name) }
        layout = SheetLayout(profile, cut: choices.cut, duplex: duplex, machine: printer?.machine)
        form = PrintForm(
            profile: profile.name, cut: layout.cut, duplex: duplex, order: choices.order ?? .delivery,
            keepsHouseholds: choices.keepsHouseholds, receipts: choices.receipts, printer: printer?.form)
        form.ink = choices.ink
        form.encoder = choices.encoder == .builtIn ? nil : choices.encoder
        form.printShop = choices.printShop
        form.language = template.language.rawValue
        try checkEdges(template, printer)
    }

    private static func profile(
        _ choices: SheetChoices, _ template: Template, _ office: Office, _ resources: Resources
    ) throws -> (SheetProfile, String?) {
        if choices.printShop { return (.printShop(template.size, bleed: template.bleed), nil) }
        let settings = office.configuration
        var name = choices.profile
        switch template.kind {
        case .card: name = name ?? settings.cardSheets ?? SheetProfile.a4TwoByFive.name
        case .poster:
            name = name ?? settings.posterSheets
            if name == nil, template.size == .a4 { name = "poster-a4" }
            if name == nil, template.size == .a3 { name = "poster-a3" }
        }
        guard let name else { return (.whole(template.size), nil) }
        let (profile, path) = try SheetLibrary(resources: resources, office: office.folder).file(name)
        return (profile, path)
    }

    package func asPrinted(_ template: Template) -> Template {
        let printed = template.inked(form.ink).encoded(by: form.encoder)
        return form.printShop ? printed.withBlackTexts() : printed
    }

    /// What a print shop asks of the files; nil for files of the office's own.
    package var printShop: PrintShopForm? {
        let profile = layout.profile
        return form.printShop
            ? PrintShopForm(paper: profile.paper, trim: profile.trim(at: 0), bleed: profile.bleed) : nil
    }

    /// Refuses what reaches into the edge that the printer leaves unprinted.
    private func checkEdges(_ template: Template, _ printer: OfficePrinter?) throws(SheetError) {
        guard let printer else { return }
        for side in layout.sides {
            guard let bounds = template.bounds(side), let intrusion = layout.intrusion(of: bounds, side: side) else {
                continue
            }
            throw .unprintable(profile: layout.profile.name, printer: printer.name, intrusion)
        }
    }
}

extension Size {
    /// Whether both are the same to a hundredth of a millimetre.
    fileprivate func isNearly(_ other: Size) -> Bool {
        abs((width - other.width).millimetres) < 0.01 && abs((height - other.height).millimetres) < 0.01
    }
}
