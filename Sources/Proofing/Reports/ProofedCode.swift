package import Payload
package import QRCode
package import Scanning

/// A code as it was printed, for a closer look.
package struct ProofedCode: Sendable, Encodable {
    /// Its serial, where it could be read.
    package var serial: Serial?
    package var file: String
    /// The page of the file, from 1.
    package var page: Int
    /// The position on the sheet, from 1; 0 for a code that stands elsewhere.
    package var position: Int
    /// What it says; nil where it could not be read.
    package var text: String?
    /// The modules that it should have, its text encoded once more; nil where it could not be read or no template says how.
    package var code: QRCode?
    /// Its square with the quiet zone at 300 dots an inch.
    package var image: GreyImage
    /// How it bears stress; nil where nobody asked.
    package var stress: CodeStress?
    /// What the report says of how it bears stress; nil where nobody asked.
    package var estimate: EstimatedStress? { stress?.estimate }

    private enum CodingKeys: String, CodingKey { case serial, file, page, position, estimate }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(serial, forKey: .serial)
        try values.encode(file, forKey: .file)
        try values.encode(page, forKey: .page)
        if position > 0 { try values.encode(position, forKey: .position) }
        try values.encodeIfPresent(estimate, forKey: .estimate)
    }

    /// Whether it is weaker than another: it bears less stress; else a longer text has finer modules, or fewer codewords to
    /// spare.
    package func isWeaker(than other: ProofedCode) -> Bool {
        switch (stress, other.stress) {
        case (let own?, let its?): if own < its || its < own { return own < its }
        case (_?, nil): return true
        case (nil, _?): return false
        case (nil, nil): break
        }
        let (own, its) = (text?.utf8.count ?? .max, other.text?.utf8.count ?? .max)
        if own != its { return own > its }
        return (file, page, position) < (other.file, other.page, other.position)
    }
}

extension [ProofedCode] {
    private static var mostWeak: Int { 12 }

    /// Whether a code of so long a text may be among the weakest.
    package func mayTake(_ text: String?) -> Bool {
        count < Self.mostWeak || (last?.text?.utf8.count ?? 0) <= (text?.utf8.count ?? .max)
    }

    /// Takes a code among the weakest.
    package mutating func take(_ code: ProofedCode) {
        append(code)
        sort { $0.isWeaker(than: $1) }
        if count > Self.mostWeak { removeLast() }
    }
}
