import TestSupport
import Testing

@testable import Payload

struct RevocationListTests {
    private static let key = Sample.key(.ed25519)
    private static let gate = try? Sample.keyring.exported(purpose: .card, verifyOnly: true)
    private static let small = Sample.list(
        [5, 300, 0x7f_ffff_ffff_ffff].map { Sample.serial($0) },
        cutOffs: [KeyID(rawValue: 7): Sample.issued, KeyID(rawValue: 0xffff_ffff): Sample.start])

    /// Draws serials; `bits` below 55 make them dense.
    private static func serials(
        _ count: Int, bits: UInt64 = 55, using random: inout SeededNumbers
    ) -> [Serial] {
        (0..<count).map { _ in Sample.serial(random.next() >> (64 - bits)) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func thereAndBack(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let serials = Self.serials(
            Int.random(in: 0...60, using: &random), bits: .random(in: 3...55, using: &random), using: &random)
        let cutOffs = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            (
                KeyID(rawValue: .random(in: 0...UInt32.max, using: &random)),
                Timestamp(secondsSince1970: .random(in: Claims.seconds, using: &random))
            )
        }
        let list = Sample.list(
            serials.shuffled(using: &random), sequence: random.next() >> UInt64.random(in: 0...63, using: &random),
            days: .random(in: 0...1000, using: &random), cutOffs: Dictionary(cutOffs) { first, _ in first })
        let bytes = try list.signed(with: Self.key)
        let read = try RevocationList(verifying: bytes, keyring: Sample.keyring)
        #expect(read == list && read.serialCount == Set(serials).count)
        #expect(try read.signed(with: Self.key).dropLast(64) == bytes.dropLast(64))
        let known = Set(serials)
        for serial in serials + Self.serials(20, bits: 6, using: &random) + [Sample.serial(0)] {
            #expect(read.contains(serial) == known.contains(serial))
            #expect(read.revokes(serial, signedBy: Self.key.id, issued: Sample.issued) == known.contains(serial))
        }
    }

    @Test(
        arguments: [
            ([], ""), ([0], "00"), ([1], "01"), ([0, 1], "0001"), ([127, 128], "7f01"), ([128, 256], "80018001"),
            ([300, 16684], "ac02808001"), ([0x7f_ffff_ffff_ffff], "ffffffffffffff3f"),
        ] as [([UInt64], String)])
    func deltas(numbers: [UInt64], bytes: String) throws {
        #expect(SerialDeltas.encode(numbers) == hex(bytes))
        #expect(try SerialDeltas.decode(hex(bytes)[...], count: UInt64(numbers.count)) == numbers)
    }

    @Test(
        arguments: [
            ("", 1, .unexpectedValue(offset: 0)), ("01", 0, .trailingBytes(offset: 0)),
            ("0101", 1, .trailingBytes(offset: 1)), ("0181", 2, .lengthBeyondInput(offset: 1)),
            ("8001", 2, .lengthBeyondInput(offset: 2)), ("01", .max, .unexpectedValue(offset: 0)),
            ("0102", 1 << 63, .unexpectedValue(offset: 0)), ("0500", 2, .unexpectedValue(offset: 1)),
            ("0000", 2, .unexpectedValue(offset: 1)), ("8000", 1, .headNotShortest(offset: 0)),
            ("058100", 2, .headNotShortest(offset: 1)), ("ffffffffffffff40", 1, .unexpectedValue(offset: 0)),
            ("ffffffffffffff7f", 1, .unexpectedValue(offset: 0)),
            ("ffffffffffffff3f01", 2, .unexpectedValue(offset: 8)),
            ("ffffffffffffffff01", 1, .integerOutOfRange(offset: 0)),
            (String(repeating: "80", count: 40), 1, .integerOutOfRange(offset: 0)),
        ] as [(String, UInt64, CBORError)])
    func damagedDeltas(bytes: String, count: UInt64, error: CBORError) {
        #expect(throws: error) { try SerialDeltas.decode(hex(bytes)[...], count: count) }
    }

    /// Whole lists that the right key has signed, with one thing in them that must not be.
    @Test(
        arguments: [
            ("01 194d9b", "01 1a00004d9b"), ("a7 01", "a6 01"), ("02 03", "02 1803"), ("02 03", "03 03"),
            ("02 03", "02 20"),
            ("03 1a6a445880", "03 20"), ("04 1a6a4d9300", "04 1a6a44587f"), ("04 1a6a4d9300", "04 1b0000003afff44180"),
            ("05 03", "05 02"), ("05 03", "05 04"), ("05 03", "05 1bffffffffffffffff"),
            ("05a702d3fd", "0500a702d3"), ("06 4b", "06 5bffffffffffffffff"), ("06 4b", "06 6b"),
            ("07 a2", "07 a1"), ("07 a2", "07 a3"), ("07 a2", "07 bbffffffffffffffff"), ("07 a2", "07 82"),
            ("44ffffffff", "4400000007"), ("44ffffffff", "4400000006"), ("44ffffffff", "43ffffff"),
            ("44ffffffff 1a5f5e1000", "44ffffffff 20"), ("44ffffffff 1a5f5e1000", "44ffffffff f6"),
            ("44ffffffff 1a5f5e1000", "44ffffffff 1a5f5e1000 00"),
        ])
    func damagedLists(good: String, bad: String) throws {
        let (good, bad) = (hex(good), hex(bad))
        let encoded = Self.small.encoded
        let place = try #require(encoded.firstRange(of: good))
        let changed = Array(encoded[..<place.lowerBound]) + bad + encoded[place.upperBound...]
        #expect(try RevocationList(decoding: encoded[...]) == Self.small)
        let message = try Signer(key: Self.key).message(of: changed, contentType: RevocationList.contentType)
        let error = #expect(throws: RevocationListError.self) {
            try RevocationList(verifying: message, keyring: Sample.keyring)
        }
        guard case .malformed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func refusesEveryChangedByte() throws {
        let keyring = try #require(Self.gate)
        let bytes = try Self.small.signed(with: Self.key)
        #expect(try RevocationList(verifying: bytes, keyring: keyring) == Self.small)
        for index in bytes.indices {
            for change in 1...255 as ClosedRange<UInt8> where change.nonzeroBitCount == 1 || index % 16 == 0 {
                var changed = bytes
                changed[index] ^= change
                #expect(throws: RevocationListError.self, "byte \(index)") {
                    try RevocationList(verifying: changed, keyring: keyring)
                }
            }
            #expect(throws: RevocationListError.self, "\(index) bytes") {
                try RevocationList(verifying: Array(bytes[..<index]), keyring: keyring)
            }
        }
        #expect(throws: RevocationListError.self) { try RevocationList(verifying: bytes + [0], keyring: keyring) }
    }

    /// A key's holder may be hostile too: whatever it has signed is a list or an error.
    @Test(arguments: 0..<50 as Range<UInt64>)
    func readsAnythingSigned(seed: UInt64) {
        var random = SeededNumbers(seed)
        let encoded = Self.small.encoded
        for _ in 0..<200 {
            var bytes = encoded
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[.random(in: bytes.indices, using: &random)] = UInt8(truncatingIfNeeded: random.next())
            }
            guard let list = try? RevocationList(decoding: bytes[...]) else { continue }
            #expect(list.encoded == bytes)
        }
    }

    /// A list that has the end of a register's log.
    private static func headed(_ head: LogHead?) -> RevocationList {
        RevocationList(
            unit: small.unit, sequence: small.sequence, issued: small.issued, nextUpdate: small.nextUpdate, serials: [],
            logHead: head)
    }

    @Test("the end of a log goes with the list, and lists without one are read as before")
    func logHead() throws {
        let head = try #require(LogHead(entry: 179, mac: Array(1...16), time: Sample.issued))
        let list = Self.headed(head)
        let bytes = try list.signed(with: Self.key)
        #expect(try RevocationList(verifying: bytes, keyring: Sample.keyring) == list)
        #expect(Self.headed(nil).encoded.count + 1 + 1 + 2 + 17 + 5 == list.encoded.count)
        #expect(try RevocationList(decoding: Self.headed(nil).encoded[...]).logHead == nil)
    }

    @Test(
        "an end of a log that none has is refused",
        arguments: [
            ("08 83 18b3", "08 83 00"), ("08 83 18b3", "08 82 18b3"), ("08 83 18b3", "09 83 18b3"),
            ("08 83 18b3", "08 83 1b0020000000000001"), ("50 0102", "4f 02"), ("50 0102", "50 0102 00"),
        ])
    func damagedHead(good: String, bad: String) throws {
        let head = try #require(LogHead(entry: 179, mac: Array(1...16), time: Sample.issued))
        let encoded = Self.headed(head).encoded
        let place = try #require(encoded.firstRange(of: hex(good)))
        let changed = Array(encoded[..<place.lowerBound]) + hex(bad) + encoded[place.upperBound...]
        #expect(throws: CBORError.self) { try RevocationList(decoding: changed[...]) }
    }

    @Test(
        "a head's code is read as people type it",
        arguments: [
            "179-0410-60G4-0G6W", "179-041060g40g6w", " 179-0410-60G4-0G6W ", "MBLOG:179-0410-60G4-0G6W",
            "mblog:179-0410-60g4-0g6w",
        ])
    func codes(text: String) throws {
        let head = try #require(LogHead(entry: 179, mac: Array(1...16), time: Sample.issued))
        let typed = text.replacing(/(?i)0410.?60g4.?0g6w/) { _ in "\(head.code)".dropFirst(4) }
        #expect(LogHead.Code(typed) == head.code)
    }

    @Test(
        "what is no code", arguments: ["", "179", "0410-60G4-0G6W", "-179-0410-60G4-0G6W", "x-1111-1111-1111", "179-"])
    func noCode(text: String) { #expect(LogHead.Code(text) == nil) }
}
