import Files
import Glibc
package import Messages
package import Payload

/// The revocation list of a gate that works for days: the newest one at each question.
///
/// Files are read again when they were changed or taken away; a list that is older than one of before is a fault, whatever
/// became of the files.
package struct RevocationWatch: Sendable {
    /// The list; nil where the gate has none and never had.
    package private(set) var list: RevocationList?

    private let kept: KeptRevocations
    /// A list that is named by hand, in place of the kept one.
    private let file: String?
    private var stamps: [ListStamp?]
    private var newest: SeenRevocations?

    /// The list beside a gate's keys, or in its place that of a file; `remark` is told what a person should know.
    ///
    /// Throws what ``KeptRevocations/list(remark:)`` and ``KeptRevocations/list(file:)`` throw.
    package init(_ kept: KeptRevocations, file: String?, remark: (Message) -> Void) throws {
        (self.kept, self.file) = (kept, file)
        stamps = []
        _ = try read(remark)
    }

    /// Reads the list again where a file is not what it was; tells whether the list is another than before.
    ///
    /// Throws what ``init(_:file:remark:)`` throws; `KeptListError.keptRevocationsFaulty`, or for a file that is named
    /// `olderRevocations` and its kind, where the list is older than the one of before, or gone.
    package mutating func refresh(remark: (Message) -> Void) throws -> Bool {
        guard currentStamps != stamps else { return false }
        return try read(remark)
    }

    private mutating func read(_ remark: (Message) -> Void) throws -> Bool {
        // What changes while it is read is read again at the next question.
        stamps = currentStamps
        let before = newest
        if let file {
            let reading = try kept.reading(file: file)
            if let refusal = newest?.refusal(of: reading.seen) { throw refusal }
            (list, newest) = (reading.list, reading.seen)
        } else {
            let reading = try kept.reading(after: newest, remark)
            if let newest { try kept.check(reading?.seen, follows: newest) }
            (list, newest) = (reading?.list, reading?.seen)
            // Reading may have written the memory anew.
            if stamps.count > 1 { stamps[1] = ListStamp(kept.seenPath) }
        }
        return newest != before
    }

    private var currentStamps: [ListStamp?] {
        guard let file else { return [ListStamp(kept.path), ListStamp(kept.seenPath)] }
        // A pipe gives its list once.
        return FileStamp(file).map { $0.isRegular ? [ListStamp(file)] : [] } ?? (stamps.isEmpty ? [] : [nil])
    }
}

/// Which file has a name and in what state it is, with the time of its last change that nobody can set.
private struct ListStamp: Equatable, Sendable {
    private let file: FileStamp
    private let seconds, nanoseconds: Int

    init?(_ path: String) {
        var status = stat()
        guard let file = FileStamp(path), unsafe stat(path, &status) == 0 else { return nil }
        self.file = file
        (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    }
}
