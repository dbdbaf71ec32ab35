package import VietnameseText

/// What a person says of a file beforehand; what is not said is found from the file.
package struct ReadingOptions: Equatable, Sendable {
    /// The encoding of a CSV file.
    package var encoding: TextEncoding?
    package var sheet: String?
    /// The hamlet and the commune of all rows, where the file names them in no column.
    package var hamlet, commune: String?
    /// A copy that is read in place of a pipe, whose bytes come only once; messages name the pipe.
    package var copy: String?
    /// Bytes that a read asks for.
    package var chunk = FileInput.usualChunk

    package init(
        encoding: TextEncoding? = nil, sheet: String? = nil, hamlet: String? = nil, commune: String? = nil
    ) {
        (self.encoding, self.sheet, self.hamlet, self.commune) = (encoding, sheet, hamlet, commune)
    }
}
