import Payload
import TestSupport
import Testing

struct DigitTextTests {
    @Test(arguments: [
        ("", "MB1:"),
        ("00", "MB1:000"),
        ("ff", "MB1:255"),
        ("ffff", "MB1:65535"),
        ("ffffff", "MB1:16777215"),
        ("ffffffff", "MB1:4294967295"),
        ("ffffffffff", "MB1:1099511627775"),
        ("ffffffffffff", "MB1:281474976710655"),
        ("ffffffffffffff", "MB1:72057594037927935"),
        ("0000000000000001", "MB1:00000000000000000001"),
    ])
    func thereAndBack(bytes: String, text: String) throws {
        #expect(DigitText.encode(hex(bytes)) == text)
        #expect(DigitText.prefix + DigitText.digits(of: hex(bytes)) == text)
        #expect(try DigitText.decode(text) == hex(bytes))
    }

    @Test func randomBytesThereAndBack() throws {
        var random = SeededNumbers(3)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(try DigitText.decode(DigitText.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: [
        ("", PayloadError.wrongPrefix),
        ("mb1:000", .wrongPrefix),
        (" MB1:000", .wrongPrefix),
        ("MB1：000", .wrongPrefix),
        ("MB1:0", .wrongLength(digits: 1)),
        ("MB1:00 ", .notADigit(offset: 6)),
        ("MB1: 00", .notADigit(offset: 4)),
        ("MB1:000\n", .notADigit(offset: 7)),
        ("MB1:+01", .notADigit(offset: 4)),
        ("MB1:２５５", .notADigit(offset: 4)),
        ("MB1:00é", .notADigit(offset: 6)),
        ("MB1:000=", .notADigit(offset: 7)),
        ("MB1:256", .blockOutOfRange(offset: 4)),
        ("MB1:00000000000000000256", .blockOutOfRange(offset: 21)),
        ("MB1:72057594037927936", .blockOutOfRange(offset: 4)),
        ("MB1:99999999999999999", .blockOutOfRange(offset: 4)),
        ("MB1:281474976710656", .blockOutOfRange(offset: 4)),
    ])
    func refuses(text: String, error: PayloadError) {
        #expect(throws: error) { try DigitText.decode(text) }
    }

    @Test func refusesEveryOtherLength() {
        let lengths = Set([0, 3, 5, 8, 10, 13, 15])
        for digits in 0..<60 {
            let text = DigitText.prefix + String(repeating: "0", count: digits)
            let passes = (try? DigitText.decode(text)) != nil
            #expect(passes == lengths.contains(digits % 17))
        }
    }
}

struct PosterURLTests {
    @Test(arguments: [
        ("https://mocban.example", "https://mocban.example/v/----AP8", "mocban.example"),
        ("http://10.0.0.7:8080/", "http://10.0.0.7:8080/v/----AP8", "10.0.0.7"),
        ("https://quangdien.example/a/v", "https://quangdien.example/a/v/v/----AP8", "quangdien.example"),
    ])
    func thereAndBack(base: String, url: String, host: String) throws {
        let message = hex("fbefbe00ff")
        let base = try #require(BaseURL(base))
        #expect(base.host == host)
        #expect(SignedPayload(message: message).url(base: base) == url)
        #expect(try SignedPayload(text: SignedPayload(message: message).url(base: base)).message == message)
    }

    @Test(arguments: [
        "", "mocban.example", "ftp://mocban.example", "HTTPS://mocban.example", "https://", "https:///a",
        "https://a?b", "https://a#b", "https://user@a", "https://a\u{600}/", "https://a b", "https://đ.example",
        "https://:80",
    ])
    func refusesBase(text: String) {
        #expect(BaseURL(text) == nil)
    }

    @Test(arguments: [
        "https://a/v/AAAA=", "https://a/v/AA==", "https://a/v/A", "https://a/v/AB", "https://a/v/AAB",
        "https://a/v/AA+A",
        "https://a/v/AA A", "https://a/v/AAAA\n", "https://a/v/", "https://a/v", "https://v/AAAA", "https:///v/AAAA",
        "https://a/w/AAAA", "https://a/v/AAAA?x", "https://a/v/AAAA#x", "https://a?/v/AAAA", "https://a/xv/AAAA",
        "ftp://a/v/AAAA", " https://a/v/AAAA", "http", "https://a/v/ＡAAA", "https://a/V/AAAA",
    ])
    func refuses(text: String) {
        #expect(throws: PayloadError.self) { try SignedPayload(text: text) }
    }

    /// RFC 4648 section 10, in the URL's alphabet and without padding.
    @Test(arguments: [
        ("", ""), ("66", "Zg"), ("666f", "Zm8"), ("666f6f", "Zm9v"), ("666f6f62", "Zm9vYg"), ("fbff", "-_8"),
    ])
    func base64URL(bytes: String, text: String) throws {
        #expect(Base64URL.encode(hex(bytes)) == text)
        #expect(Base64URL.decode(text) == hex(bytes))
    }
}

struct NameFormTests {
    @Test(arguments: [
        (NameForm.full, "Nguyễn Thị Hương", "Nguyễn Thị Hương"),
        (.masked, "Nguyễn Thị Hương", "N. T. Hương"),
        (.masked, "Đặng  Ẩn", "Đ. Ẩn"),
        (.masked, "Hương", "Hương"),
        (.masked, "", ""),
    ])
    func applies(form: NameForm, name: String, expected: String) {
        #expect(form.apply(to: name) == expected)
    }

    @Test func leavesTheNameOut() {
        #expect(NameForm.none.apply(to: "Nguyễn Thị Hương") == nil)
    }
}
