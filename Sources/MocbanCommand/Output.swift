import Foundation
import Mocban

/// Writes a line to standard output, where answers go.
///
/// Throws `MocbanError.outputUnwritable`, so that an answer that is lost does not pass for one that was given.
func say(_ line: String) throws { try say(bytes: Array((line + "\n").utf8)) }

/// Writes bytes as they are to standard output.
func say(bytes: [UInt8]) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch {
        throw MocbanError.outputUnwritable(path: "standard output", reason: "the device is full or closed")
    }
}

/// Writes a value as JSON to standard output.
func say(json value: some Encodable, pretty: Bool = true) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    try say(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// Writes a line to standard error, where progress, warnings and errors go; there is nowhere to report a failure of it.
func note(_ message: String) { show(message + "\n") }

/// Writes text as it is to standard error.
func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

extension String {
    /// The text with spaces after it, up to a width in characters.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// A number with its noun: `1 row`, `2 rows`.
func counted(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(nouns ?? noun + "s")"
}
