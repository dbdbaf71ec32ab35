import Files
package import Foundation
import Glibc
import Synchronization

/// A folder of its own for one test, gone when the test lets go of it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = Self.nextPath()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path of the system's temporary folder that nothing else has: of the same length, and after the one before.
    static func nextPath() -> String {
        let number = paths.wrappingAdd(1, ordering: .relaxed).newValue
        let parts = [Int(getpid()), number].map { String(String($0 + 100_000_000).dropFirst()) }
        return FileManager.default.temporaryDirectory.path + "/mocban-test-" + parts.joined(separator: "-")
    }
    private static let paths = Atomic(0)

    /// A name that nothing inside has yet: the word and a number.
    package func next(_ word: String) -> String {
        let taken = Set(names())
        return (1...).lazy.map { "\(word)-\($0)" }.first { !taken.contains($0) } ?? word
    }

    /// The path of a file or folder inside.
    package func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes a file inside, with its folders, and gives its path.
    @discardableResult
    package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = self(name)
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Writes a text inside in UTF-8.
    @discardableResult
    package func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

    /// The names of everything in the folder or in one inside it, sorted; empty where it is not there.
    package func names(in folder: String = ".") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: self(folder))) ?? []).sorted()
    }

    /// The bytes of every file of a folder inside, by name.
    package func contents(of folder: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in names(in: folder) where name != "templates" { contents[name] = try data(folder + "/" + name) }
        return contents
    }

    /// The bytes of every file in a folder inside and in those below, by its path from there.
    package func tree(of folder: String) throws -> [String: Data] {
        let paths = FileManager.default.enumerator(atPath: self(folder))?.compactMap { $0 as? String } ?? []
        var tree: [String: Data] = [:]
        for path in paths {
            var isFolder: ObjCBool = false
            let isThere = unsafe FileManager.default.fileExists(
                atPath: self(folder + "/" + path), isDirectory: &isFolder)
            if isThere, !isFolder.boolValue { tree[path] = try data(folder + "/" + path) }
        }
        return tree
    }

    /// A file's bytes.
    package func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: self(name))) }

    /// A file's text.
    package func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

    /// The permission bits of a file.
    package func mode(_ name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: self(name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}

/// The package's own folder, where `templates/` and `fonts/` are.
package let repositoryRoot: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
}()
