import Foundation
import Glibc

/// What the manifest in an output folder says of the run before.
struct EarlierRun {
    private struct Head: Decodable {
        var id: Int?
        var command, created: String
    }
    private struct File: Decodable { var file: String }

    /// Its number in the register; a manifest of an old version has none.
    let id: Int?
    let command, created: String
    /// The names of its PDF files.
    let files: [String]

    /// The run that a folder holds, if it does; a manifest that is not ours is refused, since ours would take its place.
    init?(in out: OutputFolder) throws(MocbanError) {
        guard out.holds(StagedFolder.manifestName) else { return nil }
        let path = out(StagedFolder.manifestName)
        guard let run = EarlierRun(manifest: path) else { throw Self.foreign(path) }
        self = run
    }

    /// The name of a folder for its files.
    var archiveName: String { "earlier-\(command)-" + created.filter(\.isNumber) }

    /// That a file which no run made has a name that one is to have.
    static func foreign(_ path: String) -> MocbanError {
        .outputUnwritable(path: path, reason: "a file of that name, which no earlier run made, is there already")
    }

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
        (id, command, created) = (head.id, head.command, head.created)
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
