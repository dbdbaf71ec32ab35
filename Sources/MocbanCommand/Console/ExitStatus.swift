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

    /// Its name in JSON.
    var name: String {
        switch self {
        case .refused: "refused"
        case .badInput: "bad-input"
        case .inputMissing: "input-missing"
        case .unavailable: "unavailable"
        case .internalFault: "internal-fault"
        case .outputNotMade: "output-not-made"
        case .badConfiguration: "bad-configuration"
        case .interrupted: "interrupted"
        }
    }
}

/// An error as JSON: what kind it is, the exit status, and the message in the language of the process.
struct ErrorAnswer: Encodable {
    struct Fault: Encodable {
        var code: String
        var status: Int32
        var message: String
    }

    let error: Fault

    init(_ category: FailureCategory, _ message: String) {
        error = Fault(code: category.name, status: category.status, message: message)
    }

    /// Wrong usage.
    init(usage message: String) {
        error = Fault(code: "usage", status: ExitCode.validationFailure.rawValue, message: message)
    }
}

/// Several faults that a command names before it ends, each in a line of its own that begins with the program's name.
struct NamedFaults: Error {
    var lines: [Message]
    var category: FailureCategory
}

/// A command whose errors become one message on standard error, and as JSON where that is asked for, and their exit status.
protocol AnsweringCommand: AsyncParsableCommand {
    func answer() async throws
}

extension AnsweringCommand {
    func run() async throws {
        do { try await answer() } catch let code as ExitCode { throw code } catch let faults as NamedFaults {
            tell(lines: faults.lines, of: faults.category, areAllNamed: true)
            throw faults.category.code
        } catch {
            let category = FailureCategory(of: error)
            tell(lines: messageLines(error), of: category)
            throw category.code
        }
    }
}

/// Tells an error: its lines on standard error, the first or all of them behind the program's name, and on standard
/// output as JSON where that is asked for.
func tell(lines: [Message], of category: FailureCategory, areAllNamed: Bool = false) {
    if isJSONAsked {
        let message = lines.map(\.text).joined(separator: "\n")
        // Where this cannot be written, standard error still says it.
        try? say(json: ErrorAnswer(category, message), pretty: false)
    }
    note(lines: lines.enumerated().map { $0 == 0 || areAllNamed ? $1.prefixed("mocban") : $1 })
}

/// An error's message, of which only our own line ends are line ends.
private func messageLines(_ error: any Error) -> [Message] {
    error is CancellationError
        ? [Message(en: "stopped; nothing was changed", vi: "đã dừng; chưa thay đổi gì")] : causes(error)
}

private func causes(_ error: any Error) -> [Message] {
    switch error {
    case let failure as ProofFailure: failure.lines
    case let faults as SerialFaults where !faults.errors.isEmpty: faults.errors.map { Message(of: $0) }
    case let stopped as StoppedRun where !(stopped.cause is CancellationError):
        // The run's own words follow on the last line of what ended it.
        causes(stopped.cause).enumerated().map { index, line in
            index == causes(stopped.cause).count - 1 ? .joined([line, stopped.ending], by: ". ") : line
        }
    default: [Message(of: error)]
    }
}
