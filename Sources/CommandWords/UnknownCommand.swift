package import ArgumentParser
package import Messages
import VietnameseText

/// A word of the arguments that stands where a command's name is to stand, and is none.
package struct UnknownCommand {
    /// The word.
    package let word: String
    /// The command whose subcommands were looked through.
    package let group: any ParsableCommand.Type
    /// The names that lead to it, the program's own first.
    package let path: [String]
    /// The name that was meant, perhaps.
    package let guess: String?

    /// Finds it; nil where each word that is to be a command's name is one.
    package init?(in arguments: [String], root: any ParsableCommand.Type) {
        var group = root
        var path = [root.configuration.commandName ?? ""]
        var isValue = false
        for argument in arguments.options {
            // The one option with a value that stands before a command.
            if isValue {
                isValue = false
                continue
            }
            isValue = argument == "--language"
            guard !argument.hasPrefix("-") else { continue }
            let subcommands = group.configuration.subcommands
            guard !subcommands.isEmpty, argument != "help" || path.count > 1 else { return nil }
            guard let next = subcommands.first(where: { $0.configuration.commandName == argument }) else {
                word = argument
                self.group = group
                self.path = path
                guess = Self.nearest(to: argument, of: subcommands.compactMap { $0.configuration.commandName })
                return
            }
            group = next
            path.append(argument)
        }
        return nil
    }

    /// The name that differs least, in two letters at most and not in half of its own; nil where none is near.
    package static func nearest(to word: String, of names: [String]) -> String? {
        let typed = Array(word.lowercased().utf8)
        return names.compactMap { name in
            EditDistance.upToTwo(typed, Array(name.utf8)).map { (name: name, distance: $0) }
        }.filter { $0.distance * 2 < $0.name.utf8.count }.min { $0.distance < $1.distance }?.name
    }

    /// What is said of it.
    package var message: Message {
        Message(
            en: "Unknown command '\(word)'" + (guess.map { ". Did you mean '\($0)'?" } ?? ""),
            vi: "Không có lệnh '\(word)'" + (guess.map { ". Có phải là '\($0)'?" } ?? ""))
    }
}
