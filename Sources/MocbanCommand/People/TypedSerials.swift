import Files
import Messages
import Payload
import Register

struct TypedSerials {
    private(set) var serials: [Serial] = []
    /// What is wrong with the texts that are no serials, in their order.
    private(set) var faults: [Message] = []

    /// The serials, where all texts are such; else each fault is named and the program ends.
    var checked: [Serial] {
        get throws {
            guard !faults.isEmpty else { return serials }
            throw NamedFaults(lines: faults, category: .badInput)
        }
    }

    init(_ texts: [String]) {
        for text in texts {
            do throws(Serial.ParseError) { serials.append(try Serial(parsing: text)) } catch {
                faults.append(Message(of: error).prefixed(text.shown))
            }
        }
    }
}

extension Message {
    static let nothingChanged = Message(en: "nothing was changed", vi: "chưa thay đổi gì")
}

/// Gives each of several faults its own line.
func namingAll<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let faults as SerialFaults where faults.errors.count > 1 {
        throw NamedFaults(
            lines: faults.errors.map { Message(of: $0) } + [.nothingChanged], category: FailureCategory(of: faults))
    }
}
