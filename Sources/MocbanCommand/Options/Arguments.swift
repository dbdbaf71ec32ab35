public import ArgumentParser
public import Layout
public import Mocban
public import Payload
public import Register
public import VietnameseText

// The library's own types as arguments of the command line.

extension Grouping: ExpressibleByArgument {}

extension TemplateLanguage: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
    /// Reads `3/8`.
    public init?(argument: String) { self.init(argument) }
}

extension BaseURL: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
    /// Reads `2026-11-24T06:43:29Z` or `2026-11-24`.
    public init?(argument: String) { self.init(argument) }
}
