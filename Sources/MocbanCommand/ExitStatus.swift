import ArgumentParser
import Drawing
import Layout
import Mocban
import Payload
import Roster

/// The exit statuses of BSD's sysexits.h that Mocban uses; 0 is all well.
enum ExitStatus: Int32 {
    /// Something was refused, or a check found faults.
    case refused = 1
    case badInput = 65
    case inputMissing = 66
    case internalFault = 70
    case outputNotMade = 73
    case badConfiguration = 78
    /// Stopped by Ctrl-C, as shells count it: 128 and the signal's number.
    case interrupted = 130

    /// The status that an error ends the program with.
    init(_ error: any Error) {
        switch error {
        case let error as MocbanError: self.init(error)
        case let error as RosterError:
            if case .missing = error { self = .inputMissing } else { self = .badInput }
        case let error as DrawingError: self.init(error)
        case is ConfigurationError, is JWKSetError, is KeyringError: self = .badConfiguration
        case is CodeError: self = .badConfiguration
        case is CancellationError: self = .interrupted
        default: self = .internalFault
        }
    }

    private init(_ error: MocbanError) {
        switch error {
        case .notAnOffice, .keyringUnreadable, .keyringExposed, .noResources, .missingFont, .wrongTemplateKind,
            .wrongSize,
            .noTemplate:
            self = .badConfiguration
        case .noCode: self = .refused
        case .inputUnreadable: self = .inputMissing
        case .officeExists, .outputUnwritable, .outputBusy, .otherRun: self = .outputNotMade
        }
    }

    private init(_ error: DrawingError) {
        switch error {
        case .cannotWrite: self = .outputNotMade
        case .missingFont, .unreadablePicture: self = .badConfiguration
        case .missingLetter, .doesNotFit: self = .refused
        case .failed: self = .internalFault
        }
    }
}

/// Runs a command's body: an error becomes one message on standard error and its exit status.
func answering(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let code as ExitCode { throw code } catch let error as ValidationError {
        throw error
    } catch {
        note(error is CancellationError ? "mocban: stopped; nothing was changed" : "mocban: \(error)")
        throw ExitCode(ExitStatus(error).rawValue)
    }
}
