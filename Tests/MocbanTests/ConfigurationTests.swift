import Calendar
import Foundation
import Layout
import Messages
import Payload
import TestSupport
import Testing

@testable import Mocban

@Suite("Settings")
struct ConfigurationTests {
    @Test("title, signer and emblem are kept, and left out where an office has none")
    func own() throws {
        var settings = OfficeConfiguration(unit: 19897, name: "UBND xã Quảng Phú")
        #expect(!settings.yaml.contains("title") && !settings.yaml.contains("emblem"))
        (settings.title, settings.signer, settings.emblem) = ("THẺ XÃ VIÊN", "TM. UBND\nCHỦ TỊCH", "huy-hieu.png")
        #expect(try OfficeConfiguration(yaml: settings.yaml, file: "mocban.yaml") == settings)
    }

    @Test(
        "are read back as they were written",
        arguments: [
            "UBND xã Quảng Phú", "a \"b\" \\c\\", "# no comment", "yes", "{a: [b]}", " leading and trailing ", "a: b",
            "'",
            "\t\n\r\0\u{1B}\u{7F}", "\u{80}\u{85}\u{9F}", "\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}", "Ủy ban 😀", "---",
            "",
        ])
    func roundTrip(text: String) throws {
        var configuration = OfficeConfiguration(
            unit: UnitCode(rawValue: 19897), name: "A" + text, parent: text, hotline: text,
            baseURL: BaseURL("https://tcs.example.vn/a"))
        (configuration.cardDays, configuration.posterDays) = (1, 36_500)
        (configuration.nameForm, configuration.birthForm) = (.masked, .year)
        for language in [nil, Language.english, .vietnamese] {
            configuration.language = language
            let read = try OfficeConfiguration(yaml: configuration.yaml, file: "mocban.yaml")
            #expect(read == configuration)
            #expect(OfficeConfiguration.language(ofYAML: configuration.yaml) == language)
        }
        let read = try OfficeConfiguration(yaml: configuration.yaml, file: "mocban.yaml")
        #expect(read == configuration)
        #expect(Array(read.parent.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }

    @Test("have defaults for all but the unit and the name")
    func defaults() throws {
        let read = try OfficeConfiguration(yaml: "unit: 0\nname: A\nbase_url: \"\"\n", file: "mocban.yaml")
        #expect(read == OfficeConfiguration(unit: 0, name: "A"))
        #expect(read.baseURL == nil && read.cardDays == 365 && read.nameForm == .full)
    }

    @Test(
        "name the line and the column of a fault",
        arguments: [
            ("name: A\n", "1:1: 'unit' is missing"), ("unit: 1\n", "1:1: 'name' is missing"),
            ("unit: 1\nname: \"\"\n", "2:7: the office needs a name"),
            ("unit: x\nname: A\n", "1:7: expected a whole number from 0"),
            ("unit: -1\nname: A\n", "1:7: expected a whole"),
            ("unit: 1.5\nname: A\n", "1:7: expected a whole number"),
            ("unit: 9223372036854775808\nname: A\n", "1:7: expected a whole number"),
            ("unit: 1\nname: [A]\n", "2:7: expected a text"),
            ("unit: 1\nname: A\ncolour: red\n", "3:1: 'colour' is not"),
            ("unit: 1\nname: A\nlanguage: fr\n", "3:11: 'fr' is none of vi, en"),
            ("unit: 1\nname: A\nbase_url: tcs.example.vn\n", "3:11: expected an address like https://"),
            ("unit: 1\nname: A\ncards:\n  days: 0\n", "4:9: expected a whole number from 1 to 36500"),
            ("unit: 1\nname: A\ncards:\n  name: short\n", "4:9: 'short' is none of full, masked, none"),
            ("unit: 1\nname: A\ncards:\n  birth: month\n", "4:10: 'month' is none of year, date"),
            ("unit: 1\nname: A\ncards:\n  fold: 1\n", "4:3: 'fold' is not known here"),
            ("unit: 1\nname: A\nposters: [a]\n", "3:10: expected names and values"),
            ("unit: 1\nunit: 2\nname: A\n", "1:1: 'unit' stands twice"), ("unit: 1\nname: \"A\n", "3:1: not YAML"),
        ])
    func faults(yaml: String, message: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try OfficeConfiguration(yaml: yaml, file: "office/mocban.yaml")
        }
        #expect(error.description.hasPrefix("office/mocban.yaml:" + message), "\(error)")
    }
}

@Suite("Days in Vietnam")
struct VietnamDayTests {
    @Test(
        "begin seven hours before UTC's",
        arguments: [
            ("2026-11-24T16:59:59Z", "24/11/2026"), ("2026-11-24T17:00:00Z", "25/11/2026"),
            ("2024-02-28T17:00:00Z", "29/02/2024"), ("2023-02-28T17:00:00Z", "01/03/2023"),
            ("2000-02-29T00:00:00Z", "29/02/2000"), ("2100-02-28T17:00:00Z", "01/03/2100"),
            ("2026-12-31T17:00:00Z", "01/01/2027"), ("1970-01-01T00:00:00Z", "01/01/1970"),
            ("1969-12-31T16:59:59Z", "31/12/1969"),
        ])
    func days(moment: String, day: String) throws {
        #expect(try #require(Timestamp(moment)).vietnamDay.description == day)
    }

    @Test(
        "a card is valid to the end of its last day",
        arguments: [
            ("2026-11-24T06:43:29Z", 365, "2027-11-24T16:59:59Z", "24/11/2027"),
            ("2026-11-24T17:00:00Z", 1, "2026-11-26T16:59:59Z", "26/11/2026"),
            ("2027-11-24T06:43:29Z", 365, "2028-11-23T16:59:59Z", "23/11/2028"),
        ])
    func validity(clock: String, days: Int, end: String, day: String) throws {
        let validity = Validity(issued: try #require(Timestamp(clock)), days: days)
        #expect(validity.issued.description == clock && validity.expires.description == end)
        #expect(validity.expires.vietnamDay.description == day)
        #expect(validity.expires.adding(seconds: 1).vietnamDay.description != day)
    }
}
