import Foundation

/// What ArgumentParser itself says, in Vietnamese: it has English alone.
///
/// Each kind of message is known by its exact form; what has none of these forms stays as it is.
package enum ParserWords {
    /// A page of help, whose lines are not wrapped yet, in Vietnamese and at most so wide.
    package static func help(_ text: String, width: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.map { wrapped(helpLine($0), width: width) }.joined(separator: "\n")
    }

    /// A message about wrong usage, of several lines, in Vietnamese.
    package static func wrongUsage(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { usageLine(String($0)) }
            .joined(separator: "\n")
    }

    // MARK: Help

    private static let headings = [
        ("OVERVIEW: ", "GIỚI THIỆU: "), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"),
        ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"),
    ]

    private static func helpLine(_ line: String) -> String {
        for (english, vietnamese) in headings where line.hasPrefix(english) {
            return vietnamese + synopsis(line.dropFirst(english.count))
        }
        var line = line
        if let match = line.wholeMatch(of: #/  See '(.+) <subcommand>' for detailed help\./#) {
            return "  Xem '\(match.1) <lệnh>' để biết chi tiết."
        }
        for (english, vietnamese) in [
            ("Show the version.", "Cho biết phiên bản."), ("Show help information.", "Hiện hướng dẫn này."),
            ("(default as flag: ", "(mặc định khi ghi như cờ: "),
        ] { line = line.replacing(english, with: vietnamese) }
        // These are the last on their line.
        if let match = line.wholeMatch(of: #/(.*)\(values: (.+); default: (.+)\)/#) {
            return "\(match.1)(các giá trị: \(match.2); mặc định: \(match.3))"
        }
        if let match = line.wholeMatch(of: #/(.*)\(values: (.+)\)/#) { return "\(match.1)(các giá trị: \(match.2))" }
        if let match = line.wholeMatch(of: #/(.*)\(default: (.+)\)/#) { return "\(match.1)(mặc định: \(match.2))" }
        if let match = line.wholeMatch(of: #/(  [a-z-]+) \(default\)(.*)/#) { return "\(match.1) (mặc định)\(match.2)" }
        return line
    }

    private static func synopsis(_ words: Substring) -> String {
        String(words).replacing("<subcommand>", with: "<lệnh>").replacing("[<options>]", with: "[<tùy chọn>]")
    }

    /// Where the words about an option begin, and those of its discussion.
    private static let (column, discussion) = (26, 8)

    /// A line in several of at most so many characters, those after the first below its words, as ArgumentParser does.
    private static func wrapped(_ line: String, width: Int) -> String {
        let indent = line.prefix { $0 == " " }.count
        let isOption = indent == 2 && line.count > column && line.dropFirst(column - 2).first == " "
        let hanging = line.hasPrefix("CÁCH DÙNG: ") ? 11 : isOption ? column : indent >= discussion ? indent : 0
        guard line.count > width, width > hanging + 10 else { return line }
        var lines: [String] = []
        var rest = line[...]
        while rest.count > width - (lines.isEmpty ? 0 : hanging) {
            let most = width - (lines.isEmpty ? 0 : hanging)
            // A word that is wider than the line keeps one of its own.
            let start = rest.index(rest.startIndex, offsetBy: lines.isEmpty ? max(hanging, indent) : 0)
            let end = rest.index(rest.startIndex, offsetBy: most + 1)
            guard let space = rest[start..<end].lastIndex(of: " ") ?? rest[end...].firstIndex(of: " ") else { break }
            lines.append(String(rest[..<space]))
            rest = rest[rest.index(after: space)...]
        }
        lines.append(String(rest))
        return lines.joined(separator: "\n" + String(repeating: " ", count: hanging))
    }

    // MARK: Wrong usage

    private static func usageLine(_ line: String) -> String {
        if line.hasPrefix("Error: ") { return "Lỗi: " + fault(String(line.dropFirst(7))) }
        if line.hasPrefix("Help:  ") { return "Giải thích:  " + line.dropFirst(7) }
        if line.hasPrefix("Usage: ") {
            return "Cách dùng: " + synopsis(line.dropFirst(7))
        }
        if let match = line.wholeMatch(of: #/  See '(.+)' for more information\./#) {
            return "  Xem '\(match.1)' để biết thêm."
        }
        if let match = line.wholeMatch(of: #/   or: (.+) in '(.+)'/#) {
            return "   hoặc: \(fault(String(match.1))) trong '\(match.2)'"
        }
        return line
    }

    /// What is wrong, in Vietnamese; a text that ArgumentParser does not make stays as it is.
    package static func fault(_ text: String) -> String {
        if let match = text.wholeMatch(of: #/Unknown option '([^']*)'(?:\. Did you mean '([^']*)'\?)?/#) {
            return "Không có tùy chọn '\(match.1)'" + guess(match.2)
        }
        if let match = text.wholeMatch(of: #/Unexpected argument '(.*?)'(?:\. Did you mean '([^']*)'\?)?/#) {
            return "Thừa tham số '\(match.1)'" + guess(match.2)
        }
        if let match = text.wholeMatch(of: #/(\d+) unexpected arguments: (.+)/#) {
            return "Thừa \(match.1) tham số: \(match.2)"
        }
        if let match = text.wholeMatch(of: #/Missing value for '(.+)'/#) { return "Thiếu giá trị cho '\(match.1)'" }
        if let match = text.wholeMatch(of: #/Missing expected argument '(.+)'/#) { return "Thiếu tham số '\(match.1)'" }
        if let match = text.wholeMatch(of: #/Missing one of: (.+)/#) {
            return "Thiếu một trong các tham số: \(match.1)"
        }
        if text == "Missing required subcommand." { return "Thiếu lệnh con." }
        if let match = text.wholeMatch(of: #/The option '(.+)' does not take any value, but '(.*)' was specified\./#) {
            return "Tùy chọn '\(match.1)' không nhận giá trị, nhưng đã ghi '\(match.2)'."
        }
        if let match = text.wholeMatch(of: #/The value '(.*)' is invalid for '(.+?)'(.*)/#) {
            return "Giá trị '\(match.1)' không hợp lệ cho '\(match.2)'" + choices(String(match.3))
        }
        if let match = text.wholeMatch(of: #/Invalid option: (.+)/#) { return "Tùy chọn không hợp lệ: \(match.1)" }
        if let match = text.wholeMatch(
            of: #/Value to be set with (?:flag )?(.+) had already been set with (?:flag )?(.+)/#)
        {
            return "Đã ghi \(match.2) thì không ghi \(match.1) nữa"
        }
        return text
    }

    private static func guess(_ word: Substring?) -> String { word.map { ". Có phải là '\($0)'?" } ?? "" }

    private static func choices(_ text: String) -> String {
        if text == ". Please provide one of the following:" { return ". Hãy chọn một trong các giá trị sau:" }
        guard let match = text.wholeMatch(of: /\. Please provide one of (.+)\./) else { return text }
        let values = match.1.replacing("' and '", with: "' hoặc '").replacing("' or '", with: "' hoặc '")
        return ". Hãy chọn \(values)."
    }
}
