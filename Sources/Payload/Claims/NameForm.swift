/// How much of a holder's name an office puts into the payload.
public enum NameForm: String, Sendable, Hashable, CaseIterable {
    /// The whole name.
    case full
    /// The given (last) word, and the first letter of every other: `Nguyễn Thị Hương` becomes `N. T. Hương`.
    case masked
    /// No name.
    case none

    /// The name in this form; `nil` where there is to be none.
    public func apply(to name: String) -> String? {
        switch self {
        case .full: return name
        case .masked:
            let words = name.split(whereSeparator: \.isWhitespace)
            guard let given = words.last else { return "" }
            let initials = words.dropLast().map { "\($0.prefix(1)). " }
            return initials.joined() + given
        case .none: return nil
        }
    }
}
