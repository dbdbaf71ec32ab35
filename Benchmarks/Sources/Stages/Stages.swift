import Messages
import QRCode

/// Does the work of one stage of a card's way so many times, for `Benchmarks/stages` to count its instructions.
@main
struct Stages {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let stage = Stage(rawValue: arguments[1]), let count = Int(arguments[2]),
            1...SampleOffice.people ~= count
        else {
            throw Failure(
                """
                usage: Stages NAME COUNT    do COUNT units of a stage, 1 to \(SampleOffice.people)
                stages: \(Stage.allCases.map(\.rawValue).joined(separator: " "))
                """)
        }
        let office = try SampleOffice()
        defer { office.remove() }
        try stage.work(count, for: office)
    }
}

/// A stage of a card's way from its roster to the paper, or to the verdict on it.
///
/// What a stage needs is made ready for ``SampleOffice/people`` cards or for a fixed number, however many units it does, so that
/// two counts differ by the units alone.
enum Stage: String, CaseIterable {
    case roster, sign
    case code7M = "code-7-M"
    case code9Q = "code-9-Q"
    case code8Q = "code-8-Q"
    case set, draw, register, verify, run

    func work(_ count: Int, for office: SampleOffice) throws {
        switch self {
        case .roster: try RosterStage(office).read(count)
        case .sign: try SigningStage(office).sign(count)
        case .code7M: try CodeStage(.card, level: .medium, version: 7).encode(count)
        case .code9Q: try CodeStage(.card, level: .quartile, version: 9).encode(count)
        case .code8Q: try CodeStage(.poster, level: .quartile, version: 8).encode(count)
        case .set: try SettingStage(office).set(count)
        case .draw: try DrawingStage(office).draw(count)
        case .register: try RegisteringStage(office).register(count)
        case .verify: try VerifyingStage(office).verify(count)
        case .run: try RunStage(office).print(count)
        }
    }
}

/// Why a stage did not do its work.
struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
