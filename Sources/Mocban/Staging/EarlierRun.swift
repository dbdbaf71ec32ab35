import Foundation
import Glibc

/// What the manifest in an output folder says of the run before.
struct EarlierRun {
    private struct Head: Decodable { var command, roster, created: String }
    private struct File: Decodable { var file: String }

    let command, roster, created: String
    /// The names of its PDF files.
    let files: [String]

    /// Reads a manifest; nil where the file is none of ours.
    ///
    /// Only two of its lines are decoded: those of the cards may be a million.
    init?(manifest path: String) {
        guard let stream = unsafe fopen(path, "re") else { return nil }
        defer { unsafe fclose(stream) }
        var line: UnsafeMutablePointer<CChar>?
        defer { unsafe free(line) }
        var capacity = 0
        var head: Head?
        var files: [File]?
        while files == nil, case let count = unsafe getline(&line, &capacity, stream), count > 0 {
            let bytes = unsafe UnsafeRawBufferPointer(start: line, count: count)
            if head == nil {
                unsafe head = Self.decode(Head.self, after: Manifest.runMark, in: bytes)
            } else {
                unsafe files = Self.decode([File].self, after: Manifest.filesMark, in: bytes)
            }
        }
        guard let head, let files else { return nil }
        (command, roster, created) = (head.command, head.roster, head.created)
        // A name with a slash is none that a run gives, and could lead out of the folder.
        self.files = files.map(\.file).filter { !$0.contains("/") }
    }

    /// Decodes a line that begins with a mark and ends in a comma and a line feed.
    private static func decode<Value: Decodable>(
        _: Value.Type, after mark: String, in line: UnsafeRawBufferPointer
    ) -> Value? {
        guard unsafe line.starts(with: mark.utf8) else { return nil }
        return try? JSONDecoder().decode(Value.self, from: unsafe Data(line.dropFirst(mark.utf8.count).dropLast(2)))
    }
}
