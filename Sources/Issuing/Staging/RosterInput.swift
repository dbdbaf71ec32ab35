package import Files
import Foundation
import SystemPackage
package import Tables

/// A roster's file that a run prints, with the SHA-256 of its bytes.
///
/// What a pipe gives is copied first, since its bytes come once and must be known before anything is read of them.
package final class RosterInput {
    /// The file that is read, as it was given.
    package let path: String
    /// The name without its folder.
    package var name: String { (original as NSString).lastPathComponent }
    /// The SHA-256 in hexadecimal; of a pipe once it is copied.
    package private(set) var digest = ""
    package private(set) var options: ReadingOptions

    private let original: String
    private let stamp: FileStamp
    private var copy: ScratchFile?

    /// Looks at a file, or, where it was converted, at its original.
    ///
    /// Throws `TableError.missing` or `unreadable`.
    package init(_ path: String, convertedFrom original: String?, options: ReadingOptions) throws {
        self.path = path
        self.original = original ?? path
        self.options = options
        guard let stamp = FileStamp(self.original) else { throw TableError.missing(path: path) }
        self.stamp = stamp
        guard stamp.isRegular else { return }
        var digest = FileDigest()
        do { try digest.add(file: self.original) } catch { throw TableError(path: self.original, error) }
        self.digest = digest.text
        try check()
    }

    /// Copies what a pipe gives into a nameless file of a folder; of a file that can be read twice, nothing.
    package func copyPipe(into folder: String) throws {
        guard !stamp.isRegular else { return }
        let copy = try ScratchFile(in: folder)
        var digest = FileDigest()
        do {
            let pipe = try FileDescriptor.open(path, .readOnly)
            defer { try? pipe.close() }
            while case let bytes = try pipe.bytes(FileDigest.chunk), !bytes.isEmpty {
                try Task.checkCancellation()
                digest.add(bytes)
                try copy.write(bytes)
            }
        } catch let error as Errno { throw TableError(path: path, error) }
        self.digest = digest.text
        self.copy = copy
        options.copy = copy.path
    }

    /// Throws `FileError.changed` where the file is no longer what it was.
    package func check() throws(FileError) {
        if stamp.isRegular, FileStamp(original) != stamp { throw .changed(path: original) }
    }
}
