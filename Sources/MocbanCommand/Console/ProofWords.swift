import Mocban
import Payload
import Proofing

enum ProofWords {
    static func summary(_ report: ProofReport) -> String {
        let codes = report.codes
        var parts: [String] = []
        if report.readAt300 == codes, report.readAt600 == codes {
            parts.append("\(all(codes)) read at 300 and 600 dpi")
        } else {
            parts.append("\(share(report.readAt300, codes)) read at 300 dpi")
            parts.append("\(share(report.readAt600, codes)) at 600")
        }
        parts.append("\(share(report.signed, codes)) signed by us")
        if report.files.allSatisfy(\.hasManifest) {
            parts.append("\(share(report.placed, codes)) where the manifest says")
        }
        let faults = report.faults.count
        if faults > 0 { parts.append(grouped(faults, "fault")) }
        return "\(grouped(codes, "code")) on \(grouped(report.sheets, "sheet")): " + parts.joined(separator: ", ")
    }

    /// How codes bear stress: the grades as printed and after each stress, then the weakest codes.
    static func stress(_ report: ProofReport) -> [String] {
        guard let stress = report.stress else { return [] }
        guard stress.codes > 0 else { return ["no code was aged: that takes a manifest, and a code that is read"] }
        var lines = ["estimated grades as printed: \(grades(stress.printed))"]
        for outcome in stress.outcomes {
            lines.append(
                "after \(outcome.kind.english): \(share(outcome.read, stress.codes)) read; \(grades(outcome.grades))")
        }
        return lines + report.weakest.prefix(5).compactMap(weakest)
    }

    private static func weakest(_ code: ProofedCode) -> String? {
        guard let estimate = code.estimate else { return nil }
        let place = "page \(code.page)" + (code.position > 0 ? ", position \(code.position)" : "")
        let name = code.serial?.description ?? "a code"
        let unread = estimate.unreadAfter.map(\.english).joined(separator: ", ")
        let worst =
            unread.isEmpty
            ? "\(estimate.weakest) after \(estimate.weakestAfter?.english ?? "")" : "not read after \(unread)"
        return "weak: \(name) (\(code.file), \(place)): \(estimate.printed) as printed, \(worst)"
    }

    private static func grades(_ grades: StressTally.Grades) -> String {
        grades.counts.filter { $0.codes > 0 }.map { "\(grouped($0.codes)) \($0.grade)" }.joined(separator: ", ")
    }

    private static func share(_ count: Int, _ codes: Int) -> String { count == codes ? all(codes) : grouped(count) }

    private static func all(_ codes: Int) -> String { codes == 1 ? "it is" : "all" }

    /// A number with commas between thousands.
    private static func grouped(_ number: Int) -> String {
        number < 1000 ? "\(number)" : grouped(number / 1000) + "," + "\(1000 + number % 1000)".dropFirst()
    }

    private static func grouped(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(number == 1 ? noun : noun + "s")"
    }
}
