import Glibc
package import Messages
package import SystemPackage

/// A file that was read whole through one descriptor, so that its mode and its bytes are of the same file.
package struct RegularFile: Sendable {
    /// The permission bits.
    package let mode: UInt32
    /// What is in it.
    package let bytes: [UInt8]

    /// Why a path is not read.
    package enum Fault: Error, Equatable {
        /// The system refuses.
        case system(Errno)
        /// The path leads to a folder.
        case folder
        /// The path leads to a pipe, a socket or a device, from which nobody knows when or what will come.
        case notAFile
        /// The file is longer than so many bytes.
        case tooLong(limit: Int)
    }

    /// Reads a file of at most `limit` bytes; never waits for another program, and takes no more than that of a file
    /// that grows.
    ///
    /// - Parameters:
    ///   - path: the file, through links.
    ///   - limit: the most bytes that the file may have.
    /// - Throws: ``Fault``.
    package init(_ path: String, limit: Int) throws(Fault) {
        let (file, status) = try Self.open(path)
        defer { try? file.close() }
        guard status.size <= limit else { throw .tooLong(limit: limit) }
        mode = UInt32(status.permissions.rawValue)
        // One byte more shows that a file is longer than it said.
        do { bytes = try file.allBytes(atMost: limit + 1, piece: max(Int(status.size), 4095) + 1) } catch {
            throw Fault(error)
        }
        guard bytes.count <= limit else { throw .tooLong(limit: limit) }
    }

    /// The size in bytes of a file that can be read, without reading it; throws ``Fault``.
    @discardableResult
    package static func size(of path: String) throws(Fault) -> Int {
        let (file, status) = try open(path)
        try? file.close()
        return Int(status.size)
    }

    /// Opens a file, and nothing that is none; the caller closes it.
    private static func open(_ path: String) throws(Fault) -> (file: FileDescriptor, status: Stat) {
        let file: FileDescriptor
        // Without `nonBlocking`, a pipe that nobody writes to would hold the program for ever.
        let options = FileDescriptor.OpenOptions.nonBlocking.union(.init(rawValue: O_NOCTTY))
        do { file = try .open(path, .readOnly, options) } catch { throw Fault(error) }
        let fault: Fault
        do {
            let status = try Stat(file)
            if status.type == .regular { return (file, status) }
            fault = status.type == .directory ? .folder : .notAFile
        } catch { fault = .system(error) }
        try? file.close()
        throw fault
    }
}

extension RegularFile.Fault {
    /// The system's refusal; a socket has no other name for itself than that there is no such device.
    fileprivate init(_ error: any Error) {
        let error = error as? Errno ?? .ioError
        self = error == .noSuchAddressOrDevice ? .notAFile : .system(error)
    }
}

extension RegularFile.Fault: Told, CustomStringConvertible {
    /// The fault in words, to follow the path.
    package var message: Message {
        switch self {
        case .system(.noSuchFileOrDirectory): .noSuchFile
        case .system(.permissionDenied): .permissionDenied
        case .system(.tooManySymbolicLinkLevels):
            Message(en: "its links lead round in a circle", vi: "các liên kết của nó dẫn vòng tròn")
        case .system(let error): error.message
        case .folder: Message(en: "it is a folder", vi: "đó là một thư mục")
        case .notAFile:
            Message(
                en: "it is a pipe, a socket or a device, not a file",
                vi: "đó là đường ống, cổng nối hoặc thiết bị, không phải là tệp")
        case .tooLong(let limit) where limit % (1 << 20) == 0:
            Message(en: "it is longer than \(limit >> 20) MiB", vi: "dài hơn \(limit >> 20) MiB")
        case .tooLong(let limit): Message(en: "it is longer than \(limit) bytes", vi: "dài hơn \(limit) byte")
        }
    }

    package var description: String { message.english }
}
