package import Messages

/// The language of a process: what its arguments say, else its office's settings, else the system's, else a usual one.
package struct LanguageChoice {
    /// The arguments, without the program's own name.
    private let arguments: [String]
    /// The environment's variables.
    private let environment: [String: String]
    /// Whether a folder holds an office, and the language that its settings choose.
    private let office: (_ folder: String) -> (isThere: Bool, language: Language?)

    /// What a process knows of itself; `office` answers for a folder.
    package init(
        arguments: [String], environment: [String: String],
        office: @escaping (_ folder: String) -> (isThere: Bool, language: Language?)
    ) {
        (self.arguments, self.environment, self.office) = (arguments, environment, office)
    }

    package var language: Language {
        if let asked = Self.value(of: "--language", in: arguments).flatMap(Language.init(rawValue:)) { return asked }
        let office = office(Self.value(of: "--office", in: arguments) ?? ".")
        return office.language ?? system ?? (office.isThere ? .vietnamese : .english)
    }

    /// What the first of the locale's variables that is there says; nil for `C` and for other languages.
    private var system: Language? {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else { return nil }
        return Language.allCases.first { language in
            guard locale.lowercased().hasPrefix(language.rawValue) else { return false }
            // `vi_VN.UTF-8`, `vi`, `vi.UTF-8`; not the Venda or Enga of longer codes.
            return locale.dropFirst(language.rawValue.count).first.map { !$0.isLetter } ?? true
        }
    }

    /// The last value of an option, `--name value` or `--name=value`, of the arguments that may be options.
    private static func value(of name: String, in arguments: [String]) -> String? {
        let options = arguments.options
        var found: String?
        for (index, argument) in options.enumerated() {
            if argument == name, index + 1 < options.count {
                found = options[index + 1]
            } else if argument.hasPrefix(name + "=") {
                found = String(argument.dropFirst(name.count + 1))
            }
        }
        return found
    }
}

extension [String] {
    /// The arguments before `--`, behind which none is an option.
    package var options: ArraySlice<String> { Array(prefix { $0 != "--" })[...] }
}
