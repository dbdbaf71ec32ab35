public import Payload

/// What a gate says of one code.
public struct GateAnswer: Sendable, Hashable {
    /// The text, or the picture's file.
    public let input: String
    /// Whether ``input`` is only the beginning of a text that was too long.
    public let isCut: Bool
    /// What verifying it came to.
    public let verification: Verification

    package init(_ verification: Verification, input: String) {
        (self.input, isCut, self.verification) = (input, false, verification)
    }

    /// What is said of a line that is no text, or too long for one.
    package init(malformed line: ScannedLine) {
        (input, isCut, verification) = (line.shown, line.isCut, Verification(verdict: .malformed))
    }

    /// Whether the verdict is ``Verdict/valid``.
    public var isValid: Bool { verification.verdict == .valid }
}

/// What a code says of itself, without a verdict.
public struct UnverifiedAnswer: Sendable, Hashable {
    /// The text.
    public let input: String
    /// What it says.
    public let payload: UnverifiedPayload

    /// Reads a text; throws `PayloadError`.
    public init(_ text: String) throws(PayloadError) { (input, payload) = (text, try UnverifiedPayload(text: text)) }
}
