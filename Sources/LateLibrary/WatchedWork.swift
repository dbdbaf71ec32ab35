import Dispatch
import Files
import Glibc
package import Messages
import Synchronization
import SystemPackage

/// Work of C libraries on one file or page, which cannot be interrupted: with more time or memory than it may take, it ends
/// the process.
///
/// Nothing is watched before ``LibraryWatch/start(_:)``, which commands call and programs that use the library do not.
package final class WatchedWork: Sendable {
    /// What is worked on, as a message begins with it.
    let subject: @Sendable () -> Message
    /// Processor time that it may take, in seconds.
    let seconds: Double
    /// The work that it is a part of, whose time its own is counted as too.
    private let whole: WatchedWork?
    private let used = Mutex<(seconds: Double, running: Running?)>((0, nil))

    /// A call that runs: its thread's clock, and what that showed at its beginning.
    private struct Running: Sendable {
        var clock: clockid_t
        var start: Double

        var seconds: Double { LibraryWatch.seconds(of: clock) - start }
    }

    /// Work on something, such as a file or a page of it, whose calls may take so many seconds together.
    package init(
        _ subject: @autoclosure @escaping @Sendable () -> Message, seconds: Double, of whole: WatchedWork? = nil
    ) {
        (self.subject, self.seconds, self.whole) = (subject, seconds, whole)
    }

    /// Work on a file, whose calls may take so many seconds together.
    package convenience init(_ path: String, seconds: Double, of whole: WatchedWork? = nil) {
        self.init(Message(verbatim: path), seconds: seconds, of: whole)
    }

    /// Makes a call of the work, on the thread that it is called on; such calls do not overlap.
    package func call<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        guard LibraryWatch.isOn else { return try body() }
        var clock = clockid_t()
        unsafe pthread_getcpuclockid(pthread_self(), &clock)
        let running = Running(clock: clock, start: LibraryWatch.seconds(of: clock))
        used.withLock { $0.running = running }
        LibraryWatch.begin(self)
        defer {
            LibraryWatch.end(self)
            let seconds = running.seconds
            used.withLock { $0 = ($0.seconds + seconds, nil) }
            whole?.used.withLock { $0.seconds += seconds }
        }
        return try body()
    }

    /// The work that has taken more time than it may: this, or the one that it is a part of; nil where neither has.
    var overrun: WatchedWork? {
        let (before, now) = used.withLock { ($0.seconds, $0.running?.seconds ?? 0) }
        if before + now > seconds { return self }
        guard let whole else { return nil }
        return whole.used.withLock(\.seconds) + now > whole.seconds ? whole : nil
    }
}

/// The watch over all work of C libraries in the process.
package enum LibraryWatch {
    /// What work took too much of.
    package struct Excess: Told, Equatable, CustomStringConvertible {
        package let subject: Message
        package let resource: Resource

        package enum Resource: Equatable, Sendable {
            /// Processor time, in seconds.
            case time(Double)
            /// Memory, in bytes.
            case memory(Int)
        }

        package var message: Message {
            switch resource {
            case .time(let seconds):
                Message(
                    en: "\(subject.english) takes more than \(Int(seconds)) s to read and draw: it is not used",
                    vi: "\(subject.vietnamese) mất hơn \(Int(seconds)) giây để đọc và vẽ: không dùng tệp này")
            case .memory(let bytes):
                Message(
                    en: "\(subject.english) takes more than \(bytes >> 20) MiB of memory: it is not used",
                    vi: "\(subject.vietnamese) chiếm hơn \(bytes >> 20) MiB bộ nhớ: không dùng tệp này")
            }
        }

        package var description: String { message.english }
    }

    /// Memory that the process may have for each work that goes on at once: 1 GiB.
    static let mostMemory = 1 << 30
    // Memory is filled at some gigabytes a second.
    private static let interval = DispatchTimeInterval.milliseconds(40)

    private struct State: Sendable {
        var end: (@Sendable (Excess) -> Never)?
        var works: [ObjectIdentifier: WatchedWork] = [:]
        // Works that went on at once at most: what each has taken may still be kept for the next.
        var most = 1
        var isLooking = false
    }

    private static let isStarted = Atomic(false)
    private static let state = Mutex(State())
    // A queue of its own: the shared ones wait while every processor is busy.
    private static let queue = DispatchQueue(label: "library watch")

    static var isOn: Bool { isStarted.load(ordering: .relaxed) }

    /// Begins to watch, once for the process; nothing is done until there is work.
    ///
    /// `end` is told what takes too much, on a thread of its own while the work goes on, and ends the process.
    package static func start(_ end: @escaping @Sendable (Excess) -> Never) {
        state.withLock { $0.end = end }
        isStarted.store(true, ordering: .relaxed)
    }

    static func begin(_ work: WatchedWork) {
        let isFirst = state.withLock { state in
            state.works[ObjectIdentifier(work)] = work
            state.most = max(state.most, state.works.count)
            defer { state.isLooking = true }
            return !state.isLooking
        }
        if isFirst { lookAgain() }
    }

    /// Looks at all work now and then, as long as there is any.
    private static func lookAgain() {
        queue.asyncAfter(deadline: .now() + interval) {
            if let excess = excess(), let end = state.withLock(\.end) { end(excess) }
            let isNeeded = state.withLock { state in
                state.isLooking = !state.works.isEmpty
                return state.isLooking
            }
            if isNeeded { lookAgain() }
        }
    }

    static func end(_ work: WatchedWork) { state.withLock { $0.works[ObjectIdentifier(work)] = nil } }

    static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func excess() -> Excess? {
        let (works, most) = state.withLock { ($0.works.values.map(\.self), $0.most) }
        guard let first = works.first else { return nil }
        if let slow = works.lazy.compactMap(\.overrun).first {
            return Excess(subject: slow.subject(), resource: .time(slow.seconds))
        }
        guard residentMemory > most * mostMemory else { return nil }
        return Excess(subject: first.subject(), resource: .memory(mostMemory))
    }

    /// The process's memory that is in use, in bytes (proc(5), `statm`); 0 where the system does not say.
    private static var residentMemory: Int {
        guard let file = try? FileDescriptor.open("/proc/self/statm", .readOnly) else { return 0 }
        defer { try? file.close() }
        let fields = String(decoding: (try? file.bytes(128)) ?? [], as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
