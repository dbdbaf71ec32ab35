import Foundation
import Synchronization

/// Registers a run's parts in their order while later ones are still drawn, on a thread of its own.
///
/// All of it is one transaction, which ends when every file is whole and on the disk.
final class Registrar: Sendable {
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
    private let state: Mutex<State>
    private let changed = NSCondition()

    /// Begins to register a run of so many parts.
    ///
    /// - Parameters:
    ///   - parts: how many parts it has.
    ///   - staged: where their journals are.
    ///   - register: registers what it is given.
    init(parts: Int, of staged: StagedFolder, _ register: @escaping @Sendable (Registrar) throws -> Void) {
        self.parts = parts
        state = Mutex(State(staged: staged))
        Thread { [self] in
            let result = Result { try register(self) }
            change { ($0.result, $0.staged) = (result, nil) }
        }.start()
    }

    /// Notes that a part and its journal are on the disk; from any thread.
    func add(_ part: Int) { change { $0.whole.insert(part) } }

    /// Goes through the parts in their order, each as soon as it is whole; ends when the whole run is on the disk.
    ///
    /// Throws what `body` throws, and where the run was given up.
    func forEachPart(_ body: (PartJournal) throws -> Void) throws {
        for part in 0..<parts {
            guard wait({ $0.whole.contains(part) ? $0.mayEnd != false : $0.mayEnd }) else { throw GivenUp() }
            if let journal = try state.withLock(\.staged)?.part(part) { try body(journal) }
        }
        guard wait(\.mayEnd) else { throw GivenUp() }
    }

    /// Lets the transaction end, now that everything is on the disk; throws what registering failed of.
    func end() throws {
        change { $0.mayEnd = true }
        try wait(\.result).get()
    }

    /// Takes everything back, unless it has ended; returns when that is done.
    func giveUp() {
        change { $0.mayEnd = $0.mayEnd ?? false }
        _ = wait(\.result)
    }

    private func change(_ body: (inout State) -> Void) {
        changed.lock()
        defer { changed.unlock() }
        state.withLock { body(&$0) }
        changed.broadcast()
    }

    private func wait<Value>(_ value: (State) -> Value?) -> Value {
        changed.lock()
        defer { changed.unlock() }
        while true {
            if let value = state.withLock({ value($0) }) { return value }
            changed.wait()
        }
    }
}
