package import Layout
package import Messages

/// Why pages cannot be put on paper as it is asked for.
package enum SheetError: Failure, Equatable {
    case noProfile(name: String, known: [String])
    /// The template is not of the size that the sheet is cut for.
    case wrongSize(name: String, profile: String, page: Size)
    /// The template has nothing for the second side.
    case noBack(template: String)
    case noPrinter(name: String, known: [String])
    /// A printer was measured with other paper than the profile's.
    case otherPaper(printer: String, paper: Size, profile: String, wanted: Size)
    /// Paper is too small for the page that printers are measured by.
    case smallPaper(Size)
    /// What was measured cannot be right.
    case faultyMeasure(letter: String, meaning: Message, given: Length, least: Length, most: Length)
    /// The layout reaches into the edge that the printer leaves unprinted.
    case unprintable(profile: String, printer: String, SheetLayout.Intrusion)

    package var category: FailureCategory {
        switch self {
        case .noProfile, .wrongSize, .noBack, .noPrinter, .otherPaper, .unprintable: .badConfiguration
        case .smallPaper, .faultyMeasure: .badInput
        }
    }

    package var message: Message {
        switch self {
        case .noProfile(let name, let known):
            Message(
                en: "there is no sheet profile '\(name)'; profiles are \(known.joined(separator: ", "))",
                vi: "không có kiểu tờ “\(name)”; các kiểu tờ là \(known.joined(separator: ", "))")
        case .wrongSize(let name, let profile, let page):
            Message(
                en: "the template '\(name)' is not \(page.inWords), the size that the sheet profile "
                    + "'\(profile)' is cut for",
                vi: "mẫu “\(name)” không có khổ \(page.inWords) mà kiểu tờ “\(profile)” cắt ra")
        case .noBack(let template):
            Message(
                en: "the template '\(template)' has no back: print it with --duplex none, or choose one with "
                    + "a back",
                vi: "mẫu “\(template)” không có mặt sau: hãy in với --duplex none, hoặc chọn mẫu có mặt sau")
        case .noPrinter(let name, let known):
            known.isEmpty
                ? Message(
                    en: "there is no printer '\(name)': print `mocban printer calibrate --out PDF`, measure it, "
                        + "and keep it by `mocban printer save \(name) --measured …`",
                    vi: "không có máy in “\(name)”: hãy in `mocban printer calibrate --out PDF`, đo, rồi lưu "
                        + "bằng `mocban printer save \(name) --measured …`")
                : Message(
                    en: "there is no printer '\(name)'; printers are \(known.joined(separator: ", "))",
                    vi: "không có máy in “\(name)”; các máy in là \(known.joined(separator: ", "))")
        case .otherPaper(let printer, let paper, let profile, let wanted):
            Message(
                en: "the printer '\(printer)' was measured with paper of \(paper.inWords), and the sheet "
                    + "profile '\(profile)' is for \(wanted.inWords): measure the printer with that paper too, "
                    + "and keep it under another name",
                vi: "máy in “\(printer)” đã đo với giấy \(paper.inWords), còn kiểu tờ “\(profile)” dùng giấy "
                    + "\(wanted.inWords): hãy đo máy in với cả giấy đó và lưu dưới tên khác")
        case .smallPaper(let paper):
            Message(
                en: "paper of \(paper.inWords) is too small for the page that a printer is measured by",
                vi: "giấy \(paper.inWords) quá nhỏ cho trang đo máy in")
        case .faultyMeasure(let letter, let meaning, let given, let least, let most):
            Message(
                en: "\(letter) (\(meaning.english)) is \(given.inWords) mm, and \(least.inWords) to "
                    + "\(most.inWords) mm would be likely: measure once more, on a page that was printed at " + "100 %",
                vi: "\(letter) (\(meaning.vietnamese)) là \(given.inWords) mm, mà thường chỉ từ "
                    + "\(least.inWords) đến \(most.inWords) mm: hãy đo lại trên trang in đúng 100 %")
        case .unprintable(let profile, let printer, let intrusion):
            Message(
                en: "the sheet profile '\(profile)' comes as near as \(intrusion.distance.inWords) mm to the "
                    + "\(intrusion.edge.rawValue) edge of the \(intrusion.side.rawValue), and the printer "
                    + "'\(printer)' leaves \(intrusion.unprinted.inWords) mm white there: "
                    + "\((intrusion.unprinted - intrusion.distance).inWords) mm would be missing. Choose "
                    + "another profile or template",
                vi: "kiểu tờ “\(profile)” đến sát mép \(intrusion.edge.vietnamese) của "
                    + "\(intrusion.side.vietnamese) còn \(intrusion.distance.inWords) mm, mà máy in "
                    + "“\(printer)” để trắng \(intrusion.unprinted.inWords) mm ở đó: sẽ mất "
                    + "\((intrusion.unprinted - intrusion.distance).inWords) mm. Hãy chọn kiểu tờ hoặc mẫu khác")
        }
    }
}
