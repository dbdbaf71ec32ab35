import Files
import Foundation
import Glibc
import Payload
import Synchronization

/// A program that tests run as a process of its own.
package struct Program: Sendable {
    /// What a process that has ended left behind.
    package struct Outcome: Sendable {
        /// The exit status, or 128 and the signal's number, as shells count it.
        package let status: Int32
        /// Standard output.
        package let output: [UInt8]
        /// Standard error.
        package let errors: String

        /// Standard output as text.
        package var text: String { String(decoding: output, as: UTF8.self) }

        /// The lines of standard output.
        package var lines: [String] { text.split(separator: "\n").map(String.init) }

        /// The lines of standard error.
        package var errorLines: [String] {
            errors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    package let path: String
    private var prefix: [String] = []
    private var variables = ["MOCBAN_CLOCK": TestRun.clock.description, "MOCBAN_SEED": TestRun.seed]

    /// A program by its path.
    package init(path: String) { self.path = path }

    /// The same program, started by another with arguments of its own.
    private func behind(_ other: String, _ arguments: [String]) -> Program {
        var program = Program(path: other)
        program.prefix = arguments + [path] + prefix
        program.variables = variables
        return program
    }

    /// The built `mocban`, beside the program that runs the tests; it speaks English unless a test says otherwise.
    package static let mocban: Program = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return Program(path: (tests as NSString).deletingLastPathComponent + "/mocban")
            .inEnglish
    }()

    /// The same program in an English system, whatever that of the tests is: for those that start `mocban`.
    package var inEnglish: Program {
        // Shells warn of an LC_ALL that the system does not have, not of a LANG.
        with("LC_ALL=").with("LC_MESSAGES=").with("LANG=en_US.UTF-8")
    }

    /// A program of the system.
    package static func system(_ name: String) -> Program { Program(path: "/usr/bin/" + name) }

    /// The same program where no file grows beyond so many blocks of 512 bytes: what a full disk is to it.
    package func filesLimited(toBlocks blocks: Int) -> Program {
        // The signal is ignored, so that the write itself fails, as on a full disk.
        let script = "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""
        return behind("/bin/sh", ["-c", script])
    }

    /// The same program in a folder as its current one.
    package func inFolder(_ folder: String) -> Program { behind("/usr/bin/env", ["-C", folder]) }

    /// The same program with a variable of its environment set, `NAME=value`.
    package func with(_ variable: String) -> Program {
        var program = self
        let parts = variable.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        program.variables[String(parts[0])] = String(parts[1])
        return program
    }

    /// Runs the program to its end, with a text as its standard input.
    package func run(_ arguments: [String], input: String = "") throws -> Outcome {
        let running = try start(arguments)
        running.write(input)
        running.endInput()
        return running.outcome()
    }

    /// Starts the program.
    package func start(_ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(path: path, arguments: prefix + arguments, variables: variables)
    }
}

/// A process that was started and may still be running.
package final class RunningProgram {
    /// Thrown where a process cannot be started.
    package struct NotStarted: Error {
        package let path: String
        package let code: Int32
    }

    private let process: pid_t
    private let input: FileHandle
    private let output: FileHandle
    private let errors: FileHandle
    private var pending: [UInt8] = []

    // One start at a time: a child that inherits another's pipe would keep it open.
    private static let starting = Mutex(())

    private var hasEnded = false
    private var isInputOpen = true

    fileprivate init(path: String, arguments: [String], variables: [String: String]) throws {
        let started = Self.starting.withLock { _ in
            let (inputPipe, outputPipe, errorPipe) = (Self.pipe(), Self.pipe(), Self.pipe())
            let theirs = [inputPipe.read, outputPipe.write, errorPipe.write]
            let result = Self.spawn([path] + arguments, variables, descriptors: theirs)
            for end in theirs { close(end) }
            return (input: inputPipe.write, output: outputPipe.read, errors: errorPipe.read, result: result)
        }
        input = FileHandle(fileDescriptor: started.input, closeOnDealloc: true)
        output = FileHandle(fileDescriptor: started.output, closeOnDealloc: true)
        // What a program says of errors fits into the pipe, so that nobody need read it meanwhile.
        errors = FileHandle(fileDescriptor: started.errors, closeOnDealloc: true)
        process = started.result.process
        guard started.result.code == 0 else {
            hasEnded = true
            throw NotStarted(path: path, code: started.result.code)
        }
    }

    private static func spawn(
        _ words: [String], _ variables: [String: String], descriptors: [Int32]
    ) -> (process: pid_t, code: Int32) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }

        // The child begins with every signal as usual, whatever the tests' own runner has set.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        let environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
        var copies = unsafe words.map { unsafe strdup($0) } + [nil]
        var lines = unsafe environment.map { unsafe strdup($0.key + "=" + $0.value) } + [nil]
        defer {
            while let copy = unsafe copies.popLast() { unsafe free(copy) }
            while let line = unsafe lines.popLast() { unsafe free(line) }
        }
        var process: pid_t = 0
        let code = unsafe posix_spawn(&process, words[0], &actions, &attributes, &copies, &lines)
        return (process, code)
    }

    deinit {
        guard !hasEnded else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    private static func pipe() -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        precondition(unsafe Glibc.pipe(&ends) == 0, "no pipe is left")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Whether the process is still there; never waits.
    package var isRunning: Bool {
        guard !hasEnded else { return false }
        var information = unsafe siginfo_t()
        let status = unsafe waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
        return unsafe status == 0 && information.si_signo == 0
    }

    /// Waits until the process has stopped at a fault point, or ended.
    ///
    /// - Returns: Whether it has stopped.
    package func waitUntilStopped() -> Bool {
        var information = unsafe siginfo_t()
        while unsafe waitid(P_PID, id_t(process), &information, WSTOPPED | WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return unsafe information.si_code == CLD_STOPPED
    }

    /// Sends the process a signal.
    package func send(_ signal: Int32) { if !hasEnded { kill(process, signal) } }

    /// Writes to the process's standard input; one that reads no more is left alone.
    package func write(_ text: String) {
        signal(SIGPIPE, SIG_IGN)
        try? input.write(contentsOf: Data(text.utf8))
    }

    /// Ends the process's standard input.
    package func endInput() {
        if isInputOpen { try? input.close() }
        isInputOpen = false
    }

    /// Waits until the process has said something on standard error, which stays to be read, or a minute.
    ///
    /// - Returns: Whether there is something.
    package func waitForErrors() -> Bool {
        var waiting = pollfd(fd: errors.fileDescriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&waiting, 1, 60_000) == 1
    }

    /// The next line of standard output; nil at its end, or after a minute without one, so that no test hangs.
    package func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line
            }
            var waiting = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&waiting, 1, 60_000) == 1 else { return nil }
            let data = output.availableData
            guard !data.isEmpty else { return nil }
            pending += data
        }
    }

    /// Waits for the process to end.
    package func outcome() -> Program.Outcome {
        endInput()
        let bytes = pending + ((try? output.readToEnd()) ?? Data())
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        hasEnded = true
        let message = (try? errors.readToEnd()) ?? Data()
        let signal = status & 0x7F
        return Program.Outcome(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: bytes,
            errors: String(decoding: message, as: UTF8.self))
    }
}
