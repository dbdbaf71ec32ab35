import Files
import Foundation
import Mocban
import VietnameseText

// All that the tool says goes out here. Texts come from files, arguments and codes: what a terminal could act on is
// shown as U+FFFD, so that no name ends a line, moves the cursor or turns writing around.

/// Writes a line to standard output, where answers go.
///
/// - Parameters:
///   - line: the line; a line end in it is none of ours, and is shown.
///   - hasTabs: whether its tabs are ours.
/// - Throws: `FileError.unwritable`, so that an answer that is lost does not pass for one that was given.
func say(_ line: String, hasTabs: Bool = false) throws {
    let parts = hasTabs ? line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) : [line]
    try write(parts.map(Shown.line).joined(separator: "\t") + "\n")
}

/// Writes lines to standard output at once.
///
/// Throws what ``say(_:hasTabs:)`` throws.
func say(lines: [String]) throws { try write(lines.map { Shown.line($0) + "\n" }.joined()) }

/// Writes a file's text of several lines to standard output; its line ends are its own.
///
/// Throws what ``say(_:hasTabs:)`` throws.
func say(text: String) throws {
    try say(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
}

/// Writes JSON, or a part of it, to standard output.
///
/// Throws what ``say(_:hasTabs:)`` throws.
func say(jsonBytes bytes: [UInt8]) throws { try write(bytes: Shown.json(bytes)) }

/// Writes a value as JSON to standard output.
///
/// Throws what ``say(_:hasTabs:)`` throws.
func say(json value: some Encodable, pretty: Bool = true) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    try say(jsonBytes: Array(try encoder.encode(value)) + [0x0A])
}

private func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

private func write(bytes: [UInt8]) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch {
        throw FileError.unwritable(path: "standard output", reason: "the device is full or closed")
    }
}

/// Writes a line to standard error, where progress, warnings and errors go; there is nowhere to report a failure of it.
func note(_ message: String) { show(Shown.line(message) + "\n") }

/// Writes several lines to standard error at once.
func note(lines: [String]) { show(lines.map { Shown.line($0) + "\n" }.joined()) }

/// Writes over the line of progress on a terminal.
func showProgress(_ text: String) { show("\r\(Shown.line(text))\u{1B}[K") }

/// Clears the line of progress.
func clearProgress() { show("\r\u{1B}[K") }

private func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

extension String {
    /// The text with spaces after it, up to a width in characters.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// A number with its noun: `1 row`, `2 rows`.
func counted(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(nouns ?? noun + "s")"
}
