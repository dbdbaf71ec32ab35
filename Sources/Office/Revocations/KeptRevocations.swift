import Files
import Foundation
import Glibc
package import Messages
package import Payload
import SystemPackage

/// The revocation list that a gate keeps in a file beside its keys, and what it remembers of the newest one.
///
/// A list that is gone, or older than one that was there, is a fault: revoked cards would be let in again. What is known
/// of the newest list is in a second file ("gate.revocations.seen"). A new list waits in a third one
/// ("gate.revocations.next") while that is written, so that whenever an import ends, what is remembered is there too.
package struct KeptRevocations: Sendable {
    // A province whose every card is revoked has a list of 6 MB; what is longer is no list.
    package static let sizeLimit = 32 << 20

    package let path: String
    /// The keys beside it, which vouch for it.
    package let keyring: Keyring

    private let keyringPath: String

    /// What became of a list that was offered.
    package enum Outcome: Sendable {
        /// It is kept from now on.
        case kept(RevocationList)
        /// It is kept from now on instead of a file that was no list, or none that the keys vouch for.
        case repaired(RevocationList)
        /// It is kept again: the file was gone, or held an older list than the newest that was there.
        case restored(RevocationList)
        /// It is the list that was kept already.
        case same(RevocationList)
    }

    /// The place beside a gate's keys: `gate.revocations` for `gate.jwks`.
    ///
    /// Throws what reading the keys throws.
    package init(keys keyringPath: String) throws {
        keyring = try Keyring(file: keyringPath)
        path = (keyringPath as NSString).deletingPathExtension + ".revocations"
        self.keyringPath = keyringPath
    }

    package init(keyring: Keyring, path: String, keyringPath: String) {
        (self.keyring, self.path, self.keyringPath) = (keyring, path, keyringPath)
    }

    /// The file with what is remembered of the newest list.
    package var seenPath: String { path + ".seen" }

    /// Where a new list waits until it is remembered.
    private var nextPath: String { path + ".next" }

    /// The list that is kept; nil where there is none and never was.
    ///
    /// `remark` is told that the memory of the newest was gone.
    ///
    /// Throws `KeptListError.keptRevocationsFaulty` where the file is no list that the keys vouch for, is older than
    /// one that was there, of another unit, or gone.
    package func list(remark: (Message) -> Void = { _ in }) throws -> RevocationList? {
        try reading(after: nil, remark)?.list
    }

    /// A list as it is in use.
    package struct Reading: Sendable {
        package var list: RevocationList
        package var seen: SeenRevocations
    }

    /// The list that is kept, with what is remembered of it; as ``list(remark:)``.
    ///
    /// The newest list that this process has seen counts as remembered whatever became of the file.
    package func reading(after newest: SeenRevocations?, _ remark: (Message) -> Void) throws -> Reading? {
        for _ in 0..<3 {
            do { return try readOnce(after: newest, remark) } catch KeptListError.keptRevocationsFaulty {
                // An import that works just now has changed one of the files, or somebody copies a list.
                usleep(50_000)
            }
        }
        return try readOnce(after: newest, remark)
    }

    private func readOnce(after newest: SeenRevocations?, _ remark: (Message) -> Void) throws -> Reading? {
        // The memory comes first: an import that ends in between leaves a newer list, never an older one.
        var memory = SeenRevocations.memory(seenPath)
        if let newest, memory.seen.map({ newest.refusal(of: $0) != nil }) ?? true {
            try remember(newest, remark) { what in
                Message(
                    en: "\(what.english): \(newest.numberAndDate.english) was the newest list",
                    vi: "\(what.vietnamese): danh sách mới nhất đã là \(newest.numberAndDate.vietnamese)")
            }
            memory = .seen(newest)
        }
        let kept: Reading?
        do { kept = try keptReading() } catch {
            if let next = nextReading(memory) { return settled(next) }
            throw error
        }
        guard let kept else {
            if let next = nextReading(memory) { return settled(next) }
            switch memory {
            case .nothing: return nil
            case .seen(let seen): throw gone(seen)
            case .damaged:
                throw faulty(
                    en: "it is gone: \(seenPath) is there, which is written beside a list",
                    vi: "không còn nữa: vẫn có \(seenPath), là tệp ghi kèm một danh sách")
            }
        }
        guard let seen = memory.seen else {
            try remember(kept.seen, remark) { what in
                Message(
                    en:
                        "\(what.english): the list \(path) itself, \(kept.seen.numberAndDate.english), counts as the newest. "
                        + "If an older one may have been put there, import the office's newest list",
                    vi:
                        "\(what.vietnamese): chính danh sách \(path), \(kept.seen.numberAndDate.vietnamese), được coi là mới "
                        + "nhất. Nếu có thể ai đó đã đặt vào một danh sách cũ hơn, hãy nạp danh sách mới nhất của cơ quan"
                )
            }
            return kept
        }
        if let refusal = seen.refusal(of: kept.seen) {
            if let next = nextReading(memory) { return settled(next) }
            throw faulty(refusal, seen, kept.seen)
        }
        if kept.seen != seen { try remember(kept.seen, remark) { _ in nil } }
        return kept
    }

    /// The list of any file, which is not older than the newest that was kept.
    ///
    /// Throws `KeptListError.notARevocationList` where the keys do not vouch for it, or `FileError.unreadable`;
    /// `olderRevocations`, `otherRevocations` or `revocationsOfOtherUnit` where the newest list that was kept is another.
    package func list(file: String) throws -> RevocationList { try reading(file: file).list }

    package func reading(file: String) throws -> Reading {
        let reading = try offered(file).reading
        for newest in floors(try? keptReading()) { if let refusal = newest.refusal(of: reading.seen) { throw refusal } }
        return reading
    }

    /// Keeps the list of a file instead of an older one, whole or not at all, and remembers it.
    ///
    /// Waits some seconds for another import.
    ///
    /// Throws `KeptListError.notARevocationList` where the keys do not vouch for it, `olderRevocations` where its number is
    /// below that of the newest list that was kept, `otherRevocations` where both have one number and differ,
    /// `revocationsOfOtherUnit` where the list that is kept is another unit's.
    package func take(file: String) throws -> Outcome {
        // Keys may bear any name, and no list is written over them.
        guard ![path, seenPath, nextPath].contains(keyringPath) else {
            throw FileError.outputIsInput(path: path, other: keyringPath)
        }
        let (bytes, offered) = try offered(file)
        let lock = try Self.lock(folder(of: path), seconds: 10)
        defer { lock.release() }
        var status = stat()
        if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw FileError.unwritable(path: path, reason: RegularFile.Fault.folder.message)
        }
        let memory = SeenRevocations.memory(seenPath)
        var kept: Reading?
        var isFaulty = false
        do { kept = try keptReading() } catch { isFaulty = true }
        for newest in floors(kept, memory) { if let refusal = newest.refusal(of: offered.seen) { throw refusal } }
        if kept?.seen == offered.seen {
            if memory.seen != offered.seen { try offered.seen.write(to: seenPath) }
            return .same(offered.list)
        }
        let isLost = memory.seen.map { seen in kept.map { seen.refusal(of: $0.seen) != nil } ?? !isFaulty } ?? false
        try AtomicFile.write(bytes, to: nextPath)
        ListFaultPoint.staged.pass()
        try offered.seen.write(to: seenPath)
        ListFaultPoint.remembered.pass()
        try writing(path) { try Errno.check(unsafe rename(nextPath, path)) }
        syncFolder(of: path)
        return isFaulty ? .repaired(offered.list) : isLost ? .restored(offered.list) : .kept(offered.list)
    }

    /// What a list must not be older than: the newest that is remembered, and the one that is there, if it may be.
    private func floors(_ kept: Reading?, _ memory: SeenRevocations.Memory? = nil) -> [SeenRevocations] {
        guard let seen = (memory ?? SeenRevocations.memory(seenPath)).seen else { return kept.map { [$0.seen] } ?? [] }
        // What was put there instead of the newest list does not keep that from coming back.
        guard let kept, seen.refusal(of: kept.seen) == nil else { return [seen] }
        return [seen, kept.seen]
    }

    private func offered(_ file: String) throws -> (bytes: [UInt8], reading: Reading) {
        let descriptor = try Files.reading(file) { try FileDescriptor.open(file, .readOnly) }
        defer { try? descriptor.close() }
        let bytes = try PlainFile.bytes(of: descriptor, path: file, limit: Self.sizeLimit)
        do throws(RevocationListError) { return (bytes, try reading(bytes)) } catch {
            throw KeptListError.notARevocationList(path: file, reason: error.message)
        }
    }

    private func reading(_ bytes: [UInt8]) throws(RevocationListError) -> Reading {
        let list = try RevocationList(verifying: bytes, keyring: keyring)
        return Reading(list: list, seen: SeenRevocations(list, bytes: bytes))
    }

    /// What is in the list's place; nil where there is nothing.
    private func keptReading() throws(KeptListError) -> Reading? {
        let bytes: [UInt8]?
        do { bytes = try PlainFile.bytes(of: path, limit: Self.sizeLimit) } catch {
            throw .keptRevocationsFaulty(path: path, reason: error.reason)
        }
        guard let bytes else { return nil }
        do throws(RevocationListError) { return try reading(bytes) } catch {
            throw .keptRevocationsFaulty(path: path, reason: error.message)
        }
    }

    /// The list that an import was to put into its place when it ended half-way: the one that is remembered, and no other.
    private func nextReading(_ memory: SeenRevocations.Memory) -> Reading? {
        guard let seen = memory.seen, let bytes = try? PlainFile.bytes(of: nextPath, limit: Self.sizeLimit),
            let next = try? reading(bytes), next.seen == seen
        else { return nil }
        return next
    }

    /// Ends an import that ended half-way, where it can; the list is good in any case.
    private func settled(_ next: Reading) -> Reading {
        guard let lock = try? FolderLock(folder(of: path)) else { return next }
        defer { lock.release() }
        if nextReading(SeenRevocations.memory(seenPath)) != nil, unsafe rename(nextPath, path) == 0 {
            syncFolder(of: path)
        }
        return next
    }

    /// Remembers a list that was found in its place; where that cannot be done it is said, and the list serves.
    private func remember(
        _ seen: SeenRevocations, _ remark: (Message) -> Void, _ words: (_ what: Message) -> Message?
    ) throws {
        do {
            let lock = try Self.lock(folder(of: path), seconds: 2)
            defer { lock.release() }
            let memory = SeenRevocations.memory(seenPath)
            var was = Message(en: "was not there", vi: "không có")
            switch memory {
            case .nothing: break
            case .damaged: was = Message(en: "was damaged", vi: "bị hỏng")
            case .seen(let other):
                // Another process was faster, or somebody has put an older memory there.
                guard other != seen, seen.refusal(of: other) != nil else { return }
                was = Message(
                    en: "had \(other.numberAndDate.english)", vi: "đã ghi \(other.numberAndDate.vietnamese)")
            }
            try seen.write(to: seenPath)
            words(
                Message(
                    en: "\(seenPath) \(was.english) and is written anew",
                    vi: "\(seenPath) \(was.vietnamese) nên được ghi lại")
            ).map(remark)
        } catch FileError.unwritable(let path, let reason) {
            remark(
                Message(
                    en: "\(path) cannot be written (\(reason.english)): the newest revocation list is not remembered",
                    vi: "không ghi được \(path) (\(reason.vietnamese)): không nhớ được danh sách thu hồi mới nhất"))
        } catch FileError.busy(let folder) {
            remark(
                Message(
                    en: "another mocban is writing to \(folder): the newest revocation list is not remembered",
                    vi: "một lệnh mocban khác đang ghi vào \(folder): không nhớ được danh sách thu hồi mới nhất"))
        }
    }

    /// The right to change a folder, waited for.
    private static func lock(_ folder: String, seconds: Int) throws(FileError) -> FolderLock {
        for _ in 0..<seconds * 20 {
            do throws(FileError) { return try FolderLock(folder) } catch {
                guard case .busy = error else { throw error }
                usleep(50_000)
            }
        }
        return try FolderLock(folder)
    }

    /// Holds what is there to a list that was there before.
    package func check(_ found: SeenRevocations?, follows seen: SeenRevocations) throws(KeptListError) {
        guard let found else { throw gone(seen) }
        if let refusal = seen.refusal(of: found) { throw faulty(refusal, seen, found) }
    }

    private func faulty(en english: String, vi vietnamese: String) -> KeptListError {
        .keptRevocationsFaulty(path: path, reason: Message(en: english, vi: vietnamese))
    }

    private func gone(_ seen: SeenRevocations) -> KeptListError {
        faulty(
            en: "it is gone, and was \(seen.numberAndDate.english)",
            vi: "không còn nữa, trước đây là \(seen.numberAndDate.vietnamese)")
    }

    private func faulty(_ refusal: KeptListError, _ seen: SeenRevocations, _ found: SeenRevocations) -> KeptListError {
        switch refusal {
        case .revocationsOfOtherUnit:
            faulty(
                en: "it is the unit \(found.unit)'s, and the one that was there is the unit \(seen.unit)'s",
                vi: "danh sách là của đơn vị \(found.unit), còn danh sách trước đây là của đơn vị \(seen.unit)")
        case .otherRevocations(let number):
            faulty(
                en: "it has the number \(number), as the one that was there has, and is not the same",
                vi: "danh sách có số \(number) như danh sách trước đây, nhưng nội dung khác")
        default:
            faulty(
                en: "it is \(found.numberAndDate.english), and \(seen.numberAndDate.english) was there already",
                vi: "đây là \(found.numberAndDate.vietnamese), mà trước đây đã có \(seen.numberAndDate.vietnamese)")
        }
    }
}
