import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register
import RegisterQueries

struct FindCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: Message(
            en: "Look up whom a card belongs to, and whether it is still good.",
            vi: "Tra thẻ là của ai, và còn giá trị không."),
        discussion: Message(
            en: """
                TEXT is a serial, a household's code, or words of a name in any order; accents may be left out, and the last \
                word may be a beginning: `mocban find nguyen huo`. Accents that are written count: `Hương` does not find \
                Hường, unless nobody is called Hương.

                Up to three people are shown with all their cards' history, more in a list of a line each. Exit status 0 when \
                somebody was found, 1 when nobody was, 65 when a serial was mistyped.
                """,
            vi: """
                CHỮ là số thẻ, mã hộ, hoặc các tiếng của tên theo thứ tự bất kỳ; có thể bỏ dấu, và tiếng \
                cuối có thể chỉ là phần đầu: `mocban find nguyen huo`. Dấu đã gõ thì được tính: `Hương` \
                không tìm ra Hường, trừ khi không ai tên là Hương.

                Nhiều nhất ba người được hiện cùng lịch sử mọi thẻ, nhiều hơn thì mỗi người một dòng. Mã kết \
                thúc là 0 khi tìm thấy, 1 khi không thấy, 65 khi gõ sai số thẻ.
                """))

    @OptionGroup var office: OfficeOption
    @Argument(
        help: ArgumentHelp(
            en: "A serial, a household's code, or a name.", vi: "Số thẻ, mã hộ, hoặc tên.", value: .words)) var text:
        [String]
    @Option(
        help: ArgumentHelp(
            en: "How many people or venues are shown at most.", vi: "Hiện nhiều nhất bao nhiêu người hoặc địa điểm.",
            value: .number)) var limit = 20
    @Option(
        help: ArgumentHelp(
            en: "Say what is valid at this time (2026-11-24T06:43:29Z) instead of now.",
            vi: "Xét giá trị theo thời điểm này (2026-11-24T06:43:29Z) thay cho lúc này.", value: .time))
    var at: Timestamp?
    @Flag(
        help: ArgumentHelp(
            en: "Answer as JSON: a list of cards and posters, those of one holder together, the newest first.",
            vi: "Trả lời bằng JSON: danh sách thẻ và áp phích, của cùng một người ở cạnh nhau, mới nhất trước."))
    var json = false

    private static let storyLimit = 3

    func validate() throws {
        if limit < 1 {
            throw ValidationError(en: "--limit is 1 or more", vi: "--limit là 1 trở lên")
        }
    }

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
            note(found.lack(of: text).prefixed("mocban"))
            if json { try say(json: [FoundCard.JSON]()) }
            throw (found.serialFault == nil ? FailureCategory.refused : .badInput).code
        }
        if json { return try say(json: cards.flatMap(\.self).map(\.json)) }
        if found.isWithoutAccents { note(found.missingAccents(of: text).prefixed("mocban")) }
        if cards.count > Self.storyLimit {
            try say(lines: table(cards.map { $0[0].cells }, left: 6))
            note(
                Message(
                    en: "`mocban find SERIAL` shows what happened to a card",
                    vi: "`mocban find SỐ_THẺ` cho biết lịch sử của một thẻ"
                ).prefixed("mocban"))
        } else {
            for (index, cards) in cards.enumerated() {
                if index > 0 { try say("") }
                try say(lines: CardHistory(cards).lines)
            }
        }
        if let more = found.more { note(more.prefixed("mocban")) }
    }
}

extension SearchResult {
    /// That nothing was found, and what to do next.
    fileprivate func lack(of text: String) -> Message {
        let names = similar.prefix(3).map(\.words)
        let question =
            names.isEmpty
            ? nil
            : Message(
                en: "did you mean \(names.map(\.english).joined(separator: ", or "))?",
                vi: "có phải là \(names.map(\.vietnamese).joined(separator: ", hoặc ")) không?")
        if let serialFault {
            let fault = Message(of: serialFault)
            return Message(
                en: "“\(text.shown)” is no name and no household in the register, and as a serial it is mistyped: "
                    + fault.english + (question.map { ". D\($0.english.dropFirst())" } ?? ""),
                vi: "“\(text.shown)” không phải tên hay mã hộ trong sổ, và nếu là số thẻ thì gõ sai: "
                    + fault.vietnamese + (question.map { ". C\($0.vietnamese.dropFirst())" } ?? ""))
        }
        return .joined([
            Message(en: "nothing was found for “\(text.shown)”: ", vi: "không tìm thấy “\(text.shown)”: "),
            question
                ?? Message(
                    en: "try fewer words, the beginning of a word, or the household's code",
                    vi: "hãy thử ít chữ hơn, phần đầu của một tiếng, hoặc mã hộ"),
        ])
    }

    /// What a list does not show; nil where it shows all.
    fileprivate var more: Message? {
        switch count {
        case .exactly(let count) where count > holders.count:
            Message(
                en: "these are \(holders.count) of \(count): add a word of the name, or give --limit \(count)",
                vi: "đây là \(holders.count) trong \(count): hãy ghi thêm một tiếng của tên, hoặc --limit \(count)")
        case .exactly: nil
        case .moreThan(let count):
            Message(
                en:
                    "these are \(holders.count) of more than \(count): add a word of the name, or look for the household",
                vi: "đây là \(holders.count) trong hơn \(count): hãy ghi thêm một tiếng của tên, hoặc tìm theo hộ")
        }
    }

    fileprivate func missingAccents(of text: String) -> Message {
        if case .moreThan(let count) = count {
            return Message(
                en: "of the first \(count) names none is written “\(text.shown)”: these differ in accents",
                vi: "trong \(count) tên đầu không tên nào viết là “\(text.shown)”: các tên này khác dấu")
        }
        return Message(
            en: "no name is written “\(text.shown)”: these differ in accents",
            vi: "không tên nào viết là “\(text.shown)”: các tên này khác dấu")
    }
}

extension RegisteredCard {
    fileprivate var words: Message {
        Message(
            en: "\(serial), \(record?.name.shown ?? "a forgotten holder")",
            vi: "\(serial), \(record?.name.shown ?? "người đã xóa tên")")
    }
}
