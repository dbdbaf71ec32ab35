import Files
import ArgumentParser
import Mocban
import Payload

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "List, renew, retire and export keys.",
        subcommands: [ListKeys.self, NewKeys.self, RetireKey.self, ExportKeys.self])
}

private struct ListKeys: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The office's keys, without their secrets.")

    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

    private struct Row: Encodable {
        var kid, purpose, algorithm: String
        var unit: UInt64
        var epoch: UInt32
        var notBefore: String
        var expires: String?
        var signs: Bool
    }

    func answer() async throws {
        let now = Timestamp.now()
        let rows = try Office(folder: office.folder).keyring().keys.map { key in
            Row(
                kid: key.id.description, purpose: key.purpose.rawValue, algorithm: key.algorithm.rawValue,
                unit: key.unit.rawValue, epoch: key.epoch, notBefore: key.notBefore.description,
                expires: key.expires?.description, signs: key.canSign && key.isValid(at: now))
        }
        if json { return try say(json: rows) }
        try say("KID     PURPOSE  ALGORITHM  UNIT        EPOCH  FROM                  TO")
        for row in rows {
            let cells = [row.kid, row.purpose, row.algorithm, "\(row.unit)", "\(row.epoch)", row.notBefore]
            let padded = zip(cells, [6, 7, 9, 10, 5, 0]).map { $0.padded(to: $1) }
            try say((padded + [row.expires ?? "no end"]).joined(separator: "  "))
        }
    }
}

private struct NewKeys: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a new epoch: fresh keys sign from now on, the old ones still verify.",
        discussion: "Export the keys to your gates again afterwards, or they will not know the new cards.")

    @OptionGroup var office: WritableOffice
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var epoch: UInt32
        var keys: [String]
    }

    func answer() async throws {
        let keys = try await office.held(by: "key new") { office, lock in
            var random = KeyNumbers(office.folder)
            try office.beginEpoch(clock: .now(), lock: lock, using: &random)
            return try office.keyring().keys
        }
        let epoch = keys.map(\.epoch).max() ?? 0
        let fresh = keys.filter { $0.epoch == epoch && $0.canSign }.map(\.id.description)
        if json { return try say(json: Answer(epoch: epoch, keys: fresh)) }
        try say("A new epoch has begun. Export the keys to your gates again: mocban key export")
    }
}

private struct RetireKey: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "End a key: it signs no more, and anything dated later is refused.",
        discussion: "Cards that it signed until now stay valid.")

    @OptionGroup var office: WritableOffice
    @Argument(help: ArgumentHelp("The key's ID, from `mocban key list`.", valueName: "KID")) var kid: String
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var kid, retired: String
    }

    func validate() throws { _ = try KeyID(argument: kid) }

    func answer() async throws {
        let id = try KeyID(argument: kid)
        let clock = try await office.held(by: "key retire") { office, lock in
            let clock = Timestamp.now()
            try office.retire(id, clock: clock, lock: lock)
            return clock
        }
        if json { return try say(json: Answer(kid: id.description, retired: clock.description)) }
        try say("\(kid) is retired. Export the keys to your gates again: mocban key export")
    }
}

private struct ExportKeys: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The keys that a gate needs, as a JWK Set on standard output.",
        discussion: """
            Without --verify-only the export holds HMAC keys, with which cards can also be made: keep it as secret as \
            the office's own keyring.
            """)

    @OptionGroup var office: OfficeOption
    @Flag(help: "Only public keys, with which nobody can issue; they verify what was signed with ed25519.")
    var verifyOnly = false
    @Option(help: ArgumentHelp("Keys of this unit instead of the office's own.", valueName: "CODE")) var unit: UInt64?
    @Option(help: ArgumentHelp("Keys for cards or for venues only: card, venue.", valueName: "KIND"))
    var purpose: Purpose?
    @Option(
        help: ArgumentHelp(
            "A file to write, readable by its owner alone, instead of standard output.", valueName: "FILE"))
    var out: String?

    enum Purpose: String, ExpressibleByArgument, CaseIterable {
        case card, venue
    }

    func answer() async throws {
        let keyring = try Office(folder: office.folder).keyring().exported(
            purpose: purpose.map { $0 == .card ? .card : .venue }, verifyOnly: verifyOnly,
            unit: unit.map(UnitCode.init(rawValue:)))
        guard let out else { return try say(text: keyring.jwkSet()) }
        try keyring.export(to: out)
        note("\(out) holds \(keyring.keys.count) keys")
    }
}

extension KeyID {
    /// An ID as it was given to a command; says where to take one from where it is none.
    init(argument text: String) throws(ValidationError) {
        guard let id = KeyID(text) else {
            throw ValidationError("'\(text)' is not a key's ID: take one from `mocban key list`")
        }
        self = id
    }
}
