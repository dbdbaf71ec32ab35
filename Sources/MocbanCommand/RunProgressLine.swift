import Foundation
import Glibc
import Mocban
import Synchronization

/// Shows on standard error what a run is doing: for a person a line that is written over, for a program JSON Lines.
final class RunProgressLine: Sendable {
    private struct State {
        var phase: RunProgress.Phase?
        var start = ContinuousClock.now
        var shown = ContinuousClock.now
        var done = 0
        var isOnScreen = false
    }

    /// A line for programs; what is not known is left out.
    private struct Line: Encodable {
        var phase: String
        /// What is counted: `rows`, `people`, `cards` or `posters`.
        var unit: String
        var done: Int
        var total: Int?
        /// How many a second, since the phase began.
        var rate: Double?
        var secondsLeft: Int?
    }

    private let noun: String
    private let form: ProgressForm
    private let state = Mutex(State())

    /// A line about cards or posters, of which there is one `noun`; a bar is shown on a terminal alone.
    init(_ noun: String, form: ProgressForm) {
        self.noun = noun
        self.form = form == .bar && isatty(STDERR_FILENO) == 0 ? .none : form
    }

    /// Shows how far the run is: a bar ten times a second at most, JSON once a second; the ends of phases always.
    func update(_ progress: RunProgress) {
        guard form != .none else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            let isNew = state.phase != progress.phase
            if isNew { (state.phase, state.start, state.done) = (progress.phase, now, 0) }
            // Of several threads, the one that is ahead may speak first.
            guard isNew || progress.done > state.done else { return }
            state.done = progress.done
            let pause: Duration = form == .bar ? .milliseconds(100) : .seconds(1)
            guard isNew || progress.done == progress.total || now - state.shown >= pause else { return }
            state.shown = now
            let line = line(progress, seconds: (now - state.start) / .seconds(1))
            switch form {
            case .bar:
                state.isOnScreen = true
                show("\r\(Self.bar(line))\u{1B}[K")
            case .json: Self.showJSON(line)
            case .none: break
            }
        }
    }

    /// Clears the line.
    func end() {
        state.withLock { state in
            if state.isOnScreen { show("\r\u{1B}[K") }
            state.isOnScreen = false
        }
    }

    private func line(_ progress: RunProgress, seconds: Double) -> Line {
        let unit =
            switch progress.phase {
            case .reading: "rows"
            case .matching: "people"
            case .drawing, .proving, .writing, .registering: noun + "s"
            }
        var line = Line(phase: progress.phase.rawValue, unit: unit, done: progress.done, total: progress.total)
        guard progress.done > 0, seconds > 0 else { return line }
        let rate = Double(progress.done) / seconds
        line.rate = (rate * 10).rounded() / 10
        line.secondsLeft = progress.total.map { Int((Double($0 - progress.done) / rate).rounded(.up)) }
        return line
    }

    // Fits into 80 columns for a nation's roster.
    private static func bar(_ line: Line) -> String {
        var words = line.phase.padded(to: 11)
        if let total = line.total, total > 0 {
            let filled = min(line.done, total) * 16 / total
            words += " " + String(repeating: "█", count: filled) + String(repeating: "░", count: 16 - filled)
            words += " \(line.done)/\(total) \(line.unit)"
        } else if line.done > 0 {
            words += " \(line.done) \(line.unit)"
        }
        if let rate = line.rate { words += ", \(Int(rate))/s" }
        if let left = line.secondsLeft { words += ", \(left) s left" }
        return words
    }

    private static func showJSON(_ line: Line) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Whole numbers and plain words always encode.
        guard let text = try? encoder.encode(line) else { return }
        note(String(decoding: text, as: UTF8.self))
    }
}
