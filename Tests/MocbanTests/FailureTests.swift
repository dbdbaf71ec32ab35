import Foundation
import Messages
import Mocban
import Proofing
import Register
import RosterCheck
import Tables
import Testing

@testable import Issuing

@Suite("Failures")
struct FailureTests {
    private static let failures: [(any Failure, FailureCategory)] = [
        (FileError.unreadable(path: "a", reason: Message(verbatim: "b")), .inputMissing),
        (FileError.unwritable(path: "a", reason: Message(verbatim: "b")), .outputNotMade),
        (OfficeError.notAnOffice(folder: "a"), .badConfiguration),
        (OfficeError.nothingRegistered(folder: "a"), .inputMissing),
        (KeptListError.otherRevocations(number: 3), .refused),
        (TemplateError.noTemplate(name: "a", known: ["b"]), .badConfiguration),
        (SheetError.noProfile(name: "a", known: ["b"]), .badConfiguration),
        (IssuingError.twoKinds, .refused),
        (RosterCheckError.faultyChanges(path: "a", row: 2, reason: Message(verbatim: "b")), .badInput),
        (ProofError.faultyManifest(path: "a", line: 2, reason: Message(verbatim: "b")), .badInput),
        (GateError.noCode(path: "a"), .refused),
        (TableError.missing(path: "a"), .inputMissing),
        (RegisterError.unknownRun(3), .inputMissing),
        (StoppedRun(files: 1, total: 2, cause: RegisterError.busy(path: "a")), .outputNotMade),
        (StoppedRun(files: 1, total: 2, cause: CancellationError()), .interrupted),
    ]

    @Test("say the same to Foundation as to a person, and what kind they are", arguments: failures.indices)
    func message(index: Int) {
        let (failure, category) = Self.failures[index]
        #expect((failure as any Error).localizedDescription == failure.description && !failure.description.isEmpty)
        #expect(failure.category == category && FailureCategory(of: failure) == category)
    }

    @Test("an error that states no category should not happen, and a cancelled task is interrupted")
    func others() {
        struct Unknown: Error {}
        #expect(FailureCategory(of: Unknown()) == .internalFault)
        #expect(FailureCategory(of: CancellationError()) == .interrupted)
    }
}
