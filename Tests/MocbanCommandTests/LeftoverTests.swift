import Files
import Foundation
import Glibc
import TestSupport
import Testing

/// Who can read what commands write, what a kill leaves, and what becomes of links.
@Suite("Modes, leftovers and links")
struct LeftoverTests {
    private let office: CommandOffice
    private var folder: TemporaryFolder { office.folder }

    init() throws { office = try CommandOffice() }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder(name))
        return (try #require(attributes[.posixPermissions] as? NSNumber)).intValue & 0o777
    }

    private func setMode(_ mode: Int, _ name: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: NSNumber(value: mode)], ofItemAtPath: folder(name))
    }

    @Test("lists of people, and what a stopped run leaves, are their owner's alone")
    func modes() throws {
        let roster = CommandOffice.roster(3) + "H-2,Lê 4n,1985,,Phú Lễ\n"
        try folder.write("roster.csv", roster)
        let killed = try Program.mocban.with("MOCBAN_FAULT=after-register").run(
            office.cards("roster.csv", "--receipts"))
        #expect(killed.status == 137)
        for name in folder.names(in: "out/.mocban-run") where !name.hasPrefix("phu-le") {
            #expect(try mode("out/.mocban-run/" + name) == 0o600, "\(name)")
        }
        #expect(try mode("out/.mocban-run") == 0o700)
        #expect(try Program.mocban.run(office.cards("roster.csv", "--receipts")).status == 1)
        try folder.write("roster.csv", roster.replacing("Hương", with: "Hường"))
        _ = try Program.mocban.run(office.cards())
        _ = try Program.mocban.run([
            "roster", "check", folder("roster.csv"), "--clean", folder("clean.csv"), "--report", folder("page.html"),
        ])
        _ = try Program.mocban.run(
            ["roster", "scan", "--out", folder("scans.csv")],
            input: "046085000001||Nguyễn Văn An|12031985|Nam|Thôn Phú Lễ, Quảng Phú|01012022\n")
        for name in [
            "out/manifest.json", "out/rejected.csv", "out/changed.csv", "clean.csv", "clean.changes.csv", "page.html",
            "scans.csv", "office/register.lock", "office/keyring.jwks", "office/register.sqlite",
        ] {
            #expect(try mode(name) == 0o600, "\(name)")
        }
        let lists = folder.names(in: "out").filter { $0.hasPrefix("ky-nhan") }
        #expect(!lists.isEmpty)
        for name in lists { #expect(try mode("out/" + name) == 0o600, "\(name)") }
    }

    @Test("a lock that others can open is closed to them")
    func openLock() throws {
        try folder.write("office/register.lock", "")
        try setMode(0o644, "office/register.lock")
        #expect(try office.mocban(["key", "new"]).status == 0)
        #expect(try mode("office/register.lock") == 0o600)
    }

    @Test(
        "a lock that is a link, a second name or no file is not taken hold of",
        arguments: ["link", "name", "pipe", "folder"])
    func trappedLock(trap: String) throws {
        let (lock, precious) = (folder("office/register.lock"), try folder.write("precious", "precious"))
        _ = unsafe unlink(lock)
        switch trap {
        case "link": #expect(unsafe symlink(precious, lock) == 0)
        case "name": #expect(unsafe link(precious, lock) == 0)
        case "pipe": #expect(unsafe mkfifo(lock, 0o600) == 0)
        default: try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: true)
        }
        let refused = try office.mocban(["key", "new"])
        #expect(refused.status == 73 && refused.errors.contains("register.lock cannot be written"), "\(refused.errors)")
        #expect(try folder.text("precious") == "precious")
    }

    @Test("what a kill left of a file in the making goes; what somebody is making stays")
    func parts() throws {
        let running = try Program.system("sleep").start(["60"])
        defer { running.send(SIGKILL) }
        // No process has this number: it is beyond the greatest.
        let gone = 4_194_305
        for name in ["keyring.jwks", "mocban.yaml", "copy.sqlite", "printers/laser.yaml"] {
            try folder.write("office/\(name).\(gone).part", "x")
        }
        let others = [
            "keyring.jwks.1.part", "keyring.jwks.x.part", "keyring.jwks.part", "keyring.jwks.\(gone).part.kept",
            "notes.\(gone).parts",
        ]
        for name in others { try folder.write("office/" + name, "x") }
        try folder.write("copies/copy.sqlite.\(gone).part-journal", "x")
        #expect(try office.mocban(["register", "backup", folder("copies/copy.sqlite")]).status == 0)
        #expect(folder.names(in: "copies") == ["copy.head", "copy.sqlite"])
        #expect(try office.mocban(["key", "new"]).status == 0)
        #expect(folder.names(in: "office").filter { $0.contains(".part") } == others.sorted())
        #expect(folder.names(in: "office/printers") == [])
    }

    @Test("a keyring that is a link stays one")
    func linkedKeyring() throws {
        let path = office.path + "/keyring.jwks"
        try FileManager.default.createDirectory(atPath: folder("safe"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: path, toPath: folder("safe/keys"))
        #expect(unsafe symlink("../middle", path) == 0 && symlink("safe/keys", folder("middle")) == 0)
        let before = try folder.data("safe/keys")
        #expect(try office.mocban(["key", "new"]).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "../middle")
        #expect(try folder.data("safe/keys").count > before.count && mode("safe/keys") == 0o600)
        #expect(folder.names(in: "safe") == ["keys"])
        #expect(try office.mocban(["register", "verify"]).status == 0)
    }
}
