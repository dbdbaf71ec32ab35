public import Messages
import Yams

/// A fault of a YAML file, with its line and column.
public struct ConfigurationError: Failure, Equatable {
    /// The file's path.
    public let file: String
    /// The line and the column, from 1; 0 where the whole file is at fault.
    public let line, column: Int
    /// What is wrong, and what would be right.
    public let fault: Message

    package init(file: String, line: Int = 0, column: Int = 0, fault: Message) {
        (self.file, self.line, self.column, self.fault) = (file, line, column, fault)
    }

    /// `FILE:LINE:COLUMN: FAULT`.
    public var message: Message { fault.prefixed(line > 0 ? "\(file):\(line):\(column)" : file) }

    /// Settings, templates and profiles are all files of this kind.
    public var category: FailureCategory { .badConfiguration }
}

/// A value of a YAML file that knows its line and column, so that every error can name it.
package struct YAMLValue {
    let node: Node
    package let file: String

    package static func root(of text: String, file: String) throws(ConfigurationError) -> YAMLMap {
        try YAMLOutline.check(text, file: file)
        let node: Node?
        do {
            // Values are read by what is asked for: no need to compile the patterns that tell a number from a text.
            node = try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw ConfigurationError(yaml: error, file: file)
        } catch {
            throw ConfigurationError(file: file, fault: Message(of: error))
        }
        guard let node else {
            throw ConfigurationError(file: file, fault: Message(en: "the file is empty", vi: "tệp trống"))
        }
        return try YAMLValue(node: node, file: file).map()
    }

    package func fault(_ fault: Message) -> ConfigurationError {
        ConfigurationError(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, fault: fault)
    }

    package func fault(en english: String, vi vietnamese: String) -> ConfigurationError {
        fault(Message(en: english, vi: vietnamese))
    }

    package var isScalar: Bool { if case .scalar = node { true } else { false } }

    package func map() throws(ConfigurationError) -> YAMLMap {
        guard case .mapping(let mapping) = node else {
            throw fault(en: "expected names and values", vi: "cần có tên và giá trị")
        }
        return try YAMLMap(mapping, of: self)
    }

    package func list() throws(ConfigurationError) -> [YAMLValue] {
        guard case .sequence(let sequence) = node else { throw fault(en: "expected a list", vi: "cần một danh sách") }
        return sequence.map { YAMLValue(node: $0, file: file) }
    }

    package func string() throws(ConfigurationError) -> String {
        guard case .scalar(let scalar) = node else { throw fault(en: "expected a text", vi: "cần một đoạn chữ") }
        return scalar.string
    }

    /// A number, in millimetres or points: far from what no paper has.
    package func number() throws(ConfigurationError) -> Double {
        guard case .scalar(let scalar) = node, let value = Double(scalar.string), value.isFinite else {
            throw fault(en: "expected a number", vi: "cần một số")
        }
        guard abs(value) <= YAMLLimits.greatestNumber else {
            throw fault(
                en: "expected a number up to \(Int(YAMLLimits.greatestNumber))",
                vi: "cần một số không quá \(Int(YAMLLimits.greatestNumber))")
        }
        return value
    }

    func flag() throws(ConfigurationError) -> Bool {
        guard let flag = Bool(try string()) else {
            throw fault(en: "expected true or false", vi: "cần ghi true hoặc false")
        }
        return flag
    }

    package func integer(in bounds: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard case .scalar(let scalar) = node, let value = Int(scalar.string), bounds.contains(value) else {
            throw fault(
                en: "expected a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
                vi: "cần một số nguyên từ \(bounds.lowerBound) đến \(bounds.upperBound)")
        }
        return value
    }

    /// A whole number of millimetres or part of one, zero or more.
    package func length() throws(ConfigurationError) -> Length {
        let value = try number()
        guard value >= 0 else {
            throw fault(en: "expected millimetres, zero or more", vi: "cần số milimét, từ 0 trở lên")
        }
        return .mm(value)
    }

    /// A list of so many numbers, named for the error.
    package func numbers(_ names: String...) throws(ConfigurationError) -> [Double] {
        guard case .sequence(let sequence) = node, sequence.count == names.count else {
            throw fault(
                en: "expected [\(names.joined(separator: ", "))] in millimetres",
                vi: "cần [\(names.joined(separator: ", "))] tính bằng milimét")
        }
        return try list().map { value throws(ConfigurationError) in try value.number() }
    }

    func rectangle() throws(ConfigurationError) -> Rectangle {
        let numbers = try numbers("x", "y", "width", "height")
        guard numbers[2] > 0, numbers[3] > 0 else {
            throw fault(en: "width and height must be more than 0", vi: "chiều rộng và chiều cao phải lớn hơn 0")
        }
        return .mm(numbers[0], numbers[1], numbers[2], numbers[3])
    }

    package func choice<Choice>(_: Choice.Type = Choice.self) throws(ConfigurationError) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let text = try string()
        guard let choice = Choice(rawValue: text) else {
            throw fault(
                en: "'\(text)' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))",
                vi: "“\(text)” không phải là một trong: " + "\(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        return choice
    }
}

package struct YAMLMap {
    /// The mapping itself, for an error about the whole of it.
    package let value: YAMLValue
    /// The entries in the file's order.
    package let entries: [(name: String, key: YAMLValue, value: YAMLValue)]

    init(_ mapping: Node.Mapping, of value: YAMLValue) throws(ConfigurationError) {
        self.value = value
        entries = try mapping.map { key, entry throws(ConfigurationError) in
            let key = YAMLValue(node: key, file: value.file)
            return (try key.string(), key, YAMLValue(node: entry, file: value.file))
        }
    }

    package subscript(name: String) -> YAMLValue? { entries.first { $0.name == name }?.value }

    package func required(_ name: String) throws(ConfigurationError) -> YAMLValue {
        guard let value = self[name] else { throw value.fault(en: "'\(name)' is missing", vi: "thiếu “\(name)”") }
        return value
    }

    /// Refuses every name but these: a misspelt one must not pass unread.
    package func allow(_ names: [String]) throws(ConfigurationError) {
        for entry in entries where !names.contains(entry.name) {
            throw entry.key.fault(
                en: "'\(entry.name)' is not known here; names are \(names.joined(separator: ", "))",
                vi: "ở đây không có “\(entry.name)”; các tên là \(names.joined(separator: ", "))")
        }
    }
}

extension ConfigurationError {
    init(yaml error: YamlError, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(
                file: file, line: mark.line, column: mark.column,
                fault: Message(en: "not YAML: \(problem)", vi: "không phải là YAML: \(problem)"))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            let mark = context.mark
            self.init(
                file: file, line: mark.line, column: mark.column,
                fault: Message(en: "\(names) stands twice", vi: "\(names) có hai lần"))
        default:
            // Yams shows the text itself on lines of its own.
            let words = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            self.init(file: file, fault: Message(en: "not YAML: \(words)", vi: "không phải là YAML: \(words)"))
        }
    }
}
