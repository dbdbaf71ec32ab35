import Files
import Foundation
import Glibc
import Messages
import Tables
import TestSupport
import Testing

@testable import Mocban

@Suite("The file that a run reads")
struct RosterInputTests {
    // SHA-256 of "abc", FIPS 180-2.
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("is known by its bytes, and by its original where it was converted")
    func digest() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("r.csv", "abc")
        #expect(try RosterInput(path, convertedFrom: nil, options: ReadingOptions()).digest == Self.abc)
        let copy = try folder.write("copy/r.xlsx", "converted")
        let input = try RosterInput(copy, convertedFrom: path, options: ReadingOptions())
        #expect(input.digest == Self.abc && input.path == copy && input.name == "r.csv")
    }

    @Test("must not change meanwhile")
    func changed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("r.csv", "abc")
        let input = try RosterInput(path, convertedFrom: nil, options: ReadingOptions())
        try input.check()
        try folder.write("r.csv", "abd")
        #expect(throws: FileError.changed(path: path)) { try input.check() }
    }

    @Test("is copied where it is a pipe, into a file without a name")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let path = folder("fifo")
        try #require(unsafe mkfifo(path, 0o600) == 0)
        // A thread of its own: a task would wait for its turn behind other tests, and hold one of them up meanwhile.
        Thread.detachNewThread { try? Data("abc".utf8).write(to: URL(fileURLWithPath: path)) }
        let input = try RosterInput(path, convertedFrom: nil, options: ReadingOptions())
        #expect(input.digest.isEmpty)
        try input.copyPipe(into: folder.path)
        #expect(input.digest == Self.abc && folder.names() == ["fifo"])
        let copy = try #require(input.options.copy)
        for _ in 0..<2 { #expect(FileManager.default.contents(atPath: copy) == Data("abc".utf8)) }
    }

    @Test("that is missing or a folder is named")
    func faults() throws {
        let folder = try TemporaryFolder()
        #expect(throws: TableError.missing(path: folder("none"))) {
            _ = try RosterInput(folder("none"), convertedFrom: nil, options: ReadingOptions())
        }
        #expect(
            throws: TableError.unreadable(
                path: folder.path, reason: Message(en: "it is a folder", vi: "đó là một thư mục"))
        ) {
            try RosterInput(folder.path, convertedFrom: nil, options: ReadingOptions()).copyPipe(into: folder.path)
        }
    }
}
