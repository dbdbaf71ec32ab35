import Foundation
import Testing

/// The text of encoding-vectors.json, which make_vectors.py makes with other programs.
struct EncodingVectors: Decodable {
    struct Sample: Decodable {
        let text: String
        let tcvn3: String
        let windows1258: String
        let vni: String

        enum CodingKeys: String, CodingKey {
            case text, tcvn3, vni
            case windows1258 = "windows-1258"
        }
    }

    let letters: [Sample]
    let texts: [Sample]
    /// The characters of 0x80–0xFF by the encoding's name; empty for none.
    let tables: [String: [String]]

    static func load() throws -> EncodingVectors {
        let url = try #require(
            Bundle.module.url(forResource: "encoding-vectors", withExtension: "json", subdirectory: "Resources"))
        return try JSONDecoder().decode(EncodingVectors.self, from: Data(contentsOf: url))
    }
}
