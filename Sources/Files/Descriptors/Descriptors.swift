import Glibc
import Messages
package import SystemPackage

// What swift-system has no call for, and its calls as they are used here. Errors are `Errno`, whose description is the system's
// own words.

extension FileDescriptor {
    /// Opens a file or folder that no child process inherits.
    package static func open(
        _ path: String, _ mode: AccessMode, _ options: OpenOptions = [], permissions: UInt32? = nil
    ) throws -> FileDescriptor {
        try open(
            FilePath(path), mode, options: options.union(.closeOnExec),
            permissions: permissions.map { FilePermissions(rawValue: $0) })
    }

    /// Opens an entry of this folder by its own name, never through a link.
    package func open(
        entry name: String, _ mode: AccessMode, _ options: OpenOptions = [], permissions: UInt32 = 0
    ) throws(Errno) -> FileDescriptor {
        let flags = mode.rawValue | options.union([.closeOnExec, .noFollow]).rawValue
        let descriptor = unsafe openat(rawValue, name, flags, permissions)
        guard descriptor >= 0 else { throw .last }
        return FileDescriptor(rawValue: descriptor)
    }

    /// Whether it is a file, and neither a folder nor a pipe, a socket or a device.
    package var isRegular: Bool { (try? Stat(self))?.type == .regular }

    /// The next bytes, so many at most; none at the end.
    package func bytes(_ count: Int) throws -> [UInt8] {
        try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// Bytes from an offset on, so many at most; none behind the end.
    package func bytes(_ count: Int, at offset: Int) throws -> [UInt8] {
        try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = try unsafe read(fromAbsoluteOffset: Int64(offset), into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// The bytes up to the end, so many at most, read in pieces.
    package func allBytes(atMost most: Int, piece: Int = 1 << 16) throws -> [UInt8] {
        var all: [UInt8] = []
        while all.count < most, case let more = try bytes(min(most - all.count, piece)), !more.isEmpty { all += more }
        return all
    }

    /// Waits until its bytes, or a folder's names, are on the disk.
    package func sync() throws(Errno) { try Errno.check(fsync(rawValue)) }

    /// Does work with it and closes it; throws what the work or closing throws.
    package func closeAfter(_ work: (FileDescriptor) throws -> Void) throws { try closeAfter { try work(self) } }

    /// Takes the system's lock (`flock`) at once; false where another process holds it.
    package func lock() throws(Errno) -> Bool {
        do { try Errno.check(flock(rawValue, LOCK_EX | LOCK_NB)) } catch {
            guard error == .wouldBlock else { throw error }
            return false
        }
        return true
    }
}

extension Errno {
    /// What the system said of the last call that failed.
    package static var last: Errno { Errno(rawValue: errno) }

    /// Throws what the system says of a call that did not end with 0.
    package static func check(_ result: Int32) throws(Errno) { guard result == 0 else { throw .last } }
}

/// Does work that writes to a path; what the system refuses is an error that names it.
package func writing<Result>(_ path: String, _ work: () throws -> Result) throws(FileError) -> Result {
    do { return try work() } catch let error as FileError { throw error } catch {
        throw .unwritable(path: path, reason: Message(of: error))
    }
}

/// Does work that reads from a path; what the system refuses is an error that names it.
package func reading<Result>(_ path: String, _ work: () throws -> Result) throws(FileError) -> Result {
    do { return try work() } catch let error as FileError { throw error } catch {
        throw .unreadable(path: path, reason: Message(of: error))
    }
}
