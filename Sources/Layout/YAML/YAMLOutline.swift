import Messages

internal import CYaml

/// How much a YAML file may hold: no settings, template or profile comes near.
package enum YAMLLimits {
    /// Bytes of a file: 1 MiB.
    package static let mostBytes = 1 << 20
    /// Values of a file, each as often as it is referred to: 50,000; the hamlets of a province are fewer.
    package static let mostValues = 50_000
    /// Lists and mappings within one another: 16; a template has 5.
    package static let deepest = 16
    /// The greatest number, in whatever unit: 10,000.
    package static let greatestNumber = 10_000.0
}

/// The size of a YAML text, counted as it is parsed, before anything is made of it.
///
/// Yams makes a tree of whatever it gets, by functions that call themselves; libyaml beneath it has events to count.
struct YAMLOutline {
    /// Values in each list or mapping that is open, the outermost first, and the name that stands for it.
    private var open: [(name: String?, values: Int)] = [(nil, 0)]
    private var named: [String: Int] = [:]

    /// Throws `ConfigurationError` where a text is beyond ``YAMLLimits``; what else is wrong is left to its reader.
    static func check(_ text: String, file: String) throws(ConfigurationError) {
        guard text.utf8.count <= YAMLLimits.mostBytes else {
            throw ConfigurationError(
                file: file,
                fault: Message(
                    en: "it is longer than \(YAMLLimits.mostBytes >> 20) MiB",
                    vi: "tệp dài hơn \(YAMLLimits.mostBytes >> 20) MiB"))
        }
        var outline = YAMLOutline()
        guard let (reason, mark) = unsafe Array(text.utf8).withUnsafeBufferPointer({ unsafe outline.read($0) }) else {
            return
        }
        throw ConfigurationError(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1, fault: reason)
    }

    /// Why a text is refused, and where; nil where it is not.
    private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> (reason: Message, mark: yaml_mark_t)? {
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else { return nil }
        defer { unsafe yaml_parser_delete(&parser) }
        unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return nil }
            defer { unsafe yaml_event_delete(&event) }
            switch unsafe event.type {
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return nil
            case YAML_SCALAR_EVENT: unsafe add(1, as: Self.name(event.data.scalar.anchor))
            case YAML_ALIAS_EVENT: unsafe add(Self.name(event.data.alias.anchor).flatMap { named[$0] } ?? 1, as: nil)
            case YAML_SEQUENCE_START_EVENT: unsafe open.append((Self.name(event.data.sequence_start.anchor), 1))
            case YAML_MAPPING_START_EVENT: unsafe open.append((Self.name(event.data.mapping_start.anchor), 1))
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                guard let ended = open.popLast() else { return nil }
                add(ended.values, as: ended.name)
            default: break
            }
            let mark = unsafe event.start_mark
            if open.count > YAMLLimits.deepest + 1 {
                return (
                    Message(
                        en: "lists and names are too deep within one another", vi: "danh sách và tên lồng nhau quá sâu"),
                    mark
                )
            }
            if let last = open.last, last.values > YAMLLimits.mostValues {
                return (Message(en: "there are too many values", vi: "có quá nhiều giá trị"), mark)
            }
        }
    }

    private mutating func add(_ values: Int, as name: String?) {
        if !open.isEmpty { open[open.count - 1].values += values }
        if let name { named[name] = values }
    }

    private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        unsafe anchor.map { unsafe String(cString: $0) }
    }
}
