import ArgumentParser
import Layout
import Mocban
import QRCode

struct SheetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How pages stand on a sheet: a profile's name or file; `mocban sheet list` names them.", valueName: "NAME"))
    var profile: String?

    @Option(help: "What shows where to cut: marks, guides or none; by itself what the profile says.")
    var cut: SheetProfile.Cut?

    @Option(
        help: """
            Print the template's back too; long-edge or short-edge is how the printer turns the paper. By itself what the \
            printer of --printer does, else none: fronts alone.
            """)
    var duplex: Duplex?

    @Option(
        help: """
            delivery, sheet by sheet, or cut-and-stack: the piles of a guillotined stack, laid on one another, are in \
            order of delivery.
            """)
    var order: PrintForm.Order?

    @Flag(help: "Let no household begin on a sheet's last place if it fits on the next.") var keepHouseholds = false

    @Flag(help: "Print a list for each hamlet on which cards are signed for, ky-nhan-….pdf.") var receipts = false

    @Option(help: ArgumentHelp("Make good what a printer displaces; `mocban printer` measures it.", valueName: "NAME"))
    var printer: String?

    @Option(help: "colour, or black: everything in black alone, with nothing lost.") var ink = Ink.colour

    @Option(
        help: """
            Who makes the codes: built-in, or qrencode, by libqrencode, which takes some twenty times as long; gates read \
            both alike.
            """)
    var encoder = QRCode.Encoder.builtIn

    @Flag(
        help: """
            Make files for a print shop: a card or poster a page, with its trim box and bleed box, and blacks in black ink \
            alone.
            """)
    var printShop = false

    func validate() throws {
        if printShop, profile != nil || cut != nil || order != nil || keepHouseholds || printer != nil {
            throw ValidationError(
                "--print-shop makes single pages: leave out --profile, --cut, --order, --keep-households and --printer."
            )
        }
        if keepHouseholds, order == .cutAndStack {
            throw ValidationError("--keep-households belongs to --order delivery: a pile has no sheets.")
        }
    }

    var choices: SheetChoices {
        SheetChoices(
            profile: profile, cut: cut, duplex: duplex, order: order, keepsHouseholds: keepHouseholds,
            receipts: receipts, printer: printer, ink: ink, encoder: encoder, printShop: printShop)
    }
}
