package import Files
import Foundation
import Messages
package import Payload
package import SystemPackage

/// What the manifest in an output folder says of the run before.
package struct EarlierRun {
    private struct Head: Decodable {
        var id: Int?
        var command, created: String
    }
    private struct File: Decodable { var file: String }

    private static let commands = ["cards", "posters", "reprint", "reissue"]
    // A line of all files of a province has some millions of bytes.
    private static let longestLine = 1 << 28

    /// Its number in the register; a manifest of an old version has none.
    package let id: Int?
    package let command: String
    package let created: Timestamp
    package let files: [OutputName]

    /// The run that a folder holds, if it does; a manifest that is not ours is refused, since ours would take its place.
    package init?(in out: OutputFolder) throws(FileError) {
        guard out.holds(StagedFolder.manifestName) else { return nil }
        guard let file = out.entries.open(StagedFolder.manifestName), let run = EarlierRun(manifest: file) else {
            throw Self.foreign(out(StagedFolder.manifestName))
        }
        self = run
    }

    package var archiveName: String { "earlier-\(command)-" + created.description.filter(\.isNumber) }

    /// That a file which no run made has a name that one is to have.
    package static func foreign(_ path: String) -> FileError {
        .unwritable(
            path: path,
            reason: Message(
                en: "a file of that name, which no earlier run made, is there already",
                vi: "đã có sẵn tệp mang tên đó mà không do đợt in trước nào tạo ra"))
    }

    /// Reads a manifest out of an open file, which is closed then; nil where it is none of ours.
    ///
    /// Only two of its lines are decoded: those of the cards may be a million. Nobody vouches for any of it: its command is
    /// one that there is, its time is a time, and names that no run gives are left out.
    package init?(manifest file: FileDescriptor) {
        defer { try? file.close() }
        var lines = Lines(file: file)
        var head: Head?
        var files: [File]?
        while files == nil, let line = lines.next() {
            if head == nil {
                head = Self.decode(Head.self, after: Manifest.runMark, in: line)
            } else {
                files = Self.decode([File].self, after: Manifest.filesMark, in: line)
            }
        }
        guard let head, let files, Self.commands.contains(head.command), let created = Timestamp(head.created) else {
            return nil
        }
        (id, command, self.created) = (head.id, head.command, created)
        self.files = files.compactMap { OutputName($0.file) }
    }

    /// Decodes a line that begins with a mark and ends in a comma.
    private static func decode<Value: Decodable>(_: Value.Type, after mark: String, in line: [UInt8]) -> Value? {
        guard line.starts(with: mark.utf8), line.last == UInt8(ascii: ",") else { return nil }
        return try? JSONDecoder().decode(Value.self, from: Data(line.dropFirst(mark.utf8.count).dropLast()))
    }

    /// The lines of an open file without their ends, one in memory at a time; they end early at one that is too long.
    private struct Lines {
        let file: FileDescriptor
        private var buffer: ArraySlice<UInt8> = []
        private var isAtEnd = false

        init(file: FileDescriptor) { self.file = file }

        mutating func next() -> [UInt8]? {
            var line: [UInt8] = []
            while line.count <= EarlierRun.longestLine {
                if buffer.isEmpty, !isAtEnd {
                    guard let bytes = try? file.bytes(FileDigest.chunk) else { return nil }
                    isAtEnd = bytes.isEmpty
                    buffer = bytes[...]
                }
                if isAtEnd { return line.isEmpty ? nil : line }
                let end = buffer.firstIndex(of: 0x0A) ?? buffer.endIndex
                line += buffer[..<end]
                let isWhole = end < buffer.endIndex
                buffer = buffer[(isWhole ? end + 1 : end)...]
                if isWhole { return line }
            }
            return nil
        }
    }
}
