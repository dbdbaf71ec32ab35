import Payload

extension ProofFault: CustomStringConvertible {
    /// The fault as a line in English: where, whose, what.
    package var description: String {
        let pages = page.map { first in lastPage.map { "pages \(first) to \($0)" } ?? "page \(first)" }
        let site = [file, pages, position.map { "position \($0)" }].compactMap(\.self)
        let whose = [row.map { "row \($0)" }, serial?.description].compactMap(\.self).joined(separator: ", ")
        return site.joined(separator: ", ") + (whose.isEmpty ? "" : " (\(whose))") + ": " + english
    }

    private var english: String {
        let isOne = count == 1
        switch problem {
        case .unreadable(let resolutions): return "the code cannot be read at \(Self.english(resolutions: resolutions))"
        case .notOurs(let verdict): return "the code is not ours (\(verdict.rawValue))"
        case .lapsed(let verdict): return "the code is \(verdict.rawValue)"
        case .missing: return isOne ? "it is nowhere in the file" : "all \(count) are nowhere in the file"
        case .unlisted(let found): return "the code \(found?.description ?? "") is of no card or poster of the manifest"
        case .displaced(let displacement, let location, let found):
            let there =
                lastPage(of: location).map { "\(location.file), pages \(location.page) to \($0)" }
                ?? location.description
            let codes = (isOne ? "the code" : "all \(count) codes") + (found.map { " \($0)" } ?? "")
            return switch displacement {
            case .misplaced: "\(codes) \(isOne ? "belongs" : "belong") at \(there)"
            case .swapped: "\(isOne ? "it is" : "all \(count) codes are") swapped with \(there)"
            case .doubled: "\(codes) \(isOne ? "is" : "are") at \(there) too"
            }
        case .stray(let verdict):
            return "a code that is not ours stands where none is to be (\((verdict ?? .malformed).rawValue))"
        case .unregistered: return "the register does not have it"
        case .contradicted(let claim, let registered, let found):
            return "the code has \(claim) \(Self.quoted(found)), the register \(Self.quoted(registered))"
        case .text(let label, let expected, let found):
            return "\(label) reads \(Self.quoted(found)) and should be \(Self.quoted(expected))"
        case .pages(let expected, let found):
            return "the file has \(Self.english(pages: found)) and its run made \(Self.english(pages: expected))"
        case .changed(let run, let registered, let found):
            return "the file is not as run \(run) printed it: its SHA-256 is \(found), the register has \(registered)"
        case .unknownFile(let found): return "no run printed this file (SHA-256 \(found)), and its codes are registered"
        }
    }

    /// The fault in Vietnamese, without where it is.
    package var vietnamese: String {
        switch problem {
        case .unreadable(let resolutions): return "Không đọc được mã ở \(Self.joined(resolutions, by: "và"))"
        case .notOurs(let verdict): return "Mã không phải của đơn vị: \(verdict.vietnamese)"
        case .lapsed(let verdict): return verdict == .revoked ? "Thẻ đã bị thu hồi" : "Thẻ đã hết hạn"
        case .missing: return count == 1 ? "Không thấy ở đâu trong tệp" : "Cả \(count) thẻ không thấy ở đâu trong tệp"
        case .unlisted(let found): return "Mã\(found.map { " \($0)" } ?? "") không có trong manifest"
        case .displaced(let displacement, let location, let found):
            let there =
                lastPage(of: location).map { "\(location.file), trang \(location.page)–\($0)" }
                ?? "\(location.file), trang \(location.page)" + (location.position.map { ", vị trí \($0)" } ?? "")
            let codes = (count == 1 ? "Mã" : "Cả \(count) mã") + (found.map { " \($0)" } ?? "")
            return switch displacement {
            case .misplaced: "\(codes) phải nằm ở \(there)"
            case .swapped: "\(codes) bị đổi chỗ với \(there)"
            case .doubled: "\(codes) in trùng, đã có ở \(there)"
            }
        case .stray(let verdict): return "Có mã lạ ở chỗ không được có mã: \((verdict ?? .malformed).vietnamese)"
        case .unregistered: return "Sổ đăng ký không có số này"
        case .contradicted(let claim, let registered, let found):
            return "Mã ghi \(claim) là “\(found)”, sổ đăng ký ghi “\(registered)”"
        case .text(let label, let expected, let found): return "Chữ in \(label) là “\(found)”, đúng ra là “\(expected)”"
        case .pages(let expected, let found): return "Tệp có \(found) trang, đúng ra là \(expected) trang"
        case .changed(let run, _, _): return "Tệp không còn như khi in ở lần in \(run): SHA-256 khác sổ đăng ký"
        case .unknownFile: return "Sổ đăng ký không có tệp này, mà có mã trong tệp"
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

extension ProofFault.Location: CustomStringConvertible {
    package var description: String { "\(file), page \(page)" + (position.map { ", position \($0)" } ?? "") }
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
