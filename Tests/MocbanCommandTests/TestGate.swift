import Files
import Foundation
import Mocban
import Payload
import TestSupport

/// A gate beside an office: its exported keys, and lists that the office's key signs.
struct TestGate {
    let office: CommandOffice
    let keys: String
    /// When its lists are issued.
    let made: Timestamp

    init(_ arguments: String..., of seed: String = "") throws {
        office = try CommandOffice(keys: seed)
        keys = try office.exportedKeys(arguments)
        made = TestRun.clock
    }

    func list(
        _ sequence: UInt64 = 3, revoking serials: [Serial] = [], days: Int64 = 7, cutOffs: [KeyID: Timestamp] = [:]
    ) throws -> [UInt8] {
        let list = RevocationList(
            unit: 19897, sequence: sequence, issued: made,
            nextUpdate: made.adding(seconds: days * 86_400), serials: serials, cutOffs: cutOffs)
        return try list.signed(with: Office(folder: office.path).keyring().revocationsKey(at: made))
    }

    func take(_ bytes: [UInt8]) throws -> Program.Outcome {
        let file = try office.folder.write("from-office", bytes)
        return try Program.mocban.run(["revocations", "import", file, "--keys", keys])
    }

    func verify(_ arguments: String...) throws -> Program.Outcome {
        try Program.mocban.run(["verify", "--keys", keys] + arguments)
    }

    /// What the gate keeps; nil where it keeps none.
    var kept: [UInt8]? { (try? office.folder.data("gate.revocations")).map(Array.init) }
}
