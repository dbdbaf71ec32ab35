import LateLibrary
public import Payload
import Pictures
import Scanning

/// Answers for scanned codes at a gate or a counter.
public struct Gate: Sendable {
    private let verifier: Verifier

    /// A gate with the office's keyring or an exported one, and what is known of revocations.
    public init(keyring: Keyring, revocations: (any Revocations)? = nil) {
        verifier = Verifier(keyring: keyring, revocations: revocations)
    }

    /// The answer to a text as a scanner reads it; throws only what the revocations' source throws.
    public func answer(_ text: String, at clock: Timestamp) throws -> GateAnswer {
        try answer(ScannedLine(text.utf8), at: clock)
    }

    /// The answer to a line of a scanner's: ``Verdict/malformed`` where it is no text, or too long for one.
    ///
    /// Throws only what the revocations' source throws.
    public func answer(_ line: ScannedLine, at clock: Timestamp) throws -> GateAnswer {
        guard let text = line.text else { return GateAnswer(malformed: line) }
        return GateAnswer(try verifier.verify(text, at: clock), input: text)
    }

    /// The answers to all codes of a PNG or JPEG picture; a picture without one throws.
    public func answers(image path: String, at clock: Timestamp) throws -> [GateAnswer] {
        let image = try GreyImage(pictureFile: path)
        let scanner = try CodeScanner()
        // ZBar compares all corners of codes with one another, of which a picture may have any number.
        let findings = WatchedWork(path, seconds: PictureLimits.scanningSeconds).call { scanner.scan(image) }
        guard !findings.isEmpty else { throw GateError.noCode(path: path) }
        return try findings.map { GateAnswer(try verifier.verify($0.text, at: clock), input: path) }
    }
}
