import Files
import Foundation
import TestSupport
import Testing

@Suite("What was there")
struct KeepingTests {
    @Test("the run of another roster or command is moved, not lost")
    func moved() throws {
        let office = try CommandOffice()
        #expect(try Program.mocban.run(office.cards()).status == 0)
        let sheet = try office.folder.data("out/phu-le.pdf")
        let manifest = try office.folder.data("out/manifest.json")

        try office.folder.write("other.csv", CommandOffice.roster(5))
        let other = try Program.mocban.run(office.cards("other.csv"))
        #expect(other.status == 0 && other.errors.contains("the files that were there are now in"))
        let kept = try #require(office.folder.names(in: "out").first { $0.hasPrefix("earlier-cards-") })
        #expect(office.folder.names(in: "out/" + kept) == ["manifest.json", "phu-le.pdf", "rejected.csv"])
        #expect(try office.folder.data("out/\(kept)/phu-le.pdf") == sheet)
        #expect(try office.folder.data("out/\(kept)/manifest.json") == manifest)

        let posters = try Program.mocban.run(
            ["posters", office.folder("venues.csv"), "--office", office.path, "--out", office.folder("out")]
                + ["--template", "sign"])
        #expect(posters.status == 0, "\(posters.errors)")
        #expect(office.folder.names(in: "out").filter { $0.hasPrefix("earlier-cards-") }.count == 2)
        #expect(office.folder.names(in: "out").contains("posters.pdf"))
    }

    @Test("a file of somebody else's is not written over", arguments: ["phu-le.pdf", "rejected.csv", "manifest.json"])
    func foreign(name: String) throws {
        let office = try CommandOffice()
        try office.folder.write("out/" + name, "mine")
        let outcome = try Program.mocban.run(office.cards())
        #expect(outcome.status == 73 && outcome.errors.contains("which no earlier run made"))
        #expect(office.folder.names(in: "out") == [name])
        #expect(try office.folder.text("out/" + name) == "mine")
    }

    @Test("mended rows come back without our own columns")
    func mended() throws {
        let office = try CommandOffice()
        try office.folder.write("roster.csv", "household,full_name,date_of_birth,hamlet\nH-1,Lê 4n,1985,Phú Lễ\n")
        #expect(try Program.mocban.run(office.cards()).status == 1)
        let rejected = try office.folder.text("out/rejected.csv")
        try office.folder.write("mended.csv", rejected)
        #expect(try Program.mocban.run(office.cards("mended.csv")).status == 1)
        #expect(try office.folder.text("out/rejected.csv") == rejected)
    }

    @Test("an export never writes over an office's own keyring")
    func export() throws {
        let office = try CommandOffice()
        let keyring = try office.folder.data("office/keyring.jwks")
        let outcome = try office.mocban(["key", "export"], "--out", office.folder("office/keyring.jwks"))
        #expect(outcome.status == 73 && outcome.errors.contains("is an office's own keyring"))
        #expect(try office.folder.data("office/keyring.jwks") == keyring)
        let gate = office.folder("gate.jwks")
        for _ in 0..<2 { #expect(try office.mocban(["key", "export"], "--out", gate).status == 0) }
    }

    @Test("an answer that cannot be written is not passed over", arguments: [["key", "export"], ["key", "list"]])
    func lostAnswer(command: [String]) throws {
        let office = try CommandOffice()
        let line = ([Program.mocban.path] + command + ["--office", office.path]).joined(separator: " ")
        let outcome = try Program(path: "/bin/sh").inEnglish.run(["-c", line + " > /dev/full"])
        #expect(outcome.status == 73 && outcome.errors.contains("standard output cannot be written"))
    }
}
