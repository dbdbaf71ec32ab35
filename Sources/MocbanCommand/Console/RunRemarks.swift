import Messages
import Mocban
import Payload

extension RunReport {
    /// What somebody should know of a run's folders, for standard error.
    var remarks: [Message] {
        var remarks: [Message] = []
        if let earlierRun {
            remarks.append(
                Message(
                    en: "the files that were there are now in \(earlierRun)", vi: "các tệp có trước nay ở \(earlierRun)"
                ))
        }
        remarks += lostRuns.map {
            Message(
                en: "run \($0) was stopped, and its files are gone: `mocban reprint --run \($0) --out DIR` prints them",
                vi: "đợt in \($0) bị dừng và mất tệp: `mocban reprint --run \($0) --out THƯ_MỤC` in lại")
        }
        return remarks
            + unendedRuns.map {
                .joined([
                    $0.message,
                    Message(
                        en: "; or `mocban reprint --run \($0.run) --out DIR` prints them once more",
                        vi: "; hoặc `mocban reprint --run \($0.run) --out THƯ_MỤC` in lại"),
                ])
            }
    }

    func printedLine(_ kind: ClaimsKind, out: String) -> Message {
        guard printed > 0 else {
            return Message(en: "No \(kind.noun.english) was printed", vi: "Không in \(kind.noun.vietnamese) nào")
        }
        let drawn = files.filter { $0.list == nil }
        let sheets = drawn.reduce(0) { $0 + $1.sheets }
        let lists = self.files.count - drawn.count
        let signed = lists > 0 ? ", and \(counted(lists, "list")) to sign" : ""
        let signedToo = lists > 0 ? ", và \(lists) danh sách ký nhận" : ""
        return Message(
            en: "\(counted(printed, kind.noun.english)) on \(counted(sheets, "sheet")) in "
                + "\(counted(drawn.count, "PDF file"))\(signed): \(out) (run \(run))",
            vi: "\(printed) \(kind.noun.vietnamese) trên \(sheets) tờ trong \(drawn.count) tệp PDF\(signedToo): "
                + "\(out) (đợt in \(run))")
    }
}

extension ClaimsKind {
    /// What is printed of the kind: `card`, `thẻ`.
    var noun: Message {
        switch self {
        case .card: Message(en: "card", vi: "thẻ")
        case .venue: Message(en: "poster", vi: "áp phích")
        }
    }
}
