import Files
import Messages
import Payload
import Register

struct TypedSerials {
    private(set) var serials: [Serial] = []
    /// What is wrong with the texts that are no serials, in their order.
    private(set) var faults: [String] = []

    /// The serials, where all texts are such; else each fault is named and the program ends.
    var checked: [Serial] {
        get throws {
            guard !faults.isEmpty else { return serials }
            for fault in faults { note("mocban: \(fault)") }
            throw FailureCategory.badInput.code
        }
    }

    init(_ texts: [String]) {
        for text in texts {
            do throws(Serial.ParseError) { serials.append(try Serial(parsing: text)) } catch {
                faults.append("\(text.shown): \(error)")
            }
        }
    }
}

/// Gives each of several faults its own line.
func namingAll<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let faults as SerialFaults where faults.errors.count > 1 {
        for fault in faults.errors { note("mocban: \(fault)") }
        note("mocban: nothing was changed")
        throw FailureCategory(of: faults).code
    }
}
