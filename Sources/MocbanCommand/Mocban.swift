import ArgumentParser

@main
struct MocbanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mocban")
}
