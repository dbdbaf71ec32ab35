public import ArgumentParser
package import Layout
package import Mocban
package import Payload
package import Register
package import VietnameseText

// The library's own types as arguments of the command line.

extension Grouping: ExpressibleByArgument {}

extension TemplateLanguage: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
    /// Reads `3/8`.
    package init?(argument: String) { self.init(argument) }
}

extension BaseURL: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
    /// Reads `2026-11-24T06:43:29Z` or `2026-11-24`.
    package init?(argument: String) { self.init(argument) }
}
