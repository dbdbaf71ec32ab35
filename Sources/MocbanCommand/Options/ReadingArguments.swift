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
            en: "The sheet of a workbook, instead of the first that holds a roster.",
            vi: "Trang tính cần đọc, thay cho trang đầu tiên có danh sách.", value: .name))
    var sheet: String?

    @Flag(
        help: ArgumentHelp(
            en: "Convert files of other programs (.xls, .xlsb, .ods) first, by LibreOffice or Gnumeric.",
            vi: "Chuyển đổi trước tệp của chương trình khác (.xls, .xlsb, .ods), bằng LibreOffice hoặc Gnumeric."))
    var convert = false

    var options: ReadingOptions { ReadingOptions(encoding: encoding, sheet: sheet) }

    /// Copies of files of other programs, where they are asked for; they are there as long as this is.
    func converted(_ files: [String]) throws -> ConvertedFiles? { convert ? try ConvertedFiles(files) : nil }
}
