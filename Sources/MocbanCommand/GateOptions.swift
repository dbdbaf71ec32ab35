import ArgumentParser
import Mocban
import Payload

/// Whose keys a gate verifies with: exported ones, or the office's own.
struct GateOptions: ParsableArguments {
    @OptionGroup var office: OfficeOption
    @Option(help: ArgumentHelp("An exported keyring, instead of the office's.", valueName: "FILE")) var keys: String?

    /// The keys, and the revocation list beside them.
    func kept() throws -> KeptRevocations {
        if let keys { return try KeptRevocations(keys: keys) }
        return try KeptRevocations(office: Office(folder: office.folder))
    }

    /// What is known of revocations: a list, and in an office its register as it is at each question.
    func revocations(with list: RevocationList?) throws -> (any Revocations)? {
        if keys != nil { return list }
        return OfficeRevocations(office: try Office(folder: office.folder), list: list)
    }
}

/// Says, once, that a revocation list is stale.
struct StaleNotice {
    private var list: RevocationList?

    /// A notice about a list; about nothing where there is none.
    init(_ list: RevocationList?) { self.list = list }

    /// Says it where the list is stale by then and it was not said before.
    mutating func check(at clock: Timestamp) {
        guard let list, list.isStale(at: clock) else { return }
        note(
            "mocban: the revocation list is stale: number \(list.sequence) of \(list.issued) was good until "
                + "\(list.nextUpdate), and cards revoked since are not on it. Get the office's newest list "
                + "(`mocban revocations export`) and run `mocban revocations import FILE`")
        self.list = nil
    }
}
