import Messages
import Payload
import TestSupport
import Testing

/// Key files as JSON: what RFC 8259 and RFC 7493 do not have is refused, at every level.
struct KeyFileJSONTests {
    /// An entry that is all right, with a place for more members.
    private static func entry(_ more: String = "") -> String {
        """
        {"kty": "oct", "alg": "HS256", "kid": "ZZR-1w", "k": "CmziFdWYT2Jd2_WjmbnyTPkKynLu6-cEhmtrThKasfI", \
        "mocban:purpose": "card", "mocban:unit": 19867, "mocban:epoch": 1, "nbf": 1782864000\(more)}
        """
    }

    private static func set(_ more: String = "", outside: String = "") -> String {
        "{\"keys\": [\(entry(more))]\(outside)}"
    }

    @Test(
        "unknown members stay allowed, whatever they hold",
        arguments: [
            set(), " \t\r\n" + set() + "\n\r\t ", set(", \"use\": \"sig\""),
            set(outside: ", \"Keys\": 1, \"KEYS\": []"),
            set(", \"key_ops\": [\"sign\", {\"a\": [1, {}, []]}], \"x5c\": null"),
            set(", \"n\": [0, -0, 0.5, -1.25e+7, 1E5, 1e-400, 123456789012345678901234567890]"),
            set(", \"t\": [true, false, null, \"\", \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"]"),
            // Names are told apart by their characters, not by how they look.
            set(", \"é\": 1, \"e\\u0301\": 2, \"\": 3, \"\\u0000\": 4"),
            set(", \"deep\": " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60)),
            "\n{ \"\\u006beys\" : [ " + entry().replacing("\"kty\"", with: "\"\\u006bty\"") + " ] }",
        ])
    func takes(text: String) throws {
        #expect(try Keyring(jwkSet: text).keys.count == 1)
    }

    @Test(
        "a doubled member is refused at every level, however it is written",
        arguments: [
            "{\"keys\": [], \"keys\": []}",
            "{\"keys\": [], \"\\u006beys\": []}",
            set(outside: ", \"a\": 1, \"a\": 1"),
            set(outside: ", \"a\": [[{\"b\": 1, \"c\": 2, \"b\": 3}]]"),
            set(", \"kty\": \"oct\""),
            set(", \"\\u006bty\": \"oct\""),
            set(", \"\\u006Bt\\u0079\": 1"),
            set(", \"mocban\\u003apurpose\": \"venue\""),
            set(", \"exp\": 1782864001, \"exp\": 1782864002"),
            set(", \"use\": \"sig\", \"use\": \"sig\""),
            set(", \"\": 1, \"\": 2"),
            set(", \"😀\": 1, \"\\uD83D\\uDE00\": 2"),
            set(", \"a\": {\"b\": {\"c\": 1, \"\\u0063\": 1}}"),
        ])
    func refusesDoubledMembers(text: String) {
        #expect(Self.problem(text) == .doubledMember)
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            ("\u{FEFF}" + set(), .byteOrderMark),
            (set(","), .unexpectedCharacter),
            (set(outside: ","), .unexpectedCharacter),
            ("{\"keys\": [\(entry()),]}", .unexpectedCharacter),
            ("{\"keys\": [,\(entry())]}", .unexpectedCharacter),
            ("{,\"keys\": []}", .unexpectedCharacter),
            ("{\"keys\": [] \"a\": 1}", .unexpectedCharacter),
            ("{\"keys\" []}", .unexpectedCharacter),
            ("{\"keys\": []]", .unexpectedCharacter),
            ("{keys: []}", .unexpectedCharacter),
            ("{'keys': []}", .unexpectedCharacter),
            ("// a comment\n" + set(), .unexpectedCharacter),
            ("{/* a comment */\"keys\": []}", .unexpectedCharacter),
            ("{\"keys\": []} # a comment", .bytesAfterEnd),
            (set() + set(), .bytesAfterEnd),
            (set() + "\0", .bytesAfterEnd),
            (set() + "}", .bytesAfterEnd),
            (set() + "\u{A0}", .bytesAfterEnd),
            (set() + "\u{FEFF}", .bytesAfterEnd),
            ("\u{A0}" + set(), .unexpectedCharacter),
            ("\u{0C}" + set(), .unexpectedCharacter),
            (set(", \"a\": NaN"), .unexpectedCharacter),
            (set(", \"a\": Infinity"), .unexpectedCharacter),
            (set(", \"a\": -Infinity"), .wrongNumber),
            (set(", \"a\": nan"), .unexpectedCharacter),
            (set(", \"a\": True"), .unexpectedCharacter),
            (set(", \"a\": nul"), .unexpectedCharacter),
            (set(", \"a\": undefined"), .unexpectedCharacter),
            (set(", \"a\": 01"), .unexpectedCharacter),
            (set(", \"a\": -01"), .unexpectedCharacter),
            (set(", \"a\": +1"), .unexpectedCharacter),
            (set(", \"a\": .5"), .unexpectedCharacter),
            (set(", \"a\": 1."), .wrongNumber),
            (set(", \"a\": 1.e5"), .wrongNumber),
            (set(", \"a\": 1e"), .wrongNumber),
            (set(", \"a\": -"), .wrongNumber),
            (set(", \"a\": 0x10"), .unexpectedCharacter),
            (set(", \"a\": 1_000"), .unexpectedCharacter),
            (set(", \"a\": \"\t\""), .wrongString),
            (set(", \"a\": \"\n\""), .wrongString),
            (set(", \"a\": \"\0\""), .wrongString),
            (set(", \"a\": \"\\x41\""), .wrongString),
            (set(", \"a\": \"\\'\""), .wrongString),
            (set(", \"a\": \"\\u12\""), .wrongString),
            (set(", \"a\": \"\\u12G4\""), .wrongString),
            (set(", \"a\": \"\\ud83d\""), .wrongString),
            (set(", \"a\": \"\\ude00\\ud83d\""), .wrongString),
            (set(", \"a\": \"\\ud83dx\""), .wrongString),
            (set(", \"a\": \"\\ud83d\\u0041\""), .wrongString),
            (set(", \"\\udc00\": 1"), .wrongString),
            (set(", \"a\": '1'"), .unexpectedCharacter),
            (set(", \"a\":: 1"), .unexpectedCharacter),
            (set(", 1: 1"), .unexpectedCharacter),
            (set(", \"a\": {1: 1}"), .unexpectedCharacter),
            (set(", \"a\": [1 2]"), .unexpectedCharacter),
            (set(", \"a\": [1, ]"), .unexpectedCharacter),
        ] as [(String, JSONFault.Problem)])
    func refuses(text: String, problem: JSONFault.Problem) {
        #expect(Self.problem(text) == problem)
    }

    @Test("a fault has its line and column")
    func saysWhere() {
        let text = "{\n  \"ộ\": 1,\n  \"ộộ\": 1, \"ộ\": 2,\n  \"keys\": []\n}"
        #expect(
            Self.error(text)?.description
                == "the keyring is not a JWK Set: line 3, column 12: the object has a member of this name already"
        )
        #expect(Self.error("[1,\n2,]")?.description.contains("line 2, column 3: a character") == true)
    }

    @Test(
        "what ends too early, nests without end or is too long is no JWK Set",
        arguments: [
            "", " ", "{", "{\"keys\"", "{\"keys\":", "{\"keys\": [", "{\"keys\": [{", "{\"keys\": []", "{\"keys\": [1,",
            "{\"a", "{\"a\\", "{\"a\\u00", "{\"a\": -", "{\"a\": 1.", "{\"a\": 1e+",
            set(", \"deep\": " + String(repeating: "[", count: 62) + String(repeating: "]", count: 62)),
            String(repeating: "{\"a\":", count: 200_000),
            set(", \"deep\": " + String(repeating: "[{\"a\":", count: 100_000)),
            set(outside: String(repeating: " ", count: 1 << 20)),
            "7", "\"keys\"", "[{\"keys\": []}]", "{\"Keys\": []}", "{\"keys\": [\"a\"]}", "{\"keys\": \"\"}",
            "{\"keys\": [\(entry()), 1, \(entry())]}",
        ])
    func refusesWhatIsNoSet(text: String) {
        #expect(throws: JWKSetError.notAJWKSet) { try Keyring(jwkSet: text) }
    }

    @Test("every beginning of a key file is refused, and none of its bytes may be another at will")
    func damagedFiles() throws {
        let text = Sample.keyring.jwkSet()
        let bytes = Array(text.trimming.utf8)
        for end in bytes.indices {
            let cut = String(decoding: bytes[..<end], as: UTF8.self)
            #expect(throws: JWKSetError.notAJWKSet) { try Keyring(jwkSet: cut) }
        }
        // A seeded storm of changed, doubled and dropped bytes: an answer or an error, never a trap.
        var random = SeededNumbers(8259)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00", "\\ud800", "-", "9", "e", "18446744073709551615",
            "-9223372036854775808", "4294967295", "\u{0}", "\"keys\"", "\"exp\":", "\u{FEFF}",
        ].map { Array($0.utf8) }
        for _ in 0..<3000 {
            var changed = bytes
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let offset = Int.random(in: changed.indices, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: changed[offset] = UInt8.random(in: 0...255, using: &random)
                case 1: changed.remove(at: offset)
                case 2: changed.insert(contentsOf: pieces[Int.random(in: pieces.indices, using: &random)], at: offset)
                default:
                    let end = min(offset + Int.random(in: 1...60, using: &random), changed.endIndex)
                    changed.insert(contentsOf: changed[offset..<end], at: offset)
                }
            }
            guard let keyring = try? Keyring(jwkSet: String(decoding: changed, as: UTF8.self)) else { continue }
            #expect(try Keyring(jwkSet: keyring.jwkSet()) == keyring)
        }
    }

    private static func error(_ text: String) -> JWKSetError? {
        do throws(JWKSetError) {
            _ = try Keyring(jwkSet: text)
            return nil
        } catch {
            return error
        }
    }

    private static func problem(_ text: String) -> JSONFault.Problem? {
        guard case .faultyJSON(let fault) = error(text) else { return nil }
        return fault.problem
    }
}

extension String {
    /// The text without the line's end behind it.
    fileprivate var trimming: Substring { self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)] }
}
