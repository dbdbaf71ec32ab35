import Glibc
import Synchronization

/// Places at which a build for tests can be made to kill itself, to test that whatever ends a run leaves nothing half done.
///
/// The variable `MOCBAN_FAULT` of the environment names one, `staged-part`, or its third passing, `staged-part:3`; the process
/// stops there until somebody has it go on with `staged-part:3:stop`. A plain release build has none of this.
package enum FaultPoint: String, CaseIterable, Sendable {
    /// In the midst of a PDF's bytes.
    case writingPart = "writing-part"
    /// A PDF is whole, its journal is not yet written.
    case drawnPart = "drawn-part"
    /// In the midst of a part's journal.
    case writingJournal = "writing-journal"
    /// A part and its journal are whole.
    case stagedPart = "staged-part"
    /// All parts are whole, the manifest is not yet written.
    case beforeManifest = "before-manifest"
    /// All is whole, and nothing is registered.
    case beforeRegister = "before-register"
    /// All is written to the register, and not committed.
    case registering
    /// All is registered, and no file has its name.
    case afterRegister = "after-register"
    /// An earlier run's file was moved.
    case movedEarlier = "moved-earlier"
    /// A file has got its name.
    case betweenRenames = "between-renames"
    /// All files but the manifest have their names.
    case beforeLastRename = "before-last-rename"
    /// All files have their names, and nobody knows it yet.
    case beforeSettled = "before-settled"
    /// The run has ended, and its staging folder is still there.
    case settled
    /// The staging folder is the mark that the run has ended, and has all files that are not needed for that still.
    case removing
    /// All is done, and nobody was told.
    case ended
    /// Who gave the command was told, and the mark is still there.
    case answered

    #if DEBUG || MOCBAN_FAULTS
        private static let chosen: (point: String, passing: Int, signal: Int32)? = {
            guard let value = unsafe getenv("MOCBAN_FAULT") else { return nil }
            let words = unsafe String(cString: value).split(separator: ":")
            guard let name = words.first else { return nil }
            return (String(name), words.count > 1 ? Int(words[1]) ?? 1 : 1, words.last == "stop" ? SIGSTOP : SIGKILL)
        }()
        private static let passings = Atomic(0)
    #endif

    /// Ends the program here, as a power failure would, where that is wished; `last` is done just before.
    @inline(__always)
    package func pass(_ last: () -> Void = {}) { Self.pass(rawValue, last) }

    @inline(__always)
    fileprivate static func pass(_ name: String, _ last: () -> Void = {}) {
        #if DEBUG || MOCBAN_FAULTS
            guard let chosen = Self.chosen, chosen.point == name,
                Self.passings.wrappingAdd(1, ordering: .relaxed).newValue == chosen.passing
            else { return }
            if chosen.signal == SIGKILL { last() }
            kill(getpid(), chosen.signal)
        #endif
    }
}

/// Such places of a revocation list's import.
package enum ListFaultPoint: String, CaseIterable, Sendable {
    /// The list is whole under another name, and not remembered.
    case staged = "list-staged"
    /// The list is remembered, and not in its place.
    case remembered = "list-remembered"

    /// Ends the program here where that is wished.
    @inline(__always)
    package func pass() { FaultPoint.pass(rawValue) }
}
