import Payload
import Testing

struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"),
        (1_795_502_609, "2026-11-24T06:43:29Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
    ])
    func readsAndWrites(seconds: Int64, text: String) {
        #expect(Timestamp(secondsSince1970: seconds).description == text)
        #expect(Timestamp(text) == Timestamp(secondsSince1970: seconds))
    }

    @Test(arguments: [Int64.min, .max])
    func describesExtremesWithoutOverflow(seconds: Int64) {
        #expect(Timestamp(secondsSince1970: seconds).description.hasSuffix("Z"))
    }

    @Test func readsADateAsMidnight() {
        #expect(Timestamp("2026-11-24")?.description == "2026-11-24T00:00:00Z")
        #expect(Timestamp("2024-02-29")?.description == "2024-02-29T00:00:00Z")
    }

    @Test(arguments: [
        "", "2026", "2026-11-24T06:43:29", "2026-11-24T06:43:29+07:00", "2026-11-24 06:43:29Z", "2026-11-24T24:00:00Z",
        "2026-11-24T06:60:00Z", "2026-11-24T06:43:60Z", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10",
        "2026-04-31", "24/11/2026", "2026-11-2４", "+026-11-24", "2026-11-24T06:43:29Z ", "2026-11-24T06:43:29.5Z",
    ])
    func refuses(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func addsWithoutOverflow() {
        #expect(Timestamp(secondsSince1970: .max).adding(seconds: 1).secondsSince1970 == .max)
        #expect(Timestamp(secondsSince1970: .min).adding(seconds: -1).secondsSince1970 == .min)
        #expect(Timestamp(secondsSince1970: 5).adding(seconds: -10).secondsSince1970 == -5)
    }

    @Test func readsTheSystemClock() {
        #expect(Timestamp.now() > Sample.start)
    }
}
