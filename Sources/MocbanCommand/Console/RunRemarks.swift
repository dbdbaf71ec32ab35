import Mocban

extension RunReport {
    /// What somebody should know of a run's folders, for standard error.
    var remarks: [String] {
        var remarks: [String] = []
        if let earlierRun { remarks.append("the files that were there are now in \(earlierRun)") }
        remarks += lostRuns.map {
            "run \($0) was stopped, and its files are gone: `mocban reprint --run \($0) --out DIR` prints them"
        }
        return remarks
            + unendedRuns.map { "\($0); or `mocban reprint --run \($0.run) --out DIR` prints them once more" }
    }

    func printedLine(_ noun: String, out: String) -> String {
        guard printed > 0 else { return "No \(noun) was printed" }
        let drawn = files.filter { $0.list == nil }
        let sheets = counted(drawn.reduce(0) { $0 + $1.sheets }, "sheet")
        let lists = self.files.count - drawn.count
        let signed = lists > 0 ? ", and \(counted(lists, "list")) to sign" : ""
        return
            "\(counted(printed, noun)) on \(sheets) in \(counted(drawn.count, "PDF file"))\(signed): \(out) (run \(run))"
    }
}
