import Messages

/// A template's text with its fields: `Hộ {household}[ · {relation}]`.
///
/// A part in square brackets is left out where any of its fields is empty. `{{`, `}}`, `[[` and `]]` stand for the
/// characters themselves.
public struct TextPattern: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case literal(String)
        case field(Field)
    }

    /// Pieces that are printed or left out together.
    struct Part: Hashable, Sendable {
        var pieces: [Piece]
        var isOptional: Bool
    }

    enum Fault: Told, Equatable {
        case unknownField(String)
        case unbalanced(Character)

        var message: Message {
            switch self {
            case .unknownField(let name):
                Message(
                    en: "there is no field {\(name)}; fields are "
                        + "\(Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: " "))",
                    vi: "không có trường {\(name)}; các trường là "
                        + "\(Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: " "))")
            case .unbalanced(let character):
                Message(
                    en: "'\(character)' without its partner; write it twice to print it",
                    vi: "“\(character)” thiếu dấu đi cùng; muốn in ra thì viết hai lần")
            }
        }
    }

    /// The text as the template has it.
    public let source: String
    let parts: [Part]

    init(_ source: String) throws(Fault) {
        self.source = source
        parts = try Self.parse(source)
    }

    /// Whether the text is the same for every card.
    public var isFixed: Bool { fields.isEmpty }

    /// The fields that the text names.
    public var fields: [Field] {
        parts.flatMap { part in part.pieces.compactMap { if case .field(let field) = $0 { field } else { nil } } }
    }

    /// The text with its fields filled in; nil where a field outside brackets is empty.
    public func filled(with values: FieldValues) -> String? {
        var text = ""
        for part in parts {
            var partial = ""
            var isEmpty = false
            for piece in part.pieces {
                switch piece {
                case .literal(let literal): partial += literal
                case .field(let field):
                    let value = values[field]
                    if value.isEmpty { isEmpty = true }
                    partial += value
                }
            }
            if !isEmpty { text += partial } else if !part.isOptional { return nil }
        }
        return text
    }

    private static func parse(_ source: String) throws(Fault) -> [Part] {
        var parts: [Part] = []
        var pieces: [Piece] = []
        var literal = ""
        var isOptional = false
        func endLiteral() {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = ""
        }
        func endPart() {
            endLiteral()
            if !pieces.isEmpty { parts.append(Part(pieces: pieces, isOptional: isOptional)) }
            pieces = []
        }
        var rest = Substring(source)
        while let character = rest.popFirst() {
            switch character {
            case "{", "}", "[", "]":
                if rest.first == character {
                    rest.removeFirst()
                    literal.append(character)
                } else if character == "{" {
                    guard let end = rest.firstIndex(of: "}") else { throw .unbalanced("{") }
                    let name = String(rest[..<end])
                    guard let field = Field(rawValue: name) else { throw .unknownField(name) }
                    endLiteral()
                    pieces.append(.field(field))
                    rest = rest[rest.index(after: end)...]
                } else if character == "[" && !isOptional {
                    endPart()
                    isOptional = true
                } else if character == "]" && isOptional {
                    endPart()
                    isOptional = false
                } else {
                    throw .unbalanced(character)
                }
            default: literal.append(character)
            }
        }
        guard !isOptional else { throw .unbalanced("[") }
        endPart()
        return parts
    }
}
