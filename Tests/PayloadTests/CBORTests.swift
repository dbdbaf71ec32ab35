import Payload
import TestSupport
import Testing

struct CBORTests {
    /// RFC 8949 appendix A, as far as integers, strings, arrays, maps and tags reach.
    @Test(arguments: [
        "00", "01", "0a", "17", "1818", "1819", "1864", "1903e8", "1a000f4240", "1b000000e8d4a51000",
        "1bffffffffffffffff", "c249010000000000000000", "3bffffffffffffffff", "c349010000000000000000", "20", "29",
        "3863", "3903e7", "c074323031332d30332d32315432303a30343a30305a", "c11a514b67b0", "d74401020304",
        "d818456449455446", "d82076687474703a2f2f7777772e6578616d706c652e636f6d", "40", "4401020304", "60", "6161",
        "6449455446", "62225c", "62c3bc", "63e6b0b4", "64f0908591", "80", "83010203", "8301820203820405",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819", "a0", "a201020304", "a26161016162820203",
        "826161a161626163", "a56161614161626142616361436164614461656145",
    ])
    func acceptsAppendixA(text: String) throws {
        try CBORReader.validate(hex(text))
    }

    /// RFC 8949 appendix A: floats, simple values and indefinite lengths.
    @Test(arguments: [
        "f90000", "f98000", "f93c00", "fb3ff199999999999a", "f93e00", "f97bff", "fa47c35000", "fa7f7fffff",
        "fb7e37e43c8800759c", "f90001", "f90400", "f9c400", "fbc010666666666666", "f97c00", "f97e00", "f9fc00",
        "fa7f800000", "fa7fc00000", "faff800000", "fb7ff0000000000000", "fb7ff8000000000000", "fbfff0000000000000",
        "f4", "f5", "f6", "f7", "f0", "f8ff", "c1fb41d452d9ec200000", "5f42010243030405ff",
        "7f657374726561646d696e67ff",
        "9fff", "9f018202039f0405ffff", "9f01820203820405ff", "83018202039f0405ff", "83019f0203ff820405",
        "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff", "bf61610161629f0203ffff", "826161bf61626163ff",
        "bf6346756ef563416d7421ff",
    ])
    func refusesAppendixA(text: String) {
        #expect(throws: CBORError.self) { try CBORReader.validate(hex(text)) }
    }

    @Test(arguments: [
        ("", CBORError.lengthBeyondInput(offset: 0)),
        ("18", .lengthBeyondInput(offset: 0)),
        ("1817", .headNotShortest(offset: 0)),
        ("1900ff", .headNotShortest(offset: 0)),
        ("1a0000ffff", .headNotShortest(offset: 0)),
        ("1b00000000ffffffff", .headNotShortest(offset: 0)),
        ("3817", .headNotShortest(offset: 0)),
        ("d1d811", .headNotShortest(offset: 1)),
        ("811c", .reservedInformation(offset: 1)),
        ("1d", .reservedInformation(offset: 0)),
        ("5e", .reservedInformation(offset: 0)),
        ("1f", .reservedInformation(offset: 0)),
        ("df", .reservedInformation(offset: 0)),
        ("5f", .indefiniteLength(offset: 0)),
        ("819fff", .indefiniteLength(offset: 1)),
        ("81f4", .unsupportedType(offset: 1)),
        ("ff", .unsupportedType(offset: 0)),
        ("a201020102", .duplicateKey(offset: 3)),
        ("a202020102", .unsortedKeys(offset: 3)),
        ("a2200018186100", .unsortedKeys(offset: 3)),
        ("0000", .trailingBytes(offset: 1)),
        ("8161ff", .invalidUTF8(offset: 1)),
        ("62c080", .invalidUTF8(offset: 0)),
        ("63eda080", .invalidUTF8(offset: 0)),
        ("64f4908080", .invalidUTF8(offset: 0)),
        ("8181818181818181", .lengthBeyondInput(offset: 7)),
        ("81818181818181818100", .unexpectedValue(offset: 8)),
        ("5b7fffffffffffffff00", .lengthBeyondInput(offset: 0)),
        ("9bffffffffffffffff00", .lengthBeyondInput(offset: 0)),
        ("bb7fffffffffffffff00", .lengthBeyondInput(offset: 0)),
        ("a20001", .lengthBeyondInput(offset: 0)),
        ("8200", .lengthBeyondInput(offset: 0)),
    ])
    func refusesWithTheOffset(text: String, error: CBORError) {
        #expect(throws: error) { try CBORReader.validate(hex(text)) }
    }

    @Test func survivesDeepNesting() {
        for byte: UInt8 in [0x81, 0xa1, 0xd1] {
            let bytes = [UInt8](repeating: byte, count: 1_000_000)
            #expect(throws: CBORError.self) { try CBORReader.validate(bytes) }
            #expect(throws: CBORError.self) { try COSEMessage(parsing: bytes) }
            #expect(throws: CBORError.self) { try Claims(decoding: bytes[...]) }
        }
    }

    @Test func survivesRandomBytes() {
        var random = SeededNumbers(7)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try? CBORReader.validate(bytes)
            _ = try? COSEMessage(parsing: bytes)
            _ = try? Claims(decoding: bytes[...])
        }
    }

    @Test(
        arguments: [
            0, 1, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, .max, -1, -24, -25, -256, -257,
            -65_537,
            .min,
        ] as [Int64])
    func integersThereAndBack(value: Int64) throws {
        var writer = CBORWriter()
        writer.integer(value)
        try CBORReader.validate(writer.bytes)
        var reader = CBORReader(writer.bytes)
        #expect(try reader.integer() == value)
        try reader.finish()
    }

    @Test func refusesIntegersBeyond64Bits() {
        for text in ["1b8000000000000000", "3bffffffffffffffff"] {
            var reader = CBORReader(hex(text))
            #expect(throws: CBORError.integerOutOfRange(offset: 0)) { try reader.integer() }
        }
    }

    @Test func refusesAnotherType() {
        var reader = CBORReader(hex("8100"))
        #expect(throws: CBORError.unexpectedType(offset: 0)) { try reader.text() }
    }
}
