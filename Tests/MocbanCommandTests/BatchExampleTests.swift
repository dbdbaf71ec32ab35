import Files
import Foundation
import TestSupport
import Testing

/// The scripts of `examples/batch`, as a batch system runs them.
@Suite("Batch examples") struct BatchExampleTests {
    private let office: CommandOffice
    private let scripts = repositoryRoot + "/examples/batch/"

    init() throws {
        office = try CommandOffice()
        // One row is rejected, which is no failure of a job.
        try office.folder.write("people.csv", CommandOffice.roster(60) + "H-2,Lê Văn Hai,31/02/1985,,Phú Lễ\n")
    }

    private func script(_ words: [String], _ variables: [String]) throws -> Program.Outcome {
        try Program.system("env").inEnglish.run(["MOCBAN=\(Program.mocban.path)"] + variables + ["bash"] + words)
    }

    @Test("an array job's tasks, one of them started twice, print everybody once")
    func slurm() throws {
        let folders = [office.path, office.folder("people.csv"), office.folder("work")]
        for task in [1, 2, 3, 4, 4, 5, 6, 7, 8] {
            let outcome = try script([scripts + "slurm-array.sh"] + folders, ["SLURM_ARRAY_TASK_ID=\(task)"])
            #expect(outcome.status == 0, "\(task): \(outcome.text) \(outcome.errors)")
        }
        let serials = try (1...8).flatMap { try office.manifestSerials("work/cards-\($0)") }
        #expect(serials.count == 60 && Set(serials).count == 60)
        let merged = try office.mocban(["register", "merge"] + (1...8).map { office.folder("work/office-\($0)") })
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(try office.mocban(["register", "verify"]).text.contains("60 cards"))
    }

    @Test("an array job without a task's number, or with a shard that is none, fails")
    func wrongTask() throws {
        let folders = [office.path, office.folder("people.csv"), office.folder("work")]
        #expect(try script([scripts + "slurm-array.sh"] + folders, []).status != 0)
        #expect(try script([scripts + "slurm-array.sh"] + folders, ["SLURM_ARRAY_TASK_ID=9"]).status == 64)
    }

    @Test("a machine's processes print and merge, and a script that is given again changes no card")
    func local() throws {
        let variables = ["OFFICE=\(office.path)", "ROSTER=\(office.folder("people.csv"))"]
        for _ in 1...2 {
            let outcome = try script([scripts + "run-shards.sh", "3", office.folder("work")], variables)
            #expect(outcome.status == 0 && outcome.text.contains("60 cards\n"), "\(outcome.text) \(outcome.errors)")
        }
    }

    @Test("an indexed job's pod prints the shard after its index")
    func indexed() throws {
        let yaml = try String(contentsOfFile: scripts + "indexed-job.yaml", encoding: .utf8)
        let start = try #require(yaml.range(of: "exec /bin/bash"))
        let end = try #require(yaml.range(of: "resources:"))
        let command = yaml[start.lowerBound..<end.lowerBound].split(separator: "\n").joined(separator: " ")
            .replacing("/batch/", with: scripts).replacing("/data/office", with: office.path)
            .replacing("/data/roster.csv", with: office.folder("people.csv"))
            .replacing("/data/work", with: office.folder("work"))
        let outcome = try script(["-euc", command], ["JOB_COMPLETION_INDEX=7"])
        #expect(outcome.status == 0 && outcome.errors.contains("\"phase\":\"reading\""), "\(outcome.errors)")
        #expect(outcome.text.contains("other shards than 8/8"), "\(outcome.text)")
    }
}
