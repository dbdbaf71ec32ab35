import Files
import Foundation
import Messages
import Mocban
import VietnameseText

// All that the tool says goes out here. Texts come from files, arguments and codes: what a terminal could act on is
// shown as U+FFFD, so that no name ends a line, moves the cursor or turns writing around.

/// Writes a line to standard output, where answers go; a line end in it is none of ours, and is shown.
///
/// Throws `FileError.unwritable`, so that an answer that is lost does not pass for one that was given.
func say(_ line: String, hasTabs: Bool = false) throws {
    let parts = hasTabs ? line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) : [line]
    try write(parts.map(Shown.line).joined(separator: "\t") + "\n")
}

func say(_ message: Message) throws { try say(message.text) }

func say(lines: [Message]) throws { try say(lines: lines.map(\.text)) }

func say(lines: [String]) throws { try write(lines.map { Shown.line($0) + "\n" }.joined()) }

/// Writes a file's text of several lines to standard output; its line ends are its own.
func say(text: String) throws {
    try say(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
}

/// Writes JSON, or a part of it, to standard output.
func say(jsonBytes bytes: [UInt8]) throws { try write(bytes: Shown.json(bytes)) }

func say(json value: some Encodable, pretty: Bool = true) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.messageLanguage] = language
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    try say(jsonBytes: Array(try encoder.encode(value)) + [0x0A])
}

/// Writes an answer to standard output: as JSON where that is asked for, else in lines.
func say(_ lines: @autoclosure () throws -> [String], _ value: some Encodable, json: Bool) throws {
    if json { try say(json: value) } else { try say(lines: lines()) }
}

func say(_ lines: @autoclosure () throws -> [Message], _ value: some Encodable, json: Bool) throws {
    if json { try say(json: value) } else { try say(lines: lines()) }
}

private func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

private func write(bytes: [UInt8]) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch {
        throw FileError.unwritable(
            path: "standard output",
            reason: Message(en: "the device is full or closed", vi: "thiết bị đã đầy hoặc đã đóng"))
    }
}

/// Writes a line to standard error, where progress, warnings and errors go; there is nowhere to report a failure of it.
func note(_ message: String) { show(Shown.line(message) + "\n") }

func note(_ message: Message) { note(message.text) }

func note(lines: [Message]) { note(lines: lines.map(\.text)) }

func note(lines: [String]) { show(lines.map { Shown.line($0) + "\n" }.joined()) }

/// Writes over the line of progress on a terminal.
func showProgress(_ text: String) { show("\r\(Shown.line(text))\u{1B}[K") }

func clearProgress() { show("\r\u{1B}[K") }

private func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

/// Rows in columns: the first ones stand left, figures after them right, and nothing follows a last column on the left.
func table(_ rows: [[String]], left: Int) -> [String] {
    guard let columns = rows.first?.indices else { return [] }
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        columns.map { column in
            let isOpen = column == left - 1 && column == columns.last
            return isOpen ? row[column] : row[column].padded(to: widths[column], isRight: column >= left)
        }.joined(separator: "  ")
    }
}

extension String {
    /// The text with spaces after it, or before it, up to a width in characters.
    func padded(to width: Int, isRight: Bool = false) -> String {
        let white = String(repeating: " ", count: max(0, width - count))
        return isRight ? white + self : self + white
    }
}
