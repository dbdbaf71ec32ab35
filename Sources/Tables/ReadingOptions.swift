package import VietnameseText

/// What a person says of a file beforehand; what is not said is found from the file.
package struct ReadingOptions: Equatable, Sendable {
    /// The encoding of a CSV file.
    package var encoding: TextEncoding?
    package var sheet: String?
    /// A copy that is read in place of a pipe, whose bytes come only once; messages name the pipe.
    package var copy: String?
    /// Bytes that a read asks for.
    package var chunk = FileInput.usualChunk

    package init(encoding: TextEncoding? = nil, sheet: String? = nil) {
        (self.encoding, self.sheet) = (encoding, sheet)
    }
}
