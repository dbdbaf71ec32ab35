import Files
import Glibc
import TestSupport
import Testing

@testable import Mocban

@Suite("Paths and folders")
struct FileSystemTests {
    @Test(
        "the folder of a path",
        arguments: [
            ("b", "."), ("b/", "."), ("out", "."), ("out/", "."), ("a/b", "a"), ("a/b/", "a"), ("a//b", "a"),
            ("/a", "/"), ("//a", "/"), ("/", "/"), ("/a/b.pdf", "/a"), ("./x", "."), ("..", "."), ("", "."),
            ("out/.", "out"), ("xã/thôn", "xã"),
        ])
    func parent(path: String, parent: String) { #expect(folder(of: path) == parent) }

    @Test("only folders that were not there are made, the outer ones first")
    func made() throws {
        let folder = try TemporaryFolder()
        #expect(try makeFolder(folder("a/b/c")) == [folder("a"), folder("a/b"), folder("a/b/c")])
        #expect(try makeFolder(folder("a/b/d")) == [folder("a/b/d")])
        #expect(try makeFolder(folder("a/b")).isEmpty)
    }
}
