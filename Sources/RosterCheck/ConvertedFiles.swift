package import Files
import Foundation
import Glibc
import Messages
package import Tables
import SystemPackage

/// Copies of files that Mocban does not read itself, converted to workbooks that it does; gone with the last use of them.
package final class ConvertedFiles: Sendable {
    /// The files to read: a copy for each that had to be converted, the others as they were given.
    package let paths: [String]

    private let folder: ConversionFolder?

    /// Converts what must be converted, such as XLS and ODS.
    ///
    /// - Throws: `WorkbookError`; `FileError.unwritable` where there is no room for copies.
    package init(_ paths: [String], converter: WorkbookConverter = WorkbookConverter()) throws {
        ConversionFolder.sweep()
        // What a pipe has given is gone: it is never looked into.
        let converted = try paths.map { path in
            FileStamp(path)?.isRegular == true ? try WorkbookKind.of(path: path).isConvertible : false
        }
        guard converted.contains(true) else {
            (self.paths, folder) = (paths, nil)
            return
        }
        let folder = try ConversionFolder()
        self.folder = folder
        self.paths = try zip(paths, converted).enumerated().map { number, file in
            guard file.1 else { return file.0 }
            return try Self.copy(file.0, number, in: folder.path, converter)
        }
    }

    /// Messages name a copy as its original is named.
    private static func copy(
        _ path: String, _ number: Int, in folder: String, _ converter: WorkbookConverter
    ) throws -> String {
        let made = try converter.convert(path: path, into: folder)
        let own = "\(folder)/\(number)"
        let copy = own + "/" + (path as NSString).lastPathComponent
        try writing(own) { try Errno.check(unsafe mkdir(own, 0o700)) }
        try writing(copy) { try Errno.check(unsafe rename(made, copy)) }
        return copy
    }
}

/// A folder among the system's temporary ones for what other programs convert, gone with the last use of it; what a kill
/// leaves of one goes with the next.
package final class ConversionFolder: Sendable {
    private static let prefix = "mocban-converted-"

    package let path: String

    private let parent: OpenFolder
    private let name: String
    private let held: OpenFolder

    private static var parentPath: String { FileManager.default.temporaryDirectory.path }

    /// Makes a folder that its owner alone can enter; throws `FileError.unwritable`.
    package init() throws(FileError) {
        let parent = try writing(Self.parentPath) { try OpenFolder(path: Self.parentPath) }
        for _ in 0..<100 {
            let name = Self.prefix + String(UInt64.random(in: .min ... .max), radix: 36)
            do { try parent.makeFolder(name, mode: 0o700) } catch .fileExists { continue } catch {
                throw .unwritable(path: Self.parentPath, reason: error.message)
            }
            // Another start may have swept it before it was held.
            guard let held = try? OpenFolder(name, in: parent), (try? held.descriptor.lock()) == true,
                parent.holds(name)
            else { continue }
            (self.parent, self.name, self.held) = (parent, name, held)
            path = Self.parentPath + "/" + name
            return
        }
        throw .unwritable(path: Self.parentPath, reason: Errno.fileExists.message)
    }

    deinit { parent.remove(name) }

    /// Removes folders of ours that nobody holds.
    package static func sweep() {
        guard let parent = try? OpenFolder(path: parentPath) else { return }
        for name in parent.names where name.hasPrefix(prefix) {
            guard let folder = try? OpenFolder(name, in: parent),
                (try? Stat(folder.descriptor))?.userID.rawValue == geteuid(), (try? folder.descriptor.lock()) == true
            else { continue }
            parent.remove(name)
        }
    }
}
