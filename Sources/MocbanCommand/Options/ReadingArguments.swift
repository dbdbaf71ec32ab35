import ArgumentParser
import Mocban
import RosterCheck
import Tables
import VietnameseText

/// What a person says of a roster's file beforehand.
struct ReadingArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The encoding of a CSV file, where it is not found rightly.", valueName: "NAME"))
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("The sheet of a workbook, instead of the first that holds a roster.", valueName: "NAME"))
    var sheet: String?

    @Flag(help: "Convert files of other programs (.xls, .xlsb, .ods) first, by LibreOffice or Gnumeric.")
    var convert = false

    var options: ReadingOptions { ReadingOptions(encoding: encoding, sheet: sheet) }

    /// Copies of files of other programs, where they are asked for; they are there as long as this is.
    func converted(_ files: [String]) throws -> ConvertedFiles? { convert ? try ConvertedFiles(files) : nil }
}
