#if DEBUG || MOCBAN_FAULTS
    import Foundation
#endif

/// The random source of new keys: the system's.
///
/// A build for tests takes the numbers that follow from `MOCBAN_SEED`, where the environment has it, and from the keys that
/// the office has already, so that what a test prints is the same each time. A plain release build has no such way.
struct KeyNumbers: RandomNumberGenerator {
    private var system = SystemRandomNumberGenerator()
    #if DEBUG || MOCBAN_FAULTS
        private var state: UInt64?
        /// What `--version` says of the build besides the version.
        static let remark = " for tests: never issue anything with it"
    #else
        static let remark = ""
    #endif

    /// For keys of the office in a folder, be it there yet or not.
    init(_ folder: String) {
        #if DEBUG || MOCBAN_FAULTS
            guard let seed = ProcessInfo.processInfo.environment["MOCBAN_SEED"] else { return }
            let keys = FileManager.default.contents(atPath: folder + "/keyring.jwks") ?? Data()
            // FNV-1a.
            state = (Array(seed.utf8) + keys).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        #endif
    }

    mutating func next() -> UInt64 {
        #if DEBUG || MOCBAN_FAULTS
            if let known = state {
                // Knuth's linear congruence: keys of tests need differ, and no more.
                let next = known &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                state = next
                return next
            }
        #endif
        return system.next()
    }
}
