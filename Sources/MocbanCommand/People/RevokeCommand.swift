import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register

struct RevokeCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: Message(
            en: "Declare cards and posters no longer good, or undo that.",
            vi: "Thu hồi thẻ và áp phích, hoặc hủy việc thu hồi."),
        discussion: Message(
            en: """
                Of several serials all are revoked or none. Of a household or a run those are revoked that are still good.

                With --undo, serials that were revoked are good again; of a household or a run, what was revoked last, at that \
                time and for that reason. Nobody gets a second good card.
                """,
            vi: """
                Có nhiều số thẻ thì thu hồi tất cả hoặc không thẻ nào. Với một hộ hoặc một đợt in thì thu \
                hồi những thẻ còn giá trị.

                Với --undo, các số đã thu hồi có giá trị trở lại; với một hộ hoặc một đợt in là những gì \
                được thu hồi sau cùng, vào lúc ấy và vì lý do ấy. Không ai có hai thẻ còn giá trị.
                """))

    @OptionGroup var office: WritableOffice
    @Argument(help: ArgumentHelp(en: "Serials of cards or posters.", vi: "Số của thẻ hoặc áp phích.", value: .serial))
    var serials: [String] = []
    @Option(
        help: ArgumentHelp(en: "All good cards of a household.", vi: "Mọi thẻ còn giá trị của một hộ.", value: .code))
    var household: String?
    @Option(
        help: ArgumentHelp(
            en: "All that is good of what a run issued.", vi: "Mọi thẻ còn giá trị do một đợt in cấp.", value: .run))
    var run: Int?
    @Option(
        help: ArgumentHelp(
            en: "All that a key signed, registered or not.", vi: "Mọi thứ do một khóa ký, có trong sổ hay không.",
            value: .key)) var key: String?
    @Option(
        help: ArgumentHelp(
            en: "With --key: only what was issued before this time (2026-11-24T06:43:29Z), instead of now.",
            vi: "Với --key: chỉ những gì cấp trước thời điểm này (2026-11-24T06:43:29Z), thay cho lúc này.",
            value: .time))
    var issuedBefore: Timestamp?
    @Option(
        help: ArgumentHelp(
            en: "Why; it is kept in the register's log.", vi: "Lý do; được giữ trong nhật ký sổ.", value: .words))
    var reason: String
    @Flag(help: ArgumentHelp(en: "Undo an earlier revocation of the same.", vi: "Hủy việc thu hồi trước đây."))
    var undo = false
    @Option(
        help: ArgumentHelp(
            en: "Do it as of this time instead of now.", vi: "Ghi theo thời điểm này thay cho lúc này.", value: .time))
    var clock: Timestamp?
    @Flag(help: .json) var json = false

    func validate() throws {
        let ways = [!serials.isEmpty, household != nil, run != nil, key != nil].count(where: \.self)
        guard ways == 1 else {
            throw ValidationError(
                en: "Give serials, or one of --household CODE, --run ID, --key KID.",
                vi: "Hãy ghi số thẻ, hoặc một trong --household MÃ, --run SỐ_ĐỢT, --key MÃ_KHÓA.")
        }
        guard issuedBefore == nil || (key != nil && !undo) else {
            throw ValidationError(
                en: "--issued-before belongs to --key, and not to --undo.",
                vi: "--issued-before đi với --key, và không đi với --undo.")
        }
        _ = try key.map(KeyID.init(argument:))
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError(en: "--reason says why.", vi: "--reason nói vì sao.")
        }
    }

    func answer() async throws {
        let clock = clock ?? .now()
        if let key = key.flatMap(KeyID.init) { return try await change(key, clock) }
        let typed = TypedSerials(serials)
        let set = household.map(CardSet.household) ?? run.map(CardSet.run) ?? .serials(typed.serials)
        let outcome = try await namingAll {
            try await office.held(by: "revoke") { [undo, reason] office, _ in
                guard try office.hasIssued else { throw OfficeError.nothingRegistered(folder: office.folder) }
                return try office.register(.writing).writing { transaction in
                    try Self.refuse(typed, set, undo, transaction)
                    return try undo
                        ? transaction.restore(set, reason: reason, at: clock)
                        : transaction.revoke(set, reason: reason, at: clock)
                }
            }
        }
        let words = RevocationWords(outcome, isUndone: undo, clock: clock)
        try say(words.lines, words.json, json: json)
        if outcome.changed.isEmpty { throw FailureCategory.refused.code }
    }

    /// Names every text that is no serial, and every serial that cannot be changed, before anything is.
    private static func refuse(
        _ typed: TypedSerials, _ set: CardSet, _ undo: Bool, _ transaction: Register.Transaction
    ) throws {
        guard !typed.faults.isEmpty else { return }
        let others = try transaction.faults(of: set, undoing: undo).map { Message(of: $0) }
        throw NamedFaults(lines: typed.faults + others + [.nothingChanged], category: .badInput)
    }

    private func change(_ key: KeyID, _ clock: Timestamp) async throws {
        let (undo, reason, moment) = (undo, reason, issuedBefore ?? clock)
        let words = try await office.held(by: "revoke") { office, _ in
            if !undo { try office.keyring().checkRevocable(key) }
            return try office.register(.writing).writing { transaction in
                undo
                    ? KeyRevocationWords.restored(
                        key, kept: try transaction.restore(key: key, reason: reason, at: clock))
                    : .revoked(
                        key, before: moment,
                        try transaction.revoke(key: key, before: moment, reason: reason, at: clock))
            }
        }
        try say(words.lines, words.json, json: json)
    }
}

extension Keyring {
    /// Throws `KeyringError` for a key that the office has not, or that signs no cards.
    fileprivate func checkRevocable(_ id: KeyID) throws(KeyringError) {
        let found = keys.filter { $0.id == id }
        guard !found.isEmpty else { throw .unknownKey(id) }
        guard found.contains(where: { $0.purpose != .root && $0.purpose != .serial }) else { throw .notRetirable(id) }
    }
}
