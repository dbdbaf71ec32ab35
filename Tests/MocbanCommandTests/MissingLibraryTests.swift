import Files
import Foundation
import LateLibrary
import Mocban
import Payload
import TestSupport
import Testing

@Suite("libraries that are not installed")
struct MissingLibraryTests {
    /// A command that needs a library, by the name of its Debian package without the number.
    struct Case: CustomTestStringConvertible, Sendable {
        let library: String
        /// Gives the arguments.
        let prepare: @Sendable (CommandOffice) throws -> [String]
        var testDescription: String { library }
    }

    private static let cases = [
        Case(library: "libpoppler-glib") { ["proof", try $0.printed(), "--office", $0.path] },
        Case(library: "libzbar") { office in
            let printed = "out/" + (try office.printed() as NSString).lastPathComponent
            return ["verify", "--image", try office.image(of: printed, name: "page"), "--office", office.path]
        },
        Case(library: "libzip") { office in
            ["roster", "check", try office.folder.write("book.xlsx", [0x50, 0x4B, 3, 4])]
        },
        Case(library: "libqpdf") { $0.cards("roster.csv", "--print-shop") },
        Case(library: "librsvg2-") { office in
            ["cards", office.folder("roster.csv"), "--office", office.path, "--out", office.folder("out")]
        },
        Case(library: "librsvg2-") { office in
            ["template", "preview", "commune", "--out", office.folder("preview.png"), "--office", office.path]
        },
    ]

    @Test("one message says what to install, and the status is 69", arguments: cases)
    func missing(_ needing: Case) throws {
        let office = try CommandOffice()
        let outcome = try office.mocbanWithoutLibraries(try needing.prepare(office))
        #expect(outcome.status == 69 && outcome.output.isEmpty)
        #expect(outcome.errorLines.filter { $0.contains("apt-get install \(needing.library)") }.count == 1)
    }

    @Test("a text is verified without any of them")
    func verify() throws {
        let office = try CommandOffice()
        let outcome = try office.mocbanWithoutLibraries(["verify", try office.text(), "--office", office.path])
        #expect(outcome.status == 0 && outcome.text.hasPrefix("valid"))
    }
}

extension CommandOffice {
    /// Prints the roster, and gives the path of the cards' file.
    fileprivate func printed() throws -> String {
        let outcome = try Program.mocban.run(cards())
        try #require(outcome.status == 0, "\(outcome.errors)")
        let file = try #require(folder.names(in: "out").first { $0.hasSuffix(".pdf") })
        return folder("out/" + file)
    }

    /// Runs the command where the libraries that are loaded late cannot be.
    fileprivate func mocbanWithoutLibraries(_ arguments: [String]) throws -> Program.Outcome {
        // The loader takes the first file of a library's name, and stops where it is none.
        for file in lateFiles { try folder.write("libraries/" + file, "") }
        let others = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map { ":" + $0 } ?? ""
        return try Program.mocban.with("LD_LIBRARY_PATH=" + folder("libraries") + others).run(arguments)
    }
}
