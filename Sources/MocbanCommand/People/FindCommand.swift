import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register
import RegisterQueries

struct FindCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Look up whom a card belongs to, and whether it is still good.",
        discussion: """
            TEXT is a serial, a household's code, or words of a name in any order; accents may be left out, and the last \
            word may be a beginning: `mocban find nguyen huo`. Accents that are written count: `Hương` does not find \
            Hường, unless nobody is called Hương.

            Up to three people are shown with all their cards' history, more in a list of a line each. Exit status 0 when \
            somebody was found, 1 when nobody was, 65 when a serial was mistyped.
            """)

    @OptionGroup var office: OfficeOption
    @Argument(help: ArgumentHelp("A serial, a household's code, or a name.", valueName: "TEXT")) var text: [String]
    @Option(help: ArgumentHelp("How many people or venues are shown at most.", valueName: "N")) var limit = 20
    @Option(
        help: ArgumentHelp("Say what is valid at this time (2026-11-24T06:43:29Z) instead of now.", valueName: "TIME"))
    var at: Timestamp?
    @Flag(help: "Answer as JSON: a list of cards and posters, those of one holder together, the newest first.")
    var json = false

    private static let storyLimit = 3

    func validate() throws { if limit < 1 { throw ValidationError("--limit is 1 or more") } }

    func answer() async throws {
        let text = text.joined(separator: " ")
        let office = try Office(folder: self.office.folder)
        guard try office.hasIssued else { throw OfficeError.nothingRegistered(folder: office.folder) }
        let register = try office.register(.reading)
        let clock = at ?? .now()
        let (found, cards) = try register.reading { snapshot in
            let found = try snapshot.find(text, limit: limit)
            let isLong = !json && found.holders.count > Self.storyLimit
            let cards = try found.holders.map { holder in
                try holder.prefix(isLong ? 1 : holder.count).map { try FoundCard($0, in: snapshot, at: clock) }
            }
            return (found, cards)
        }
        guard !cards.isEmpty else {
            note("mocban: \(found.lack(of: text))")
            if json { try say(json: [FoundCard.JSON]()) }
            throw (found.serialFault == nil ? FailureCategory.refused : .badInput).code
        }
        if json { return try say(json: cards.flatMap(\.self).map(\.json)) }
        if found.isWithoutAccents { note("mocban: \(found.missingAccents(of: text))") }
        if cards.count > Self.storyLimit {
            try say(lines: table(cards.map { $0[0].cells }, left: 6))
            note("mocban: `mocban find SERIAL` shows what happened to a card")
        } else {
            for (index, cards) in cards.enumerated() {
                if index > 0 { try say("") }
                try say(lines: CardHistory(cards).lines)
            }
        }
        if let more = found.more { note("mocban: \(more)") }
    }
}

extension SearchResult {
    /// That nothing was found, and what to do next.
    fileprivate func lack(of text: String) -> String {
        let question =
            similar.isEmpty ? nil : "did you mean \(similar.prefix(3).map(\.words).joined(separator: ", or "))?"
        if let serialFault {
            return "“\(text.shown)” is no name and no household in the register, and as a serial it is mistyped: "
                + "\(serialFault)" + (question.map { ". D\($0.dropFirst())" } ?? "")
        }
        return "nothing was found for “\(text.shown)”: "
            + (question ?? "try fewer words, the beginning of a word, or the household's code")
    }

    /// What a list does not show; nil where it shows all.
    fileprivate var more: String? {
        switch count {
        case .exactly(let count) where count > holders.count:
            "these are \(holders.count) of \(count): add a word of the name, or give --limit \(count)"
        case .exactly: nil
        case .moreThan(let count):
            "these are \(holders.count) of more than \(count): add a word of the name, or look for the household"
        }
    }

    fileprivate func missingAccents(of text: String) -> String {
        if case .moreThan(let count) = count {
            return "of the first \(count) names none is written “\(text.shown)”: these differ in accents"
        }
        return "no name is written “\(text.shown)”: these differ in accents"
    }
}

extension RegisteredCard {
    fileprivate var words: String { "\(serial), \(record?.name.shown ?? "a forgotten holder")" }
}
