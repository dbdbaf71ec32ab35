/// Texts as their bytes: two forms of one letter differ, and no normal form is looked for.
enum ByteText {
    /// Whether two texts have the same bytes.
    static func areSame(_ one: String, _ other: String) -> Bool {
        let (first, second) = (one.utf8Span.span, other.utf8Span.span)
        guard first.count == second.count else { return false }
        for index in first.indices where first[index] != second[index] { return false }
        return true
    }
}
