import Files
import ArgumentParser
import Mocban
import Payload

struct GateOptions: ParsableArguments {
    @OptionGroup var office: OfficeOption
    @Option(help: ArgumentHelp("An exported keyring, instead of the office's.", valueName: "FILE")) var keys: String?
}

extension OfficeOption {
    /// The keys of an exported keyring, or else the office's, with the list beside them; and the office, where they are its own.
    func kept(keys: String?) throws -> (revocations: KeptRevocations, office: Office?) {
        if let keys { return (try KeptRevocations(keys: keys), nil) }
        let office = try Office(folder: folder)
        return (try KeptRevocations(office: office), office)
    }
}

/// Says, once, that a revocation list is stale; nothing where there is none.
struct StaleNotice {
    private var list: RevocationList?

    init(_ list: RevocationList?) { self.list = list }

    mutating func check(at clock: Timestamp) {
        guard let list, list.isStale(at: clock) else { return }
        note(
            "mocban: the revocation list is stale: number \(list.sequence) of \(list.issued) was good until "
                + "\(list.nextUpdate), and cards revoked since are not on it. Get the office's newest list "
                + "(`mocban revocations export`) and run `mocban revocations import FILE`")
        self.list = nil
    }
}
