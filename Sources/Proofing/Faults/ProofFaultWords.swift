package import Messages
import Payload

extension ProofFault: CustomStringConvertible {
    /// The message in English.
    package var description: String { message.english }

    /// The fault as a line: where, whose, what.
    package var message: Message {
        let site = Location.site(file: file, page: page, lastPage: lastPage, position: position)
        let number = serial?.description
        let whose = Message(
            en: [row.map { "row \($0)" }, number].compactMap(\.self).joined(separator: ", "),
            vi: [row.map { "dòng \($0)" }, number].compactMap(\.self).joined(separator: ", "))
        return Message(
            en: site.english + (whose.english.isEmpty ? "" : " (\(whose.english))") + ": " + what.english,
            vi: site.vietnamese + (whose.vietnamese.isEmpty ? "" : " (\(whose.vietnamese))") + ": "
                + what.vietnamese.lowercasedFirst)
    }

    /// The fault without where it is.
    package var what: Message {
        let isOne = count == 1
        switch problem {
        case .unreadable(let resolutions):
            return Message(
                en: "the code cannot be read at \(Self.joined(resolutions, by: "and"))",
                vi: "Không đọc được mã ở \(Self.joined(resolutions, by: "và"))")
        case .notOurs(let verdict):
            return Message(
                en: "the code is not ours (\(verdict.rawValue))", vi: "Mã không phải của đơn vị: \(verdict.vietnamese)")
        case .lapsed(let verdict):
            return Message(
                en: "the code is \(verdict.rawValue)",
                vi: verdict == .revoked ? "Thẻ đã bị thu hồi" : "Thẻ đã hết hạn")
        case .missing:
            return Message(
                en: isOne ? "it is nowhere in the file" : "all \(count) are nowhere in the file",
                vi: isOne ? "Không thấy ở đâu trong tệp" : "Cả \(count) thẻ không thấy ở đâu trong tệp")
        case .unlisted(let found):
            return Message(
                en: "the code \(found?.description ?? "") is of no card or poster of the manifest",
                vi: "Mã\(found.map { " \($0)" } ?? "") không thuộc thẻ hay áp phích nào trong bảng kê")
        case .displaced(let displacement, let location, let found):
            return displaced(displacement, Location.site(of: location, lastPage: lastPage(of: location)), found)
        case .stray(let verdict):
            return Message(
                en: "a code that is not ours stands where none is to be (\((verdict ?? .malformed).rawValue))",
                vi: "Có mã lạ ở chỗ không được có mã: \((verdict ?? .malformed).vietnamese)")
        case .unregistered: return Message(en: "the register does not have it", vi: "Sổ cấp thẻ không có số này")
        case .contradicted(let claim, let registered, let found):
            return Message(
                en: "the code has \(claim) \(Self.quoted(found)), the register \(Self.quoted(registered))",
                vi: "Mã ghi \(claim) là “\(found)”, sổ cấp thẻ ghi “\(registered)”")
        case .text(let label, let expected, let found):
            return Message(
                en: "\(label) reads \(Self.quoted(found)) and should be \(Self.quoted(expected))",
                vi: "Chữ in \(label) là “\(found)”, đúng ra là “\(expected)”")
        case .pages(let expected, let found):
            return Message(
                en: "the file has \(Self.english(pages: found)) and its run made \(Self.english(pages: expected))",
                vi: "Tệp có \(found) trang, đúng ra là \(expected) trang")
        case .changed(let run, let registered, let found):
            return Message(
                en: "the file is not as run \(run) printed it: its SHA-256 is \(found), the register has \(registered)",
                vi: "Tệp không còn như khi in ở đợt in \(run): SHA-256 khác sổ cấp thẻ")
        case .unknownFile(let found):
            return Message(
                en: "no run printed this file (SHA-256 \(found)), and its codes are registered",
                vi: "Sổ cấp thẻ không có tệp này, mà có mã trong tệp")
        }
    }

    private func displaced(_ displacement: Displacement, _ there: Message, _ found: Serial?) -> Message {
        let isOne = count == 1
        let serial = found.map { " \($0)" } ?? ""
        let codes = (isOne ? "the code" : "all \(count) codes") + serial
        let those = (isOne ? "Mã" : "Cả \(count) mã") + serial
        return switch displacement {
        case .misplaced:
            Message(
                en: "\(codes) \(isOne ? "belongs" : "belong") at \(there.english)",
                vi: "\(those) phải nằm ở \(there.vietnamese)")
        case .swapped:
            Message(
                en: "\(isOne ? "it is" : "all \(count) codes are") swapped with \(there.english)",
                vi: "\(those) bị đổi chỗ với \(there.vietnamese)")
        case .doubled:
            Message(
                en: "\(codes) \(isOne ? "is" : "are") at \(there.english) too",
                vi: "\(those) in trùng, đã có ở \(there.vietnamese)")
        }
    }

    /// Resolutions as `300 and 600 dpi`.
    package static func english(resolutions: [Int]) -> String { joined(resolutions, by: "and") }

    package static func english(pages: Int) -> String { pages == 1 ? "1 page" : "\(pages) pages" }

    private static func joined(_ resolutions: [Int], by word: String) -> String {
        resolutions.map(String.init).joined(separator: " \(word) ") + " dpi"
    }

    /// Where the codes of several pages, of which the first belongs at a location, end.
    private func lastPage(of location: Location) -> Int? {
        guard let page, let lastPage else { return nil }
        return location.page + lastPage - page
    }

    private static func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }
}

extension ProofFault.Location {
    fileprivate static func site(of location: ProofFault.Location, lastPage: Int?) -> Message {
        site(
            file: location.file, page: location.page, lastPage: lastPage,
            position: lastPage == nil ? location.position : nil)
    }

    /// A file, a page or several, and a position, as far as they are known.
    fileprivate static func site(file: String, page: Int?, lastPage: Int?, position: Int?) -> Message {
        var site = [Message(verbatim: file)]
        if let page, let lastPage {
            site.append(Message(en: "pages \(page) to \(lastPage)", vi: "trang \(page)–\(lastPage)"))
        } else if let page {
            site.append(Message(en: "page \(page)", vi: "trang \(page)"))
        }
        if let position { site.append(Message(en: "position \(position)", vi: "vị trí \(position)")) }
        return .joined(site, by: ", ")
    }
}

extension String {
    /// The text as it stands in the middle of a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Verdict {
    fileprivate var vietnamese: String {
        switch self {
        case .forged: "giả mạo"
        case .unknownKey: "không rõ nơi cấp"
        case .wrongPurpose: "sai loại mã"
        default: "không phải mã của hệ thống"
        }
    }
}

extension ProofFault: Encodable {
    private enum CodingKeys: String, CodingKey {
        case kind, file, page, lastPage, position, serial, row, other, count, subject, expected, found, run
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(file, forKey: .file)
        try values.encodeIfPresent(page, forKey: .page)
        try values.encodeIfPresent(lastPage, forKey: .lastPage)
        try values.encodeIfPresent(position, forKey: .position)
        try values.encodeIfPresent(serial, forKey: .serial)
        try values.encodeIfPresent(row, forKey: .row)
        try values.encodeIfPresent(other, forKey: .other)
        if count > 1 { try values.encode(count, forKey: .count) }
        func encode(_ expected: String?, _ found: String? = nil, of subject: String? = nil) throws {
            try values.encodeIfPresent(subject, forKey: .subject)
            try values.encodeIfPresent(expected, forKey: .expected)
            try values.encodeIfPresent(found, forKey: .found)
        }
        switch problem {
        case .missing, .unregistered: break
        case .unreadable(let resolutions): try encode(Self.english(resolutions: resolutions))
        case .notOurs(let verdict), .lapsed(let verdict): try encode(verdict.rawValue)
        case .stray(let verdict): try encode(verdict?.rawValue)
        case .displaced(_, _, let found), .unlisted(let found): try encode(nil, found?.description)
        case .contradicted(let claim, let registered, let found): try encode(registered, found, of: claim)
        case .text(let label, let expected, let found): try encode(expected, found, of: label)
        case .pages(let expected, let found): try encode(Self.english(pages: expected), Self.english(pages: found))
        case .unknownFile(let found): try encode(nil, found)
        case .changed(let run, let registered, let found):
            try encode(registered, found)
            try values.encode(run, forKey: .run)
        }
    }
}
