import Foundation

/// Registers a run's parts in their order while later ones are still drawn, on a thread of its own.
///
/// All of it is one transaction, which ends when every file is whole and on the disk.
package final class Registrar: Sendable {
    /// What keeps the transaction from ending: the run was given up.
    private struct GivenUp: Error {}

    private struct State {
        /// Where the journals are; nil at the end, since the thread may outlive the run by a moment, and the folder must not.
        var staged: StagedFolder?
        var whole: Set<Int> = []
        /// Whether the transaction may end; nil while files are missing.
        var mayEnd: Bool?
        var result: Result<Void, any Error>?
    }

    private let parts: Int
    private let state: Waitable<State>

    /// Begins to register a run of so many parts.
    ///
    /// - Parameters:
    ///   - parts: how many parts it has.
    ///   - staged: where their journals are.
    ///   - register: registers what it is given.
    package init(parts: Int, of staged: StagedFolder, _ register: @escaping @Sendable (Registrar) throws -> Void) {
        self.parts = parts
        state = Waitable(State(staged: staged))
        Thread { [self] in
            let result = Result { try register(self) }
            state.change { ($0.result, $0.staged) = (result, nil) }
        }.start()
    }

    /// Notes that a part and its journal are on the disk; from any thread.
    package func add(_ part: Int) { state.change { $0.whole.insert(part) } }

    /// Goes through the parts in their order, each as soon as it is whole.
    ///
    /// Throws what `body` throws, and where the run was given up.
    package func forEachPart(_ body: (PartJournal) throws -> Void) throws {
        for part in 0..<parts {
            guard state.wait({ $0.whole.contains(part) ? $0.mayEnd != false : $0.mayEnd }) else { throw GivenUp() }
            if let journal = try state.now.staged?.part(part) { try body(journal) }
        }
    }

    /// Waits until the whole run is on the disk; throws where it was given up.
    package func waitForEnd() throws { guard state.wait(\.mayEnd) else { throw GivenUp() } }

    /// Lets the transaction end, now that everything is on the disk; throws what registering failed of.
    package func end() throws {
        state.change { $0.mayEnd = true }
        try state.wait(\.result).get()
    }

    /// Takes everything back, unless it has ended; returns when that is done, of a large run after some seconds where its
    /// indexes are being made.
    package func giveUp() {
        state.change { $0.mayEnd = $0.mayEnd ?? false }
        _ = state.wait(\.result)
    }
}

/// A value that one thread can wait for another to change.
// Swift's own mutex has nothing to wait on.
private final class Waitable<Value>: @unchecked Sendable {
    private let changed = NSCondition()
    private var value: Value

    init(_ value: Value) { self.value = value }

    var now: Value { changed.withLock { value } }

    func change(_ body: (inout Value) -> Void) {
        changed.withLock {
            body(&value)
            changed.broadcast()
        }
    }

    /// Waits until `part` is not nil.
    func wait<Part>(_ part: (Value) -> Part?) -> Part {
        changed.withLock {
            while true {
                if let part = part(value) { return part }
                changed.wait()
            }
        }
    }
}
