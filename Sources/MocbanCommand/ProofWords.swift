import Mocban

/// A proof's report in words for a terminal.
enum ProofWords {
    /// What was found, as one line.
    static func summary(_ report: ProofReport) -> String {
        let codes = report.codes
        let head = "\(grouped(codes)) \(codes == 1 ? "code" : "codes") on \(grouped(report.sheets)) "
        let sheets = report.sheets == 1 ? "sheet" : "sheets"
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
        if faults > 0 { parts.append(faults == 1 ? "1 fault" : "\(grouped(faults)) faults") }
        return head + sheets + ": " + parts.joined(separator: ", ")
    }

    private static func share(_ count: Int, _ codes: Int) -> String { count == codes ? all(codes) : grouped(count) }

    private static func all(_ codes: Int) -> String { codes == 1 ? "it is" : "all" }

    /// A number with commas between thousands.
    private static func grouped(_ number: Int) -> String {
        var text = "\(number)"
        var index = text.count - 3
        while index > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: index))
            index -= 3
        }
        return text
    }
}
