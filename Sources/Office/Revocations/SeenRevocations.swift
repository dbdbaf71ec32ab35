package import Files
import Foundation
import Glibc
package import Messages
package import Payload
package import SystemPackage

/// The newest revocation list that a gate has seen, in a file of its own beside the list.
///
/// The list's file alone could be taken away, or an older one copied over it; this one knows of it.
package struct SeenRevocations: Codable, Equatable, Sendable {
    package var unit, sequence: UInt64
    /// When the list was made, in ISO 8601.
    package var issued: String
    /// The SHA-256 of the list's file, 64 hexadecimal digits.
    package var sha256: String

    package init(_ list: RevocationList, bytes: [UInt8]) {
        (unit, sequence) = (list.unit.rawValue, list.sequence)
        issued = list.issued.description
        sha256 = FileDigest.of(bytes).hexadecimal
    }

    package enum Memory: Sendable {
        case nothing
        case seen(SeenRevocations)
        /// Something is there, and is none of these files.
        case damaged

        /// The newest list, where that is known.
        package var seen: SeenRevocations? { if case .seen(let seen) = self { seen } else { nil } }
    }

    // A whole one has 200 bytes.
    private static let sizeLimit = 4096

    /// Reads a file; what is there and cannot be read is damaged.
    package static func memory(_ path: String) -> Memory {
        do throws(FileError) {
            guard let bytes = try PlainFile.bytes(of: path, limit: sizeLimit) else { return .nothing }
            guard let seen = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
                [UInt8](hexadecimal: seen.sha256)?.count == 32, Timestamp(seen.issued) != nil
            else { return .damaged }
            return .seen(seen)
        } catch {
            return .damaged
        }
    }

    /// Writes it as one line of JSON, whole or not at all; throws `FileError.unwritable`.
    package func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var status = stat()
        // A pipe or a link that somebody has put there is nothing to keep; a folder is not ours to remove.
        if unsafe lstat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
            _ = unsafe unlink(path)
        }
        try AtomicFile.write(Array(try encoder.encode(self)) + [0x0A], to: path)
    }

    /// Why a list that is another than this one may not take its place; nil where it is newer.
    package func refusal(of list: SeenRevocations) -> KeptListError? {
        guard list.unit == unit else { return .revocationsOfOtherUnit(offered: list.unit, kept: unit) }
        guard list.sequence != sequence else {
            return list.sha256 == sha256 ? nil : .otherRevocations(number: sequence)
        }
        return list.sequence > sequence ? nil : .olderRevocations(offered: list.numberAndDate, kept: numberAndDate)
    }

    package var numberAndDate: Message {
        Message(en: "number \(sequence) of \(issued)", vi: "số \(sequence) lập lúc \(issued)")
    }
}

/// Files that are small and plain: nothing else in a file's place is waited for or read without end.
package enum PlainFile {
    /// A file's bytes, so many at most; nil where there is nothing of the name.
    ///
    /// Throws `FileError.unreadable` for a link that leads nowhere, for a folder, a pipe or a device, and for what
    /// may not be read.
    package static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8]? {
        do { return try RegularFile(path, limit: limit).bytes } catch {
            guard error == .system(.noSuchFileOrDirectory) else {
                throw .unreadable(path: path, reason: error.message)
            }
            guard (try? Stat(FilePath(path), followTargetSymlink: false)) != nil else { return nil }
            throw .unreadable(
                path: path, reason: Message(en: "it is a link that leads nowhere", vi: "là liên kết không dẫn đến đâu"))
        }
    }

    /// The bytes of an open file or pipe, so many at most; throws `FileError.unreadable`.
    package static func bytes(
        of descriptor: FileDescriptor, path: String, limit: Int
    ) throws(FileError) -> [UInt8] {
        try reading(path) { try descriptor.allBytes(atMost: limit, piece: FileDigest.chunk) }
    }
}
