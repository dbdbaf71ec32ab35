import Files
import Register

/// Registers a run's parts in their order while later ones are still drawn.
///
/// All of it is one transaction, which ends when every file is whole and on the disk.
struct Registrar: Sendable {
    private let parts: Int
    private let staged: StagedFolder
    private let begin: @Sendable () throws -> RunTransaction
    private let stream: AsyncStream<Int>
    private let whole: AsyncStream<Int>.Continuation

    /// What registers a run of so many parts, whose journals are in a folder.
    init(parts: Int, of staged: StagedFolder, begin: @escaping @Sendable () throws -> RunTransaction) {
        (self.parts, self.staged, self.begin) = (parts, staged, begin)
        (stream, whole) = AsyncStream.makeStream()
    }

    /// Notes that a part and its journal are on the disk.
    func add(_ part: Int) { whole.yield(part) }

    /// Lets the transaction end, now that everything is on the disk.
    func end() { whole.finish() }

    /// Registers what is whole, part by part, until ``end()``; where the task is cancelled, all of it is taken back.
    @concurrent
    func register() async throws {
        let transaction = try begin()
        var waiting: Set<Int> = []
        var next = 0
        if parts == 0 { try transaction.end() }
        for await part in stream {
            waiting.insert(part)
            while waiting.remove(next) != nil {
                try add(staged.part(next), to: transaction)
                next += 1
                // Large indexes are made while lists are written.
                if next == parts { try transaction.end() }
            }
        }
        try Task.checkCancellation()
        FaultPoint.registering.pass()
        try transaction.commit()
    }

    private func add(_ part: PartJournal, to transaction: RunTransaction) throws {
        guard !part.items.isEmpty else { return }
        try transaction.add(
            Run.File(name: part.file, sheets: part.sheets, sha256: part.digest),
            part.items.map {
                Run.Item(issuance: try Issuance(journaled: $0.record), page: $0.page, position: $0.position)
            })
    }
}
