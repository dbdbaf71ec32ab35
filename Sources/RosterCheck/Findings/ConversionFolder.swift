package import Files
import Foundation
import Glibc

/// A folder among the system's temporary ones for what other programs convert, gone with the last use of it; what a kill
/// leaves of one goes with the next.
package final class ConversionFolder: Sendable {
    private static let prefix = "mocban-converted-"

    /// The folder's path.
    package let path: String

    private let parent: OpenFolder
    private let name: String
    private let held: OpenFolder

    private static var parentPath: String { FileManager.default.temporaryDirectory.path }

    /// Makes a folder that its owner alone can enter; throws `FileError.unwritable`.
    package init() throws(FileError) {
        func failure() -> FileError { .unwritable(path: Self.parentPath, reason: lastSystemError) }
        guard let parent = OpenFolder(path: Self.parentPath) else { throw failure() }
        for _ in 0..<100 {
            let name = Self.prefix + String(UInt64.random(in: .min ... .max), radix: 36)
            guard parent.makeFolder(name, mode: 0o700) else {
                if errno == EEXIST { continue }
                throw failure()
            }
            // Another start may have swept it before it was held.
            guard let held = OpenFolder(name, in: parent), flock(held.descriptor, LOCK_EX | LOCK_NB) == 0,
                parent.holds(name)
            else { continue }
            (self.parent, self.name, self.held) = (parent, name, held)
            path = Self.parentPath + "/" + name
            return
        }
        throw failure()
    }

    deinit { parent.remove(name) }

    /// Removes folders of ours that nobody holds.
    package static func sweep() {
        guard let parent = OpenFolder(path: parentPath) else { return }
        for name in parent.names where name.hasPrefix(prefix) {
            var status = stat()
            guard let folder = OpenFolder(name, in: parent), unsafe fstat(folder.descriptor, &status) == 0,
                status.st_uid == geteuid(), flock(folder.descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            parent.remove(name)
        }
    }
}
