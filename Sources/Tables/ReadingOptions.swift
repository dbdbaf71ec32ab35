public import VietnameseText

/// What a person says of a file beforehand; what is not said is found from the file.
public struct ReadingOptions: Equatable, Sendable {
    /// The encoding of a CSV file.
    public var encoding: TextEncoding?
    /// The name of a workbook's sheet.
    public var sheet: String?
    /// A copy that is read in place of a pipe, whose bytes come only once; messages name the pipe.
    package var copy: String?
    /// Bytes that a read asks for.
    package var chunk = FileInput.usualChunk

    /// Makes options.
    public init(encoding: TextEncoding? = nil, sheet: String? = nil) {
        self.encoding = encoding
        self.sheet = sheet
    }
}
