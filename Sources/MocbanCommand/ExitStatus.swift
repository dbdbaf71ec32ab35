import ArgumentParser
import Mocban

/// The exit statuses of BSD's sysexits.h that Mocban uses; 0 is all well.
enum ExitStatus: Int32 {
    case refused = 1
    case badInput = 65
    case inputMissing = 66
    case unavailable = 69
    case internalFault = 70
    case outputNotMade = 73
    case badConfiguration = 78
    /// As shells count Ctrl-C: 128 and the signal's number.
    case interrupted = 130

    /// The status that an error ends the program with.
    init(_ error: any Error) {
        switch FailureCategory(error) {
        case .refused: self = .refused
        case .badInput: self = .badInput
        case .inputMissing: self = .inputMissing
        case .outputNotMade: self = .outputNotMade
        case .badConfiguration: self = .badConfiguration
        case .unavailable: self = .unavailable
        case .interrupted: self = .interrupted
        case .internalFault: self = .internalFault
        }
    }

    /// The status as what ArgumentParser throws.
    var code: ExitCode { ExitCode(rawValue) }
}

/// Runs a command's body: an error becomes one message on standard error and its exit status.
func answering(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let code as ExitCode { throw code } catch {
        note(error is CancellationError ? "mocban: stopped; nothing was changed" : "mocban: \(error)")
        throw ExitStatus(error).code
    }
}
