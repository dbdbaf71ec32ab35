import ArgumentParser
import Files
import Mocban
import Proofing
import Register

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
        switch FailureCategory(of: error) {
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

/// A command whose errors become one message on standard error and their exit status.
protocol AnsweringCommand: AsyncParsableCommand {
    /// Does the work and says what came of it.
    func answer() async throws
}

extension AnsweringCommand {
    func run() async throws {
        do { try await answer() } catch let code as ExitCode { throw code } catch {
            note(lines: messageLines(error))
            throw ExitStatus(error).code
        }
    }
}

/// An error's message, of which only our own line ends are line ends.
private func messageLines(_ error: any Error) -> [String] {
    guard !(error is CancellationError) else { return ["mocban: stopped; nothing was changed"] }
    var lines = causes(error)
    lines[0] = "mocban: " + lines[0]
    return lines
}

private func causes(_ error: any Error) -> [String] {
    switch error {
    case let failure as ProofFailure: return failure.lines
    case let faults as SerialFaults where !faults.errors.isEmpty: return faults.errors.map(\.description)
    case let stopped as StoppedRun:
        // The run's own words follow on the last line of what ended it.
        var lines = causes(stopped.cause)
        let cause = "\(stopped.cause)"
        guard lines.count > 1, stopped.description.hasPrefix(cause) else { return [stopped.description] }
        lines[lines.count - 1] += stopped.description.dropFirst(cause.count)
        return lines
    default: return ["\(error)"]
    }
}
