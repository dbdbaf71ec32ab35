import Foundation
package import Messages
package import Payload

/// Why a register cannot be used, or refuses what was asked of it.
package enum RegisterError: Failure, Equatable {
    // What the register and the files beside it are.
    case damaged(path: String, reason: String), tooNew(path: String)
    case headMissing(path: String, register: String), headUnusable(path: String, reason: String)
    case unusable(path: String, reason: String), unwritable(path: String, reason: String)
    /// Another process writes; the office's lock should have kept it away.
    case busy(path: String)
    // What copies, exports and other registers are.
    case copyUnwritable(path: String, reason: String), notACopy(path: String, reason: String)
    case faulty(path: String, fault: RegisterFault, count: Int)
    case notAnExport(path: String, line: Int, reason: String)
    case olderExport(path: String, entries: Int, registered: Int), parted(path: String, entry: Int)
    case merging(path: String, MergeConflict)
    // What is asked for.
    case unknownSerial(Serial), unknownRun(Int), unknownHousehold(String)
    case alreadyRevoked(Serial), notRevoked(Serial), noCutOff(KeyID), forgotten(Serial), revoked(Serial), expired(
        Serial)
    /// The holder has a newer card that is good: two good cards of one holder are not to be.
    case replaced(Serial, by: Serial)
    /// Another holder has the serial: a collision of 55 bits, or two runs at once.
    case serialTaken(Serial)

    package var category: FailureCategory {
        switch self {
        case .damaged, .tooNew, .headMissing, .headUnusable, .unusable: .badConfiguration
        case .unwritable, .copyUnwritable, .busy: .outputNotMade
        case .faulty, .notACopy, .notAnExport: .badInput
        case .unknownSerial, .unknownRun, .unknownHousehold, .noCutOff: .inputMissing
        case .olderExport, .parted, .merging, .alreadyRevoked, .notRevoked, .replaced, .forgotten, .revoked, .expired,
            .serialTaken:
            .refused
        }
    }

    package var description: String {
        switch self {
        case .damaged(let path, let reason):
            "the register \(path) is damaged (\(reason)): put a backup in its place with "
                + "`mocban register restore BACKUP`"
        case .tooNew(let path): "the register \(path) was made by a later version of Mocban: use that version"
        case .headMissing(let path, let register):
            "\(path) is not there, which keeps the newest end of the log of \(register): without it nobody can tell "
                + "whether that is an older register. " + Self.keeping
        case .headUnusable(let path, let reason):
            "\(path), which keeps the newest end of the register's log, cannot be used: \(reason). " + Self.keeping
        case .unusable(let path, let reason): "the register \(path) cannot be used: \(reason)"
        case .unwritable(let path, let reason): "the register \(path) cannot be written: \(reason)"
        case .copyUnwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        case .faulty(let path, let fault, let count):
            "\(path) was changed, or is of another office: \(fault)"
                + (count > 1 ? " (and \(count - 1) more fault\(count > 2 ? "s" : ""))" : "") + "; nothing was changed"
        case .notACopy(let path, let reason):
            "\(path) is no whole copy of a register (\(reason)): take another backup; nothing was changed"
        case .notAnExport(let path, let line, let reason): "\(path), line \(line): \(reason); nothing was changed"
        case .olderExport(let path, let entries, let registered):
            "\(path) is older than the register: its log ends with entry \(entries), the register's with "
                + "\(registered); nothing was changed"
        case .parted(let path, let entry):
            "\(path) and the register have different logs from entry \(entry) on: neither is the other's continuation; "
                + "nothing was changed"
        case .merging(let path, let conflict): "\(path) cannot be merged: \(conflict); nothing was changed"
        case .busy(let path): "another program writes to the register \(path): try again in a moment"
        case .unknownSerial(let serial): "no card or poster of the serial \(serial) is registered in this office"
        case .unknownRun(let run): "there is no run \(run) in the register"
        case .unknownHousehold(let household): "no card is registered for the household \(household)"
        case .alreadyRevoked(let serial): "\(serial) is revoked already"
        case .notRevoked(let serial): "\(serial) is not revoked by its serial: there is nothing to undo"
        case .noCutOff(let key): "nothing is revoked by the key \(key): there is nothing to undo"
        case .replaced(let serial, let newer):
            "\(serial) was replaced by \(newer), which is good: take that one, or revoke it first"
        case .forgotten(let serial):
            "the holder of \(serial) was forgotten: the register has no data of it to print or to remove"
        case .revoked(let serial): "\(serial) is revoked: reissue it for a new serial"
        case .expired(let serial): "\(serial) has expired: reissue it for a new serial"
        case .serialTaken(let serial): "the serial \(serial) is another holder's already"
        }
    }

    private static let keeping =
        "Compare the code that `mocban register head` shows with the one at the foot of the last report; where the "
        + "register has that entry, `mocban register head --keep` writes the file anew, else restore a backup"
}

package struct SerialFaults: Failure {
    package var errors: [RegisterError]

    /// Creates the faults of serials; there is at least one.
    package init(errors: [RegisterError]) { self.errors = errors }

    /// That of a serial which nobody has, or else of the first.
    package var category: FailureCategory {
        errors.map(\.category).contains(.inputMissing) ? .inputMissing : errors[0].category
    }

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
