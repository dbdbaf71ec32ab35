package import Files
import Foundation
package import Payload

/// Why a register cannot be used, or refuses what was asked of it.
package enum RegisterError: Failure, Sendable, Equatable {
    /// The file is no register, or a part of it cannot be read.
    case damaged(path: String, reason: String)
    /// A later version of Mocban made the register.
    case tooNew(path: String)
    /// The file that keeps the log's newest end is not there.
    case headMissing(path: String, register: String)
    /// The file that keeps the log's newest end cannot be read, or was changed.
    case headUnusable(path: String, reason: String)
    /// The file cannot be opened or read.
    case unusable(path: String, reason: String)
    /// The file cannot be made or written.
    case unwritable(path: String, reason: String)
    /// A copy or an export cannot be written.
    case copyUnwritable(path: String, reason: String)
    /// A file is no copy of a register, or not a whole one.
    case notACopy(path: String, reason: String)
    /// A copy or an export is whole, but its log or tables were changed.
    case faulty(path: String, fault: RegisterFault, count: Int)
    /// A file is no export of a register, or not a whole one.
    case notAnExport(path: String, line: Int, reason: String)
    /// An export ends before the register's last entry.
    case olderExport(path: String, entries: Int, registered: Int)
    /// An export's log and the register's are different from an entry on.
    case parted(path: String, entry: Int)
    /// Another register contradicts this one.
    case merging(path: String, MergeConflict)
    /// Another process writes; the office's lock should have kept it away.
    case busy(path: String)
    /// No card or poster has the serial.
    case unknownSerial(Serial)
    /// No run has the number.
    case unknownRun(Int)
    /// No card is registered for the household.
    case unknownHousehold(String)
    /// The card is revoked already.
    case alreadyRevoked(Serial)
    /// The card is not revoked by itself, so that there is nothing to undo.
    case notRevoked(Serial)
    /// The key has no cut-off.
    case noCutOff(KeyID)
    /// The holder has a newer card that is good: two good cards of one holder are not to be.
    case replaced(Serial, by: Serial)
    /// The holder was forgotten, so that there is nothing to print for the serial, or to forget.
    case forgotten(Serial)
    /// The card is revoked and is not printed again.
    case revoked(Serial)
    /// The card's time is over, so that it is not printed again.
    case expired(Serial)
    /// Another holder has the serial: a collision of 55 bits, or two runs at once.
    case serialTaken(Serial)
}

extension RegisterError {
    /// What kind of failure it is.
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

    /// The message for a person.
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
        case .notAnExport(let path, let line, let reason):
            "\(path), line \(line): \(reason); nothing was changed"
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

/// Why none of several serials was changed: all that is wrong with them.
package struct SerialFaults: Failure, Sendable {
    /// What is wrong, in the order of the serials.
    package var errors: [RegisterError]

    /// Creates the faults of serials; there is at least one.
    package init(errors: [RegisterError]) { self.errors = errors }

    /// That of a serial which nobody has, or else of the first.
    package var category: FailureCategory {
        errors.map(\.category).contains(.inputMissing) ? .inputMissing : errors[0].category
    }

    /// A line for each.
    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
