import Foundation
import Payload
import TestSupport
import Testing

/// The times, epochs and units of key files at the edges of what they hold, as docs/payload.md has them.
struct KeyTimeTests {
    private static let end: Int64 = 253_402_300_799

    /// A verifier's key file with one member written in another way.
    private static func file(_ member: String, _ value: String) throws -> String {
        let text = try Sample.keyring.exported(purpose: .card).jwkSet()
        guard !text.contains("\"\(member)\": ") else {
            return text.replacing(try Regex("\"\(member)\": [0-9]+"), with: "\"\(member)\": \(value)")
        }
        return text.replacing("\"nbf\":", with: "\"\(member)\": \(value), \"nbf\":")
    }

    @Test(arguments: [
        ("nbf", "0"), ("nbf", "1"), ("nbf", "253402300799"), ("exp", "0"), ("exp", "253402300799"),
        // It can sign nothing; a key that is retired before its time has come is one.
        ("exp", "5"),
        ("mocban:epoch", "0"), ("mocban:epoch", "4294967294"), ("mocban:unit", "0"),
        ("mocban:unit", "18446744073709551615"),
    ])
    func takes(member: String, value: String) throws {
        let keyring = try Keyring(jwkSet: Self.file(member, value))
        #expect(keyring.jwkSet().contains("\"\(member)\": \(value)"))
        #expect(try Keyring(jwkSet: keyring.jwkSet()) == keyring)
    }

    @Test(arguments: [
        ("nbf", "-1"), ("nbf", "-0"), ("nbf", "253402300800"), ("nbf", "9223372036854775807"),
        ("nbf", "9223372036854775808"), ("nbf", "-9223372036854775808"), ("nbf", "18446744073709551616"),
        ("nbf", "1.5"), ("nbf", "1600000000.0"), ("nbf", "16e8"), ("nbf", "1e400"), ("nbf", "\"1600000000\""),
        ("nbf", "true"), ("nbf", "[1]"), ("nbf", "{}"), ("nbf", "null"),
        ("exp", "-1"), ("exp", "253402300800"), ("exp", "9223372036854775807"), ("exp", "18446744073709551615"),
        ("exp", "1e9"), ("exp", "null"),
        ("mocban:epoch", "-1"), ("mocban:epoch", "4294967295"), ("mocban:epoch", "4294967296"),
        ("mocban:epoch", "18446744073709551615"), ("mocban:epoch", "1.0"), ("mocban:epoch", "\"1\""),
        ("mocban:unit", "-1"), ("mocban:unit", "18446744073709551616"), ("mocban:unit", "1e3"),
        ("mocban:unit", "340282366920938463463374607431768211456"),
    ])
    func refuses(member: String, value: String) throws {
        let text = try Self.file(member, value)
        #expect(throws: JWKSetError.member(key: 0, name: member, .wrongType)) { try Keyring(jwkSet: text) }
    }

    @Test("letters that only look or compare like ASCII are others")
    func otherLetters() throws {
        // The Kelvin sign is canonically equivalent to K.
        let text = try Sample.keyring.exported(verifyOnly: true).jwkSet().replacing("\"OKP\"", with: "\"O\u{212A}P\"")
        #expect(throws: JWKSetError.member(key: 0, name: "kty", .unknown)) { try Keyring(jwkSet: text) }
    }

    @Test("keys made at any moment can be written and read", arguments: [Int64.min, -1, 0, end, end + 1, .max])
    func anyMoment(seconds: Int64) throws {
        let moment = Timestamp(secondsSince1970: seconds)
        var random = SeededNumbers(3)
        for expires in [nil, moment, moment.adding(seconds: .max), moment.adding(seconds: .min)] {
            let keyring = Keyring().generating(unit: 1, at: moment, expires: expires, using: &random)
            #expect(try Keyring(jwkSet: keyring.jwkSet()) == keyring)
            let retired = try keyring.retiring(Sample.key(.card, in: keyring).id, at: moment)
            #expect(try Keyring(jwkSet: retired.jwkSet()) == retired)
            for key in keyring.keys {
                _ = (key.isValid(at: moment), key.description)
            }
        }
    }

    @Test("the last epoch has no next one")
    func lastEpoch() throws {
        let keyring = try Keyring(jwkSet: Self.file("mocban:epoch", "4294967294"))
        #expect(!keyring.hasNextEpoch)
        let before = try Keyring(jwkSet: Self.file("mocban:epoch", "4294967293"))
        #expect(before.hasNextEpoch)
        var random = SeededNumbers(1)
        let grown = before.generating(unit: Sample.unit, at: Sample.start, using: &random)
        #expect(try Keyring(jwkSet: grown.jwkSet()) == grown && !grown.hasNextEpoch)
        #expect(Keyring().hasNextEpoch)
    }

    /// Times of a card at the edges of what claims hold, with the moment of the check and the verdict.
    @Test(
        arguments: [
            (0, 0, 0, .valid), (0, 0, 300, .valid), (0, 0, 301, .expired), (0, 0, -300, .valid),
            (0, 0, -301, .notYetValid), (0, end, .max, .expired), (0, end, .min, .notYetValid),
            (end, end, end, .valid), (end, end, end - 301, .notYetValid), (end, end, end + 300, .valid),
            (end, end, end + 301, .expired),
            // A card that ends before it begins passes in the skew alone, and is never malformed.
            (1000, 400, 700, .valid), (1000, 399, 700, .expired), (1000, 399, 699, .notYetValid),
        ] as [(Int64, Int64, Int64, Verdict)])
    func cardsAtTheEdges(issued: Int64, expires: Int64, now: Int64, verdict: Verdict) throws {
        var random = SeededNumbers(4)
        let keyring = Keyring().generating(unit: Sample.unit, at: Timestamp(secondsSince1970: .min), using: &random)
        let card = Sample.card(
            issued: Timestamp(secondsSince1970: issued), expires: Timestamp(secondsSince1970: expires))
        let message = try Signer(key: Sample.key(.card, in: keyring)).sign(card).message
        let verification = try Verifier(keyring: keyring).verify(message: message, at: Timestamp(secondsSince1970: now))
        #expect(verification.verdict == verdict && verification.claims == card)
    }

    @Test(
        "claims beyond the edges are not signed",
        arguments: [
            Sample.card(issued: Timestamp(secondsSince1970: -1)), Sample.card(expires: Timestamp(secondsSince1970: -1)),
            Sample.card(issued: Timestamp(secondsSince1970: end + 1)),
            Sample.card(expires: Timestamp(secondsSince1970: end + 1)),
            Sample.card(expires: Timestamp(secondsSince1970: .min)), Sample.card(birthYear: 0),
            Sample.card(birthYear: 10_000),
            Sample.card(birthYear: -1), Sample.card(birthYear: .max), Sample.card(birthYear: .min),
        ])
    func notSigned(claims: Claims) throws {
        let signer = try Signer(key: Sample.key(.card))
        #expect(throws: Signer.SigningError.claimsOutOfRange) { try signer.sign(claims) }
    }

    @Test("birth years from 1 to 9999 are signed and read", arguments: [1, 1899, 2026, 9999])
    func birthYears(year: Int) throws {
        let message = try Sample.signed(Sample.card(birthYear: year), with: .card).message
        let verification = try Verifier(keyring: Sample.keyring).verify(message: message, at: Sample.now)
        guard case .card(let card) = verification.claims else { throw KeyringError.noSerialKey }
        #expect(verification.verdict == .valid && card.birthYear == year)
    }
}
