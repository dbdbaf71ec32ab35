import ArgumentParser
import Files
import Messages
import Mocban
import Proofing
import Register

extension FailureCategory {
    /// The exit status that says it, of BSD's sysexits.h; 0 is all well.
    var status: Int32 {
        switch self {
        case .refused: 1
        case .badInput: 65
        case .inputMissing: 66
        case .unavailable: 69
        case .internalFault: 70
        case .outputNotMade: 73
        case .badConfiguration: 78
        // As shells count Ctrl-C: 128 and the signal's number.
        case .interrupted: 130
        }
    }

    var code: ExitCode { ExitCode(status) }
}

/// A command whose errors become one message on standard error and their exit status.
protocol AnsweringCommand: AsyncParsableCommand {
    func answer() async throws
}

extension AnsweringCommand {
    func run() async throws {
        do { try await answer() } catch let code as ExitCode { throw code } catch {
            note(lines: messageLines(error))
            throw FailureCategory(of: error).code
        }
    }
}

/// An error's message, of which only our own line ends are line ends.
private func messageLines(_ error: any Error) -> [String] {
    let lines = error is CancellationError ? ["stopped; nothing was changed"] : causes(error)
    return ["mocban: " + lines[0]] + lines.dropFirst()
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
