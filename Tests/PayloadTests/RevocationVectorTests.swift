import Foundation
import Testing

@testable import Payload

/// The reference vectors of revocation lists, made by an independent implementation of the format, stage by stage.
struct RevocationVectorTests {
    struct Vectors: Decodable {
        struct Root: Decodable {
            let root: String
            let unit: UInt64
            let epoch: UInt32
        }
        struct List: Decodable {
            struct CutOff: Decodable {
                let kid: String
                let before: Int64
            }
            let rootIndex: Int
            let unit, sequence: UInt64
            let issued, nextUpdate: Int64
            let serials: [String]
            let cutOffs: [CutOff]
            let deltas, payload, protected, toBeSigned, signature, message: String
        }
        let roots: [Root]
        let revocations: [List]
    }

    @Test func lists() throws {
        let url = try #require(
            Bundle.module.url(forResource: "payload-vectors", withExtension: "json", subdirectory: "Resources"))
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: url))
        #expect(!vectors.revocations.isEmpty)
        for vector in vectors.revocations {
            let root = vectors.roots[vector.rootIndex]
            let keyring = Keyring().adding(
                try #require(RootKey(bytes: hex(root.root), epoch: root.epoch, unit: UnitCode(rawValue: root.unit))),
                at: Sample.start)
            let cutOffs = try vector.cutOffs.map {
                (try #require(KeyID(bytes: hex($0.kid))), Timestamp(secondsSince1970: $0.before))
            }
            let list = RevocationList(
                unit: UnitCode(rawValue: vector.unit), sequence: vector.sequence,
                issued: Timestamp(secondsSince1970: vector.issued),
                nextUpdate: Timestamp(secondsSince1970: vector.nextUpdate),
                serials: try vector.serials.reversed().map { try #require(Serial(bytes: hex($0))) },
                cutOffs: Dictionary(uniqueKeysWithValues: cutOffs))
            #expect(SerialDeltas.encode(list.numbers) == hex(vector.deltas))
            #expect(list.encoded == hex(vector.payload))
            let message = try COSEMessage(parsing: hex(vector.message), contentType: RevocationList.contentType)
            #expect(Array(message.protectedHeader) == hex(vector.protected))
            #expect(message.authenticated == hex(vector.toBeSigned))
            #expect(Array(message.authenticator) == hex(vector.signature))
            #expect(try RevocationList(verifying: hex(vector.message), keyring: keyring) == list)
            #expect(try list.signed(with: keyring.revocationsKey(at: Sample.start)) == hex(vector.message))
        }
    }
}
