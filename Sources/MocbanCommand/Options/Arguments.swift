public import ArgumentParser
package import Layout
package import Messages
package import Mocban
package import Payload
package import QRCode
package import Register
package import VietnameseText

// The library's own types as arguments of the command line.

extension Language: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}
extension TemplateLanguage: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension BaseURL: ExpressibleByArgument {}
extension Duplex: ExpressibleByArgument {}
extension SheetProfile.Cut: ExpressibleByArgument {}
extension PrintForm.Order: ExpressibleByArgument {}
extension Ink: ExpressibleByArgument {}
extension QRCode.Encoder: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Timestamp: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
