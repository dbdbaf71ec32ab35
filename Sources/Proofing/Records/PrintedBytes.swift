package import Files
import Glibc
import Messages
package import Rasterising
package import Register
import SystemPackage

/// What the register says of a PDF file's bytes.
package enum PrintedBytes: Sendable {
    /// A run printed this file.
    case registered
    /// The run printed another file of the name; both SHA-256 in hexadecimal digits.
    case changed(run: Int, registered: String, found: String)
    /// No run printed a file of the name, or of these bytes.
    case unknown(found: String)

    /// Looks up a file of a SHA-256, a name and the run of its manifest, where it has one.
    package init(_ digest: [UInt8], of name: String, in run: PrintedManifest.Run?, _ snapshot: Register.Snapshot) throws
    {
        var files = try snapshot.printedFiles(named: name)
        if let number = run?.id, let clock = run?.clock, try snapshot.hasRun(number, at: clock) {
            files.removeAll { $0.run != number }
        }
        if files.contains(where: { $0.sha256 == digest }) {
            self = .registered
        } else if let last = files.last {
            self = .changed(run: last.run, registered: last.sha256.hexadecimal, found: digest.hexadecimal)
        } else {
            self = try snapshot.hasPrintedFile(sha256: digest) ? .registered : .unknown(found: digest.hexadecimal)
        }
    }

    /// The fault of a file; nil where it is as it was printed, or where the register knows nothing of it and its codes.
    package func fault(of file: String, hasCards: Bool) -> ProofFault? {
        switch self {
        case .registered: nil
        case .changed(let run, let registered, let found):
            ProofFault(.changed(run: run, registered: registered, found: found), file: file)
        case .unknown(let found): hasCards ? ProofFault(.unknownFile(found: found), file: file) : nil
        }
    }

    package var standing: ProofReport.File.Standing {
        switch self {
        case .registered: .registered
        case .changed: .changed
        case .unknown: .unknown
        }
    }
}

/// A PDF file that is held open, so that what is hashed and what is drawn is one file, whatever its name leads to
/// meanwhile; owner of the descriptor.
package final class HeldFile: Sendable {
    /// A path of this very file.
    package let path: String

    private let descriptor: FileDescriptor
    private let name: String
    private let stamp: FileStamp

    /// Opens a file; throws `PDFError.missing` or `unreadable`, for what is no file too.
    package init(_ path: String) throws(PDFError) {
        // Opening a pipe would wait for whoever writes to it.
        do { descriptor = try .open(path, .readOnly, [.nonBlocking, .init(rawValue: O_NOCTTY)]) } catch {
            throw .missing(path: path)
        }
        name = path
        self.path = "/proc/self/fd/\(descriptor.rawValue)"
        guard let stamp = FileStamp(self.path), stamp.isRegular else {
            try? descriptor.close()
            throw .unreadable(path: path, reason: Message(en: "it is no file", vi: "không phải là tệp"))
        }
        self.stamp = stamp
    }

    deinit { try? descriptor.close() }

    /// The SHA-256 of its bytes; throws `FileError.unreadable`.
    package func digest() throws(FileError) -> [UInt8] {
        var digest = FileDigest()
        try reading(name) { try digest.add(file: path) }
        return digest.bytes
    }

    /// Throws `FileError.changed` where its bytes may be others than when it was opened.
    package func confirmUnchanged() throws(FileError) {
        guard FileStamp(path) == stamp else { throw .changed(path: name) }
    }
}
