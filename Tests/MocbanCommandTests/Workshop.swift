import Files
import Foundation
import Mocban
import Register
import TestSupport
import Testing

/// An office and an output folder that can be set back to how they were, so that a run can be had many times.
///
/// They have the same paths each time: even the register of two runs that are alike is byte for byte the same.
struct Workshop {
    let folder: TemporaryFolder

    /// The office that is worked in.
    var office: String { folder("work/office") }
    /// The folder that is printed into, within the folder of the work.
    var out: String { "work/out" }

    /// How a run ended: all that it left, and all that it answered.
    struct Ending: Equatable {
        var files: [String: Data]
        var status: Int32
        var answer: String
        var register: String
        /// The names in the office's folder, without those that SQLite keeps beside the register.
        var office: [String]

        /// In what it differs from another, so that a test that fails says where; empty only where both are equal.
        func differences(from other: Ending) -> [String] {
            guard self != other else { return [] }
            let names = Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
            let (mine, theirs) = (register.split(separator: "\n"), other.register.split(separator: "\n"))
            let lines = zip(mine, theirs).filter { $0 != $1 }.prefix(3).map { "\($0) | \($1)" }
            return ["\(status) | \(other.status)", "\(answer) | \(other.answer)", "\(office) | \(other.office)"]
                + names + lines + ["\(mine.count) | \(theirs.count) lines"]
        }
    }

    /// Takes an office as it is, and what is in its folder's `out`, for the state that everything begins with.
    init(_ office: CommandOffice) throws {
        folder = office.folder
        try FileManager.default.createDirectory(atPath: folder("base"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: office.path, toPath: folder("base/office"))
        try reset()
    }

    /// Sets office and output folder back.
    func reset() throws {
        try? FileManager.default.removeItem(atPath: folder("work"))
        try FileManager.default.copyItem(atPath: folder("base"), toPath: folder("work"))
    }

    /// Makes the present state the one to set back to.
    func keep() throws {
        try FileManager.default.removeItem(atPath: folder("base"))
        try FileManager.default.copyItem(atPath: folder("work"), toPath: folder("base"))
    }

    /// The arguments of a run that prints a roster, a file for each household.
    func cards(_ roster: String = "roster.csv", _ more: [String] = [], clock: String) -> [String] {
        ["cards", folder(roster), "--group-by", "household"] + printing(more, clock: clock)
    }

    /// The arguments that all runs have in common.
    func printing(_ more: [String] = [], template: String = "plain", clock: String) -> [String] {
        ["--office", office, "--out", folder(out), "--template", template, "--jobs", "1", "--clock", clock] + more
    }

    /// All that is to be seen after a run has ended with an outcome.
    func ending(_ outcome: Program.Outcome) throws -> Ending {
        let opened = try Office(folder: office)
        let check = try opened.checkRegister()
        #expect(check.isGood, "\(check.faults)")
        _ = try opened.exportRegister(to: folder("export.jsonl"))
        return Ending(
            files: try folder.tree(of: out), status: outcome.status, answer: outcome.text,
            register: try folder.text("export.jsonl"),
            office: folder.names(in: "work/office").filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
    }

    /// What the names of files in the output folder show, without what is staged.
    func shown() throws -> [String: Data] { try folder.tree(of: out).filter { !$0.key.hasPrefix(".mocban-") } }
}
