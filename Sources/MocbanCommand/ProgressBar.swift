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
        let seconds = Double((now - start) / .seconds(1))
        let rate = Double(done) / max(seconds, 0.001)
        let filled = done * 30 / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let left = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
        show("\r\(bar) \(done)/\(total) \(what), \(Int(rate))/s, \(left) s left ")
    }

    /// Shows how much is done of a total that nobody knows yet.
    func count(_ done: Int) {
        guard isShown, isDue(.now, isLast: false) else { return }
        show("\r\(done) \(what) read ")
    }

    private func isDue(_ now: ContinuousClock.Instant, isLast: Bool) -> Bool {
        lastShown.withLock { last in
            if !isLast, let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
    }

    /// Clears the line.
    func end() { if isShown { show("\r\u{1B}[K") } }
}
