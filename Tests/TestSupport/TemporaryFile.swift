import Foundation

/// A file in the system's temporary folder, deleted when the test lets go of it.
package final class TemporaryFile {
    package let path: String

    package init(_ bytes: some Sequence<UInt8>) throws {
        path = TemporaryFolder.nextPath() + ".csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    package convenience init(_ text: String) throws {
        try self.init(text.utf8)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
