import Payload

extension ProofFault: Encodable {
    private enum CodingKeys: String, CodingKey {
        case kind, file, page, lastPage, position, serial, row, other, count, subject, expected, found, run
    }

    /// Writes the fault, leaving out what is not known.
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
        case .pages(let expected, let found):
            try encode(Self.english(pages: expected), Self.english(pages: found))
        case .unknownFile(let found): try encode(nil, found)
        case .changed(let run, let registered, let found):
            try encode(registered, found)
            try values.encode(run, forKey: .run)
        }
    }
}
