import ArgumentParser

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Check and mend rosters, and fill them from identity cards.",
        subcommands: [CheckRoster.self, ScanCards.self, ListRules.self])
}
