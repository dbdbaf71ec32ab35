public import Messages
import Yams

/// A fault of a YAML file, with its line and column.
public struct ConfigurationError: Failure, Equatable {
    /// The file's path.
    public let file: String
    /// The line and the column, from 1; 0 where the whole file is at fault.
    public let line, column: Int
    /// What is wrong, and what would be right.
    public let message: String

    package init(file: String, line: Int = 0, column: Int = 0, message: String) {
        (self.file, self.line, self.column, self.message) = (file, line, column, message)
    }

    /// `FILE:LINE:COLUMN: MESSAGE`.
    public var description: String { line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)" }

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
            throw ConfigurationError(file: file, message: "\(error)")
        }
        guard let node else { throw ConfigurationError(file: file, message: "the file is empty") }
        return try YAMLValue(node: node, file: file).map()
    }

    package func fault(_ message: String) -> ConfigurationError {
        ConfigurationError(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, message: message)
    }

    package var isScalar: Bool { if case .scalar = node { true } else { false } }

    package func map() throws(ConfigurationError) -> YAMLMap {
        guard case .mapping(let mapping) = node else { throw fault("expected names and values") }
        return try YAMLMap(mapping, of: self)
    }

    package func list() throws(ConfigurationError) -> [YAMLValue] {
        guard case .sequence(let sequence) = node else { throw fault("expected a list") }
        return sequence.map { YAMLValue(node: $0, file: file) }
    }

    package func string() throws(ConfigurationError) -> String {
        guard case .scalar(let scalar) = node else { throw fault("expected a text") }
        return scalar.string
    }

    /// A number, in millimetres or points: far from what no paper has.
    package func number() throws(ConfigurationError) -> Double {
        guard case .scalar(let scalar) = node, let value = Double(scalar.string), value.isFinite else {
            throw fault("expected a number")
        }
        guard abs(value) <= YAMLLimits.greatestNumber else {
            throw fault("expected a number up to \(Int(YAMLLimits.greatestNumber))")
        }
        return value
    }

    func flag() throws(ConfigurationError) -> Bool {
        guard let flag = Bool(try string()) else { throw fault("expected true or false") }
        return flag
    }

    package func integer(in bounds: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard case .scalar(let scalar) = node, let value = Int(scalar.string), bounds.contains(value) else {
            throw fault("expected a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return value
    }

    /// A whole number of millimetres or part of one, zero or more.
    package func length() throws(ConfigurationError) -> Length {
        let value = try number()
        guard value >= 0 else { throw fault("expected millimetres, zero or more") }
        return .mm(value)
    }

    /// A list of so many numbers, named for the error.
    package func numbers(_ names: String...) throws(ConfigurationError) -> [Double] {
        guard case .sequence(let sequence) = node, sequence.count == names.count else {
            throw fault("expected [\(names.joined(separator: ", "))] in millimetres")
        }
        return try list().map { value throws(ConfigurationError) in try value.number() }
    }

    func rectangle() throws(ConfigurationError) -> Rectangle {
        let numbers = try numbers("x", "y", "width", "height")
        guard numbers[2] > 0, numbers[3] > 0 else { throw fault("width and height must be more than 0") }
        return .mm(numbers[0], numbers[1], numbers[2], numbers[3])
    }

    package func choice<Choice>(_: Choice.Type = Choice.self) throws(ConfigurationError) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let text = try string()
        guard let choice = Choice(rawValue: text) else {
            throw fault("'\(text)' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
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
        guard let value = self[name] else { throw value.fault("'\(name)' is missing") }
        return value
    }

    /// Refuses every name but these: a misspelt one must not pass unread.
    package func allow(_ names: [String]) throws(ConfigurationError) {
        for entry in entries where !names.contains(entry.name) {
            throw entry.key.fault("'\(entry.name)' is not known here; names are \(names.joined(separator: ", "))")
        }
    }
}

extension ConfigurationError {
    init(yaml error: YamlError, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, column: mark.column, message: "not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            let mark = context.mark
            self.init(file: file, line: mark.line, column: mark.column, message: "\(names) stands twice")
        default:
            // Yams shows the text itself on lines of its own.
            let words = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            self.init(file: file, message: "not YAML: \(words)")
        }
    }
}
