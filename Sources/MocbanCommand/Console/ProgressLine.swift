import ArgumentParser
import CommandWords
import Foundation
import Glibc
import Mocban
import Synchronization

/// How a run shows how far it is.
enum ProgressForm: String, ExpressibleByArgument, CaseIterable {
    /// A line that is written over, on a terminal alone.
    case bar
    /// A JSON object a line, for programs.
    case json
    /// Not at all.
    case none
}

/// Shows on standard error how far a work is: for a person a line that is written over, for a program JSON Lines.
final class ProgressLine: Sendable {
    private struct State {
        var phase: RunProgress.Phase?
        var start = ContinuousClock.now
        var shown: ContinuousClock.Instant?
        var done = 0
        var isOnScreen = false
    }

    private let thing: CountedThing
    private let form: ProgressForm
    private let state = Mutex(State())

    /// A line about what is counted; a bar is shown on a terminal alone.
    init(_ thing: CountedThing, form: ProgressForm = .bar) {
        self.thing = thing
        self.form = form == .bar && isatty(STDERR_FILENO) == 0 ? .none : form
    }

    /// Shows how far a run is; the ends of its phases always.
    func update(_ progress: RunProgress) {
        let unit =
            switch progress.phase {
            case .reading: CountedThing.rows
            case .matching: CountedThing.people
            case .drawing, .proving, .writing, .registering: thing
            }
        show(progress.done, of: progress.total, unit, phase: progress.phase)
    }

    /// Shows how far the work is; the total is nil as long as nobody knows it.
    func update(_ done: Int, of total: Int? = nil) { if total != 0 { show(done, of: total, thing, phase: nil) } }

    /// A bar ten times a second at most, JSON once a second; first and last figures always.
    private func show(_ done: Int, of total: Int?, _ unit: CountedThing, phase: RunProgress.Phase?) {
        guard form != .none else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            let isNew = state.phase != phase
            if isNew { (state.phase, state.start, state.done) = (phase, now, 0) }
            // Of a run's several threads, the one that is ahead may speak first.
            guard isNew || phase == nil || done > state.done else { return }
            state.done = done
            let pause: Duration = form == .bar ? .milliseconds(100) : .seconds(1)
            if !isNew, done != total, let shown = state.shown, now - shown < pause { return }
            state.shown = now
            let seconds = (now - state.start) / .seconds(1)
            let figures = ProgressFigures(unit, phase: phase, done: done, of: total, seconds: seconds)
            guard form == .bar else { return Self.showJSON(figures) }
            state.isOnScreen = true
            showProgress(figures.bar)
        }
    }

    func end() {
        state.withLock { state in
            if state.isOnScreen { clearProgress() }
            state.isOnScreen = false
        }
    }

    private static func showJSON(_ figures: ProgressFigures) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Whole numbers and plain words always encode.
        guard let text = try? encoder.encode(figures) else { return }
        note(String(decoding: text, as: UTF8.self))
    }
}
