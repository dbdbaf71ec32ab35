/// A text for matching: without accents, đ and case.
package struct FoldedText: Hashable, Sendable {
    /// The folded text: `phu le` for `Phú Lễ`.
    package let text: String

    /// Folds a text, composed or decomposed; what is no Latin letter stays as it is.
    package init(_ text: String) {
        self.text = LatinFolding.folded(text)
    }
}
