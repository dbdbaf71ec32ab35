import Files
import Glibc

/// A file that holds each input in turn, in memory where the system has /dev/shm.
public struct InputFile: ~Copyable {
    /// Where it is.
    public let path: String

    /// Writes an input, in place of the one before.
    public init(_ bytes: [UInt8]) throws {
        path = (unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/mocban-fuzz-\(getpid())"
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        precondition(descriptor >= 0, "the folder of temporary files can be written")
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        precondition(written == bytes.count, "a small file is written whole")
        close(descriptor)
    }

    deinit {
        _ = unsafe unlink(path)
        // What is drawn of an input stands beside it.
        _ = unsafe unlink(path + ".pdf")
    }
}
