import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register

struct RevokeCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Declare cards and posters no longer good, or undo that.",
        discussion: """
            Of several serials all are revoked or none. Of a household or a run those are revoked that are still good.

            With --undo, serials that were revoked are good again; of a household or a run, what was revoked last, at that \
            time and for that reason. Nobody gets a second good card.
            """)

    @OptionGroup var office: WritableOffice
    @Argument(help: ArgumentHelp("Serials of cards or posters.", valueName: "SERIAL")) var serials: [String] = []
    @Option(help: ArgumentHelp("All good cards of a household.", valueName: "CODE")) var household: String?
    @Option(help: ArgumentHelp("All that is good of what a run issued.", valueName: "ID")) var run: Int?
    @Option(help: ArgumentHelp("All that a key signed, registered or not.", valueName: "KID")) var key: String?
    @Option(
        help: ArgumentHelp(
            "With --key: only what was issued before this time (2026-11-24T06:43:29Z), instead of now.",
            valueName: "TIME"))
    var issuedBefore: Timestamp?
    @Option(help: ArgumentHelp("Why; it is kept in the register's log.", valueName: "TEXT")) var reason: String
    @Flag(help: "Undo an earlier revocation of the same.") var undo = false
    @Option(help: ArgumentHelp("Do it as of this time instead of now.", valueName: "TIME")) var clock: Timestamp?
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        let ways = [!serials.isEmpty, household != nil, run != nil, key != nil].count(where: \.self)
        guard ways == 1 else { throw ValidationError("Give serials, or one of --household CODE, --run ID, --key KID.") }
        guard issuedBefore == nil || (key != nil && !undo) else {
            throw ValidationError("--issued-before belongs to --key, and not to --undo.")
        }
        _ = try key.map(KeyID.init(argument:))
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--reason says why.") }
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
        for fault in typed.faults { note("mocban: \(fault)") }
        for fault in try transaction.faults(of: set, undoing: undo) { note("mocban: \(fault)") }
        note("mocban: nothing was changed")
        throw FailureCategory.badInput.code
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
