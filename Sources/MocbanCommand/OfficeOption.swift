import Files
import ArgumentParser

/// The office's folder, which every command takes.
struct OfficeOption: ParsableArguments {
    @Option(name: .customLong("office"), help: ArgumentHelp("The office's folder.", valueName: "DIR"))
    var folder = "."
}
