import ArgumentParser
import Layout
import Mocban
import QRCode

struct SheetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "How pages stand on a sheet: a profile's name or file; `mocban sheet list` names them.",
            vi: "Các trang nằm trên tờ thế nào: tên hoặc tệp của kiểu dàn tờ; `mocban sheet list` liệt kê.",
            value: .name))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            en: "What shows where to cut: marks, guides or none; by itself what the profile says.",
            vi:
                "Chỉ chỗ cắt bằng gì: marks (dấu góc), guides (đường kẻ) hoặc none (không); nếu không ghi thì theo kiểu dàn tờ.",
            value: Message(en: "cut", vi: "CÁCH_CẮT")))
    var cut: SheetProfile.Cut?

    @Option(
        help: ArgumentHelp(
            en: """
                Print the template's back too; long-edge or short-edge is how the printer turns the paper. By itself what the \
                printer of --printer does, else none: fronts alone.
                """,
            vi: """
                In cả mặt sau của mẫu; long-edge (lật theo cạnh dài) hoặc short-edge (cạnh ngắn) là cách máy \
                in lật giấy. Nếu không ghi thì theo máy in của --printer, nếu không nữa thì none: chỉ mặt \
                trước.
                """, value: Message(en: "duplex", vi: "CÁCH_LẬT")))
    var duplex: Duplex?

    @Option(
        help: ArgumentHelp(
            en: """
                delivery, sheet by sheet, or cut-and-stack: the piles of a guillotined stack, laid on one another, are in \
                order of delivery.
                """,
            vi: """
                delivery (lần lượt từng tờ) hoặc cut-and-stack (cắt cả chồng): các chồng cắt ra, đặt lên \
                nhau, là đúng thứ tự phát.
                """, value: Message(en: "order", vi: "THỨ_TỰ")))
    var order: PrintForm.Order?

    @Flag(
        help: ArgumentHelp(
            en: "Let no household begin on a sheet's last place if it fits on the next.",
            vi: "Không để một hộ bắt đầu ở chỗ cuối tờ nếu hộ ấy vừa tờ sau.")) var keepHouseholds = false

    @Flag(
        help: ArgumentHelp(
            en: "Print a list for each hamlet on which cards are signed for, ky-nhan-….pdf.",
            vi: "In cho mỗi thôn một danh sách ký nhận thẻ, ky-nhan-….pdf.")) var receipts = false

    @Option(
        help: ArgumentHelp(
            en: "Make good what a printer displaces; `mocban printer` measures it.",
            vi: "Bù phần máy in làm lệch; `mocban printer` đo máy in.", value: .name))
    var printer: String?

    @Option(
        help: ArgumentHelp(
            en: "colour, or black: everything in black alone, with nothing lost.",
            vi: "colour (màu), hoặc black: chỉ dùng mực đen, không mất gì.", value: Message(en: "ink", vi: "MỰC")))
    var ink = Ink.colour

    @Option(
        help: ArgumentHelp(
            en: """
                Who makes the codes: built-in, or qrencode, by libqrencode, which takes some twenty times as long; gates read \
                both alike.
                """,
            vi: """
                Mã do đâu tạo ra: built-in (có sẵn), hoặc qrencode bằng libqrencode, lâu hơn chừng hai mươi \
                lần; cổng đọc như nhau.
                """, value: Message(en: "encoder", vi: "CÁCH_TẠO_MÃ")))
    var encoder = QRCode.Encoder.builtIn

    @Flag(
        help: ArgumentHelp(
            en: """
                Make files for a print shop: a card or poster a page, with its trim box and bleed box, and blacks in black ink \
                alone.
                """,
            vi: """
                Làm tệp cho nhà in: mỗi trang một thẻ hoặc áp phích, có khổ thành phẩm và phần xén, chữ đen \
                chỉ bằng mực đen.
                """))
    var printShop = false

    func validate() throws {
        if printShop, profile != nil || cut != nil || order != nil || keepHouseholds || printer != nil {
            throw ValidationError(
                en:
                    "--print-shop makes single pages: leave out --profile, --cut, --order, --keep-households and --printer.",
                vi: "--print-shop làm từng trang rời: hãy bỏ --profile, --cut, --order, --keep-households và --printer."
            )
        }
        if keepHouseholds, order == .cutAndStack {
            throw ValidationError(
                en: "--keep-households belongs to --order delivery: a pile has no sheets.",
                vi: "--keep-households đi với --order delivery: chồng cắt không có tờ.")
        }
    }

    var choices: SheetChoices {
        SheetChoices(
            profile: profile, cut: cut, duplex: duplex, order: order, keepsHouseholds: keepHouseholds,
            receipts: receipts, printer: printer, ink: ink, encoder: encoder, printShop: printShop)
    }
}
