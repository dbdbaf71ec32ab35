import ArgumentParser
import Mocban
import RosterCheck
import Tables
import VietnameseText

/// What a person says of a roster's file beforehand.
struct ReadingArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The encoding of a CSV file, where it is not found rightly.", valueName: "NAME"))
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("The only sheet of a workbook to read; without it all that hold a roster are read.", valueName: "NAME"))
    var sheet: String?

    @Option(help: ArgumentHelp("The hamlet of all rows, where no column has it.", valueName: "NAME"))
    var hamlet: String?

    @Option(help: ArgumentHelp("The commune of all rows, where no column has it.", valueName: "NAME"))
    var commune: String?

    @Flag(help: "Convert files of other programs (.xls, .xlsb, .ods) first, by LibreOffice or Gnumeric.")
    var convert = false

    var options: ReadingOptions { ReadingOptions(encoding: encoding, sheet: sheet, hamlet: hamlet, commune: commune) }

    /// Copies of files of other programs, where they are asked for; they are there as long as this is.
    func converted(_ files: [String]) throws -> ConvertedFiles? { convert ? try ConvertedFiles(files) : nil }
}
