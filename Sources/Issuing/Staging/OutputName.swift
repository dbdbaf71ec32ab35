/// The name of a file or folder that a run gives in its output folder: one word, which leads nowhere else.
///
/// It is 1 to 255 bytes without `/` and NUL, neither `.` nor `..`, not that of the manifest, and none that begins with
/// `.mocban`, as what is Mocban's own does.
package struct OutputName: Hashable, Sendable, Codable {
    /// What names of Mocban's own folders and files begin with.
    package static let ownPrefix = ".mocban"
    private static let longest = 255

    package let text: String

    package init?(_ text: String) {
        guard (1...Self.longest).contains(text.utf8.count), !text.utf8.contains(where: { $0 == 0 || $0 == 0x2F }),
            text != ".", text != "..", text != StagedFolder.manifestName, !text.hasPrefix(Self.ownPrefix)
        else { return nil }
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no name of a file")
        }
        self = name
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
