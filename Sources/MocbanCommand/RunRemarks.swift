import Mocban

extension RunReport {
    /// What somebody should know of a run's folders, for standard error.
    var remarks: [String] {
        var remarks: [String] = []
        if let earlierRun { remarks.append("the files that were there are now in \(earlierRun)") }
        for run in lostRuns {
            remarks.append(
                "run \(run) was stopped, and its files are gone: `mocban reprint --run \(run) --out DIR` prints them")
        }
        return remarks
    }
}
