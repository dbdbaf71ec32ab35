package import Layout
import Office
package import QRCode

/// All that decides how pages are put on paper: part of a run's identity, and `form` in its manifest.
package struct PrintForm: Codable, Equatable, Sendable {
    /// In which order pages stand on sheets.
    package enum Order: String, CaseIterable, Codable, Sendable {
        /// Sheet by sheet, as they are handed out.
        case delivery
        /// So that the piles of a guillotined stack, laid on one another, are in order of delivery.
        case cutAndStack = "cut-and-stack"
        /// Each page in the position that it had on the sheet that is printed again.
        case asPrinted = "as-printed"
    }

    /// A printer whose faults are made good.
    package struct Printer: Codable, Equatable, Sendable {
        package var name: String
        /// How far to the right and down it displaces fronts, in mm.
        package var offset: [Double]
        /// How many times as wide and as high it prints fronts.
        package var scale: [Double]
        /// How far to the right and down it displaces backs, in mm.
        package var backOffset: [Double]
        /// How many times as wide and as high it prints backs.
        package var backScale: [Double]
        /// What it leaves unprinted on the left, on the right, at the top and at the bottom, in mm.
        package var unprinted: [Double]

        package init(
            name: String, offset: [Double], scale: [Double], backOffset: [Double], backScale: [Double],
            unprinted: [Double]
        ) {
            (self.name, self.unprinted) = (name, unprinted)
            (self.offset, self.scale, self.backOffset, self.backScale) = (offset, scale, backOffset, backScale)
        }

        private enum CodingKeys: String, CodingKey { case name, offset, scale, backOffset, backScale, unprinted }

        /// Decodes a printer of a manifest, within what an office can save.
        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                name: try values.decode(String.self, forKey: .name),
                offset: try values.decode(.offset, count: 2, in: OfficePrinter.offsets),
                scale: try values.decode(.scale, count: 2, in: OfficePrinter.scales),
                backOffset: try values.decode(.backOffset, count: 2, in: OfficePrinter.offsets),
                backScale: try values.decode(.backScale, count: 2, in: OfficePrinter.scales),
                unprinted: try values.decode(.unprinted, count: 4, in: OfficePrinter.edges))
        }
    }

    package var profile: String
    /// What shows where to cut.
    package var cut: SheetProfile.Cut
    /// How the paper turns; with a back, sheet n is the pages 2n - 1 and 2n of its file.
    package var duplex: Duplex
    /// The language of what is printed, `vi`, `en` or `vi+en`.
    package var language = "vi"
    package var ink = Ink.colour
    /// Who makes the codes; nil for the library's own encoder.
    package var encoder: QRCode.Encoder?
    /// In which order pages stand on sheets.
    package var order: Order
    /// Whether a household never starts on a sheet's last position where it fits on the next.
    package var keepsHouseholds: Bool
    /// Whether there is a list for each hamlet on which cards are signed for.
    package var receipts: Bool
    /// The printer whose faults are made good; nil where none is known.
    package var printer: Printer?
    /// Whether the files are for a print shop: single pages with a trim box, blacks in black ink alone.
    package var printShop = false
}

/// What a person asked for of ``PrintForm``; what is nil is decided by the office's settings, the template and the printer.
package struct SheetChoices: Sendable, Equatable {
    /// The sheet profile's name or file.
    package var profile: String?
    /// What shows where to cut.
    package var cut: SheetProfile.Cut?
    package var duplex: Duplex?
    /// In which order pages stand on sheets.
    package var order: PrintForm.Order?
    /// Whether a household never starts on a sheet's last position where it fits on the next.
    package var keepsHouseholds: Bool
    /// Whether there is a list for each hamlet on which cards are signed for.
    package var receipts: Bool
    package var printer: String?
    package var ink = Ink.colour
    package var encoder = QRCode.Encoder.builtIn
    /// Whether the files are for a print shop; then the profile is a page of the template's own size with its bleed.
    package var printShop = false

    package init(
        profile: String? = nil, cut: SheetProfile.Cut? = nil, duplex: Duplex? = nil, order: PrintForm.Order? = nil,
        keepsHouseholds: Bool = false, receipts: Bool = false, printer: String? = nil, ink: Ink = .colour,
        encoder: QRCode.Encoder = .builtIn, printShop: Bool = false
    ) {
        (self.profile, self.cut, self.duplex, self.order) = (profile, cut, duplex, order)
        (self.keepsHouseholds, self.receipts, self.printer, self.ink) = (keepsHouseholds, receipts, printer, ink)
        (self.encoder, self.printShop) = (encoder, printShop)
    }
}
