import Payload

/// Serials as a person typed them.
struct TypedSerials {
    private(set) var serials: [Serial] = []
    /// What is wrong with the texts that are no serials, in their order.
    private(set) var faults: [String] = []

    init(_ texts: [String]) {
        for text in texts {
            do throws(Serial.ParseError) { serials.append(try Serial(parsing: text)) } catch {
                faults.append("\(text.shown): \(error)")
            }
        }
    }
}
