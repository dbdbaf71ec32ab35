import ArgumentParser
import Mocban
import RosterCheck
import Tables
import VietnameseText

/// What a person says of a roster's file beforehand.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "The encoding of a CSV file, where it is not found rightly.",
            vi: "Bảng mã của tệp CSV, nếu chương trình đoán sai.", value: .name))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            en: "The only sheet of a workbook to read; without it all that hold a roster are read.",
            vi: "Trang tính duy nhất cần đọc; nếu không ghi thì đọc mọi trang có danh sách.", value: .name))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            en: "The hamlet of all rows, where no column has it.", vi: "Thôn của mọi dòng, khi không có cột thôn.",
            value: .name))
    var hamlet: String?

    @Option(
        help: ArgumentHelp(
            en: "The commune of all rows, where no column has it.", vi: "Xã của mọi dòng, khi không có cột xã.",
            value: .name))
    var commune: String?

    @Flag(
        help: ArgumentHelp(
            en: "Convert files of other programs (.xls, .xlsb, .ods) first, by LibreOffice or Gnumeric.",
            vi: "Chuyển đổi trước tệp của chương trình khác (.xls, .xlsb, .ods), bằng LibreOffice hoặc Gnumeric."))
    var convert = false

    var options: ReadingOptions { ReadingOptions(encoding: encoding, sheet: sheet, hamlet: hamlet, commune: commune) }

    /// Copies of files of other programs, where they are asked for; they are there as long as this is.
    func converted(_ files: [String]) throws -> ConvertedFiles? { convert ? try ConvertedFiles(files) : nil }
}
