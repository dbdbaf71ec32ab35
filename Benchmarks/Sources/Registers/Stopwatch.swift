import Glibc

/// Measures this process's processing beside the time that passes.
struct Stopwatch {
    /// What passed, in seconds.
    struct Reading {
        var processing: Double
        var time: Double

        /// The reading as JSON.
        var json: String { "{\"cpu\": \(processing), \"wall\": \(time)}" }
    }

    private let start = ContinuousClock.now
    private let processing = Self.processing

    var reading: Reading {
        Reading(processing: Self.processing - processing, time: (ContinuousClock.now - start) / .seconds(1))
    }

    private static var processing: Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
