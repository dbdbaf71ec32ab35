import Dispatch
import Glibc

/// Runs work that Ctrl-C or a polite kill stops cleanly: its task is cancelled and throws.
///
/// A second signal ends the program at once, should the work hang in a read.
func stoppable<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
    let task = Task { try await work() }
    // A queue of its own: the shared ones wait while every processor is busy drawing.
    let queue = DispatchQueue(label: "signals")
    let signals = [SIGINT, SIGTERM]
    let sources = signals.map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
            if task.isCancelled { _exit(ExitStatus.interrupted.rawValue) }
            task.cancel()
        }
        source.resume()
        return source
    }
    defer {
        for source in sources { source.cancel() }
        for number in signals { signal(number, SIG_DFL) }
    }
    return try await task.value
}
