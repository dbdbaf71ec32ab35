public import Files

/// Where a text is not the JSON of a key file, and why.
public struct JSONFault: Failure, Hashable {
    /// What is wrong.
    public enum Problem: String, Sendable, Hashable {
        /// The text ends before its value does.
        case cutShort = "the text ends too early"
        /// Arrays and objects are nested more than 64 deep.
        case tooDeep = "arrays and objects are nested too deep"
        /// A byte order mark stands before the text.
        case byteOrderMark = "there is a byte order mark before the text: save it as UTF-8 without one"
        /// A character does not belong where it stands: a comma before a bracket, a comment, a bare word.
        case unexpectedCharacter = "a character does not belong here"
        /// A string has a control character, an unknown escape or half a surrogate pair.
        case wrongString = "the string has a character or an escape that JSON does not have"
        /// A number is not written as JSON writes numbers.
        case wrongNumber = "the number is not written as in JSON"
        /// An object has a member of this name already, perhaps written otherwise.
        case doubledMember = "the object has a member of this name already"
        /// Something follows the text's value.
        case bytesAfterEnd = "there is something after the end"
    }

    /// The line, from 1.
    public let line: Int
    /// The character in the line, from 1.
    public let column: Int
    /// What is wrong there.
    public let problem: Problem

    /// Bad configuration.
    public var category: FailureCategory { .badConfiguration }

    /// The position and what is wrong there in words.
    public var description: String { "line \(line), column \(column): \(problem.rawValue)" }
}
