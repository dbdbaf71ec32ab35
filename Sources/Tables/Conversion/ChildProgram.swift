internal import Glibc

/// Another program that is run to its end or to a time limit, with what it writes going into a file.
enum ChildProgram {
    enum Ending: Equatable {
        /// By itself, with this status; 128 and more where a signal ended it.
        case ended(Int32)
        /// It was ended at the time limit, with all programs that it had started.
        case tookTooLong
        /// It could not be started.
        case notStarted
    }

    /// The path of a program on a search path such as `/usr/local/bin:/usr/bin`; nil where none of its folders has it.
    static func find(_ name: String, on searchPath: String) -> String? {
        searchPath.split(separator: ":").map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 }
    }

    /// Runs a program, by its path and arguments, with its output and errors going to a file.
    static func run(_ words: [String], log: String, limit: Duration) -> Ending {
        guard let process = start(words, log: log) else { return .notStarted }
        let clock = ContinuousClock()
        let end = clock.now + limit
        var status: Int32 = 0
        while true {
            let ended = unsafe waitpid(process, &status, WNOHANG)
            if ended == process { return .ended(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F) }
            if ended < 0, errno != EINTR { return .ended(127) }
            if clock.now >= end {
                // An office starts programs of its own, all in the group of the first.
                kill(-process, SIGKILL)
                while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
                return .tookTooLong
            }
            usleep(20_000)
        }
    }

    private static func start(_ words: [String], log: String) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)

        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        var copies = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { while let copy = unsafe copies.popLast() { unsafe free(copy) } }
        var process: pid_t = 0
        let code = unsafe posix_spawn(&process, words[0], &actions, &attributes, &copies, environ)
        return code == 0 ? process : nil
    }
}
