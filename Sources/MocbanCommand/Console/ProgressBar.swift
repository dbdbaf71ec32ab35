import Glibc
import Synchronization

/// A line of progress on standard error, on a terminal alone.
final class ProgressBar: Sendable {
    private let what: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    init(what: String) { self.what = what }

    /// Shows how far the work is, ten times a second at most.
    func update(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let now = ContinuousClock.now
        guard isDue(now, isLast: done == total) else { return }
        showProgress(figures(done, of: total, at: now).bar)
    }

    /// Shows how much is done of a total that nobody knows yet.
    func count(_ done: Int) {
        let now = ContinuousClock.now
        guard isShown, isDue(now, isLast: false) else { return }
        showProgress(figures(done, of: nil, at: now).bar)
    }

    private func figures(_ done: Int, of total: Int?, at now: ContinuousClock.Instant) -> ProgressFigures {
        ProgressFigures(what, done: done, of: total, seconds: (now - start) / .seconds(1))
    }

    private func isDue(_ now: ContinuousClock.Instant, isLast: Bool) -> Bool {
        lastShown.withLock { last in
            if !isLast, let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
    }

    /// Clears the line.
    func end() { if isShown { clearProgress() } }
}
