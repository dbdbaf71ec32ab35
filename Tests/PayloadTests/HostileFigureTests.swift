import Crypto
import TestSupport
import Testing

@testable import Payload

/// Figures of every size where a message, a list or a text has one: each is taken or refused, and none traps.
struct HostileFigureTests {
    /// The edges of every width that a figure may have, and their neighbours.
    private static let figures: [UInt64] = {
        let widths: [UInt64] = [5, 7, 8, 14, 16, 31, 32, 33, 53, 54, 55, 56, 62, 63]
        let edges: [UInt64] = widths.map { 1 << $0 } + [0, .max, 253_402_300_800, 10_000]
        return Set(edges.flatMap { [$0 &- 1, $0, $0 &+ 1] }).sorted()
    }()

    @Test("claims of a key's holder, who is hostile", arguments: [KeyPurpose.card, .venue, .ed25519])
    func claims(purpose: KeyPurpose) throws {
        let key = Sample.key(purpose)
        let template = COSEMessage.Template(algorithm: key.algorithm, keyID: key.id)
        let verifier = Verifier(keyring: Sample.keyring)
        var random = SeededNumbers(1970)
        func figure() -> UInt64 { Self.figures[Int.random(in: Self.figures.indices, using: &random)] }
        for _ in 0..<1500 {
            var writer = CBORWriter(capacity: 96)
            writer.map(4)
            writer.unsigned(4)
            writer.unsigned(Bool.random(using: &random) ? figure() : 1_846_022_400)
            writer.unsigned(6)
            writer.unsigned(Bool.random(using: &random) ? figure() : 1_782_864_000)
            writer.unsigned(7)
            writer.byteString(Sample.serial(figure() >> 9).bytes)
            writer.integer(-65537)
            writer.map(3)
            writer.unsigned(0)
            writer.unsigned(1)
            writer.unsigned(2)
            writer.unsigned(Bool.random(using: &random) ? figure() : 1985)
            writer.unsigned(3)
            writer.unsigned(Bool.random(using: &random) ? figure() : Sample.unit.rawValue)
            let message = template.message(
                payload: writer.bytes,
                authenticator: try key.authenticator(of: template.authenticated(payload: writer.bytes)))
            let now = Timestamp(secondsSince1970: Int64(bitPattern: figure()))
            let verification = try verifier.verify(message: message, at: now)
            if let claims = verification.claims {
                #expect(claims.isEncodable && claims.encoded == writer.bytes)
                #expect(!"\(claims.issued) \(claims.expires)".isEmpty)
            } else {
                #expect(verification.verdict == .malformed)
            }
        }
    }

    @Test("lists with figures of every size")
    func lists() {
        var random = SeededNumbers(55)
        func figure() -> UInt64 { Self.figures[Int.random(in: Self.figures.indices, using: &random)] }
        for _ in 0..<1500 {
            var writer = CBORWriter(capacity: 96)
            writer.map(7)
            for label in 1...4 as ClosedRange<UInt64> {
                writer.unsigned(label)
                writer.unsigned(figure())
            }
            var deltas: [UInt8] = []
            let count = Int.random(in: 0...3, using: &random)
            for _ in 0..<count {
                var delta = figure() >> 8
                while delta >= 0x80 {
                    deltas.append(UInt8(truncatingIfNeeded: delta) | 0x80)
                    delta >>= 7
                }
                deltas.append(UInt8(delta))
            }
            writer.unsigned(5)
            writer.unsigned(Bool.random(using: &random) ? UInt64(count) : figure())
            writer.unsigned(6)
            writer.byteString(deltas)
            writer.unsigned(7)
            writer.map(1)
            writer.byteString([1, 2, 3, 4])
            writer.unsigned(figure())
            guard let list = try? RevocationList(decoding: writer.bytes[...]) else { continue }
            #expect(list.isEncodable && list.encoded == writer.bytes)
            for moment in [Int64.min, 0, .max] { _ = list.isStale(at: Timestamp(secondsSince1970: moment)) }
        }
        // Differences whose sum goes beyond 64 bits on the way.
        let sums = [UInt8](repeating: 0xff, count: 7) + [0x7f] + [UInt8](repeating: 0xff, count: 7) + [0x7f]
        #expect(throws: CBORError.self) { try SerialDeltas.decode(sums[...], count: 2) }
    }

    @Test("moments of every size are described, moved and held to a key's time")
    func moments() {
        for first in Self.figures {
            let moment = Timestamp(secondsSince1970: Int64(bitPattern: first))
            #expect(moment.description.hasSuffix("Z"))
            for second in Self.figures {
                _ = moment.adding(seconds: Int64(bitPattern: second))
                let key = Sample.key(.card).expiring(at: Timestamp(secondsSince1970: Int64(bitPattern: second)))
                _ = (key.isValid(at: moment), key.mayHaveIssued(at: moment))
            }
        }
    }
}

extension Key {
    /// What the key makes of bytes, whatever they are.
    fileprivate func authenticator(of bytes: [UInt8]) throws -> [UInt8] {
        switch material {
        case .symmetric(let secret): Array(HMAC<SHA256>.authenticationCode(for: bytes, using: secret))
        case .ed25519Private(let pair): Array(try pair.signature(for: bytes))
        case .ed25519Public: []
        }
    }
}
