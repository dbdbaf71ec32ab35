import Foundation
import Inhabitants
import Layout
import Messages
import Mocban
import Payload
import Register

/// An office in a temporary folder whose keys, people and clock are the same each time.
struct SampleOffice {
    /// How many people its roster has.
    static let people = 2_000

    let folder: URL
    let office: Office
    let keyring: Keyring
    let clock: Timestamp
    let inhabitants: [Inhabitant]

    init() throws {
        // The name is as long each time.
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("mocban-stages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        guard let clock = Timestamp("2026-01-15T01:00:00Z") else { throw Failure("the clock is no time") }
        self.clock = clock
        let configuration = OfficeConfiguration(unit: 19897, name: "UBND xã Quảng Phú", hotline: "0234 3557 999")
        // Office.create takes keys from the system's random source; other keys cost other instructions.
        var random = CountedNumbers()
        keyring = Keyring().generating(unit: configuration.unit, at: clock, using: &random)
        try keyring.export(to: folder.path + "/keyring.jwks")
        try configuration.yaml.write(
            to: folder.appendingPathComponent("mocban.yaml"), atomically: true, encoding: .utf8)
        let register = folder.path + "/register.sqlite"
        try Register(
            path: register, key: try keyring.registerKey(), access: .writing, head: HeadFile(of: register)
        ).noteKeys(of: keyring)
        office = try Office(folder: folder.path)
        let names = Names()
        inhabitants = (0..<Self.people).map { Inhabitant($0, names: names) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    var expires: Timestamp { clock.adding(seconds: 365 * 86_400) }

    /// Writes a roster of the first people; gives its path.
    func roster(_ count: Int) throws -> String {
        let file = folder.appendingPathComponent("roster.csv")
        let rows = [Inhabitant.header] + inhabitants.prefix(count).map(\.cells)
        let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
        try text.write(to: file, atomically: false, encoding: .utf8)
        return file.path
    }

    /// The card's template: the one that the C program's cards are compared with.
    func template(_ resources: Resources) throws -> Template {
        try TemplateLibrary(resources: resources).template(templatePath(resources))
    }

    func templatePath(_ resources: Resources) -> String { resources.folder + "/Benchmarks/seven-lines.yaml" }
}

/// Numbers that are the same each time (SplitMix64).
struct CountedNumbers: RandomNumberGenerator {
    private var state: UInt64 = 0

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var number = state
        number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
        return number ^ number >> 31
    }
}
