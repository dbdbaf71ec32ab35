public import Foundation

/// An error that a person is told of: its message, and what kind of failure it is.
///
/// `description` and `localizedDescription` are the message in English.
public protocol Failure: LocalizedError, CustomStringConvertible {
    /// What a person is told, and what to do next.
    var message: Message { get }
    /// What kind of failure it is.
    var category: FailureCategory { get }
}

extension Failure {
    /// Until an error has its message in both languages.
    public var message: Message { Message(verbatim: description) }
    /// The message in English.
    public var description: String { message.english }
    /// The message in English.
    public var errorDescription: String? { description }
    // Foundation's own defaults are seen only where Foundation is imported.
    /// Nothing besides the message.
    public var failureReason: String? { nil }
    /// Nothing besides the message.
    public var recoverySuggestion: String? { nil }
    /// Nothing besides the message.
    public var helpAnchor: String? { nil }
}

/// What kind of failure an error is: what a program that calls Mocban does next, and its exit status, depend on it.
public enum FailureCategory: Sendable {
    /// Something was refused, or a check found faults.
    case refused
    /// The input is there but is not what it should be.
    case badInput
    /// The input is not there.
    case inputMissing
    /// The output cannot be made.
    case outputNotMade
    /// Settings, keys, templates or fonts are at fault.
    case badConfiguration
    /// A library of the system is not there.
    case unavailable
    /// The work was stopped from outside.
    case interrupted
    /// Something that should not happen.
    case internalFault

    /// The category that an error states itself; an error that states none should not happen.
    public init(of error: any Error) {
        switch error {
        case let failure as any Failure: self = failure.category
        case is CancellationError: self = .interrupted
        default: self = .internalFault
        }
    }
}
