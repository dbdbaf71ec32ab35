import Dispatch
import Files
import Glibc
import Messages
import Synchronization

/// Runs work that Ctrl-C or a polite kill stops cleanly: its task is cancelled and throws.
///
/// A second signal ends the program at once, should the work hang in a read.
func stoppable<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
    // The handlers come before the task, so that no signal finds the work begun and nobody listening.
    let state = Mutex<(task: Task<Result, any Error>?, isStopped: Bool)>((nil, false))
    // A queue of its own: the shared ones wait while every processor is busy drawing.
    let queue = DispatchQueue(label: "signals")
    let signals = [SIGINT, SIGTERM]
    let sources = signals.map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
            state.withLock { state in
                if state.isStopped { _exit(FailureCategory.interrupted.status) }
                state.isStopped = true
                state.task?.cancel()
            }
        }
        source.resume()
        return source
    }
    defer {
        for source in sources { source.cancel() }
        for number in signals { signal(number, SIG_DFL) }
    }
    let task = Task { try await work() }
    state.withLock { state in
        state.task = task
        if state.isStopped { task.cancel() }
    }
    return try await task.value
}
