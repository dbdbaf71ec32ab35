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
            let figures = ProgressFigures(
                unit(in: progress.phase), phase: progress.phase.rawValue, done: progress.done, of: progress.total,
                seconds: (now - state.start) / .seconds(1))
            switch form {
            case .bar:
                state.isOnScreen = true
                showProgress(figures.bar)
            case .json: Self.showJSON(figures)
            case .none: break
            }
        }
    }

    /// Clears the line.
    func end() {
        state.withLock { state in
            if state.isOnScreen { clearProgress() }
            state.isOnScreen = false
        }
    }

    private func unit(in phase: RunProgress.Phase) -> String {
        switch phase {
        case .reading: "rows"
        case .matching: "people"
        case .drawing, .proving, .writing, .registering: noun + "s"
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
