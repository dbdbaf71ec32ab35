import RosterValues
import Testing

@testable import Roster

@Suite("Rules of telephone numbers")
struct PhoneRuleTests {
    static let good: [RowCase] = [
        RowCase(.phone, "0905123456"),
        RowCase(.phone, "0905 123 456"),
        RowCase(.phone, "(0905) 123.456"),
        RowCase(.phone, "0234 3823456"),
        RowCase(.phone, "02343823456"),
        RowCase(.phone, "0905123456 / 0914123456"),
        RowCase(.phone, "0905123456 0914123456"),
        RowCase(.phone, "0905123456 - 0914123456"),
        RowCase(.phone, "19001234"),
        RowCase(.phone, "0385123456"),
        RowCase(.phone, "0585123456"),
        RowCase(.phone, "0705123456"),
        RowCase(.phone, "0815123456"),
        RowCase(.phone, "0243 823 4567"),
        RowCase(.phone, "024 38234567"),
        RowCase(.phone, "18001234"),
        RowCase(.phone, "1900123456"),
        RowCase(.phone, "'0905123456"),
        RowCase(.phone, "0905-123-456"),
        RowCase(.phone, "0905123456; 0914123456"),
        RowCase(.phone, "0905123456, 02343823456"),
    ]

    @Test("what is dialled", arguments: good)
    func goodRows(_ row: RowCase) throws {
        try row.check()
    }

    static let mended: [RowCase] = [
        RowCase(
            .phone, "905123456",
            .init(.phoneLostZero, "905123456 has lost the zero in front", certain: "0905123456")),
        RowCase(
            .phone, "2343823456",
            .init(.phoneLostZero, "2343823456 has lost the zero in front", certain: "02343823456")),
        RowCase(
            .phone, "01685123456",
            .init(.phoneOldPrefix, "01685123456 has a prefix of before 2018", certain: "0385123456")),
        RowCase(
            .phone, "1685123456",
            .init(.phoneOldPrefix, "1685123456 has a prefix of before 2018", certain: "0385123456")),
        RowCase(
            .phone, "0199 123 4567",
            .init(.phoneOldPrefix, "0199 123 4567 has a prefix of before 2018", certain: "0591234567")),
        RowCase(
            .phone, "+84905123456",
            .init(.phoneCountryCode, "+84905123456 has the country’s code in front", certain: "0905123456")),
        RowCase(
            .phone, "+84 (0)905 123 456",
            .init(.phoneCountryCode, "+84 (0)905 123 456 has the country’s code in front", certain: "0905123456")),
        RowCase(
            .phone, "84905123456",
            .init(.phoneCountryCode, "84905123456 has the country’s code in front", certain: "0905123456")),
        RowCase(
            .phone, "0084905123456",
            .init(.phoneCountryCode, "0084905123456 has the country’s code in front", certain: "0905123456")),
        RowCase(
            .phone, "+841685123456",
            .init(.phoneCountryCode, "+841685123456 has the country’s code in front", certain: "0385123456")),
        RowCase(
            .phone, "0905123456 / 914123456",
            .init(
                .phoneLostZero, "0905123456 / 914123456 has lost the zero in front", certain: "0905123456 / 0914123456")
        ),
        RowCase(
            .phone, "905123456.0",
            .init(.phoneLostZero, "905123456.0 has lost the zero in front", certain: "0905123456")),
        RowCase(
            .phone, "01625123456",
            .init(.phoneOldPrefix, "01625123456 has a prefix of before 2018", certain: "0325123456")),
        RowCase(
            .phone, "01635123456",
            .init(.phoneOldPrefix, "01635123456 has a prefix of before 2018", certain: "0335123456")),
        RowCase(
            .phone, "01645123456",
            .init(.phoneOldPrefix, "01645123456 has a prefix of before 2018", certain: "0345123456")),
        RowCase(
            .phone, "01655123456",
            .init(.phoneOldPrefix, "01655123456 has a prefix of before 2018", certain: "0355123456")),
        RowCase(
            .phone, "01665123456",
            .init(.phoneOldPrefix, "01665123456 has a prefix of before 2018", certain: "0365123456")),
        RowCase(
            .phone, "01675123456",
            .init(.phoneOldPrefix, "01675123456 has a prefix of before 2018", certain: "0375123456")),
        RowCase(
            .phone, "01695123456",
            .init(.phoneOldPrefix, "01695123456 has a prefix of before 2018", certain: "0395123456")),
        RowCase(
            .phone, "01205123456",
            .init(.phoneOldPrefix, "01205123456 has a prefix of before 2018", certain: "0705123456")),
        RowCase(
            .phone, "01215123456",
            .init(.phoneOldPrefix, "01215123456 has a prefix of before 2018", certain: "0795123456")),
        RowCase(
            .phone, "01225123456",
            .init(.phoneOldPrefix, "01225123456 has a prefix of before 2018", certain: "0775123456")),
        RowCase(
            .phone, "01265123456",
            .init(.phoneOldPrefix, "01265123456 has a prefix of before 2018", certain: "0765123456")),
        RowCase(
            .phone, "01285123456",
            .init(.phoneOldPrefix, "01285123456 has a prefix of before 2018", certain: "0785123456")),
        RowCase(
            .phone, "01235123456",
            .init(.phoneOldPrefix, "01235123456 has a prefix of before 2018", certain: "0835123456")),
        RowCase(
            .phone, "01245123456",
            .init(.phoneOldPrefix, "01245123456 has a prefix of before 2018", certain: "0845123456")),
        RowCase(
            .phone, "01255123456",
            .init(.phoneOldPrefix, "01255123456 has a prefix of before 2018", certain: "0855123456")),
        RowCase(
            .phone, "01275123456",
            .init(.phoneOldPrefix, "01275123456 has a prefix of before 2018", certain: "0815123456")),
        RowCase(
            .phone, "01295123456",
            .init(.phoneOldPrefix, "01295123456 has a prefix of before 2018", certain: "0825123456")),
        RowCase(
            .phone, "01865123456",
            .init(.phoneOldPrefix, "01865123456 has a prefix of before 2018", certain: "0565123456")),
        RowCase(
            .phone, "01885123456",
            .init(.phoneOldPrefix, "01885123456 has a prefix of before 2018", certain: "0585123456")),
        RowCase(
            .phone, "01995123456",
            .init(.phoneOldPrefix, "01995123456 has a prefix of before 2018", certain: "0595123456")),
        RowCase(
            .phone, "385123456",
            .init(.phoneLostZero, "385123456 has lost the zero in front", certain: "0385123456")),
        RowCase(
            .phone, "585123456",
            .init(.phoneLostZero, "585123456 has lost the zero in front", certain: "0585123456")),
        RowCase(
            .phone, "785123456",
            .init(.phoneLostZero, "785123456 has lost the zero in front", certain: "0785123456")),
        RowCase(
            .phone, "885123456",
            .init(.phoneLostZero, "885123456 has lost the zero in front", certain: "0885123456")),
        RowCase(
            .phone, "84 385 123 456",
            .init(.phoneCountryCode, "84 385 123 456 has the country’s code in front", certain: "0385123456")),
        RowCase(
            .phone, "01685123456; 905123456",
            .init(
                .phoneOldPrefix, "01685123456; 905123456 has a prefix of before 2018",
                certain: "0385123456 / 0905123456")),
    ]

    @Test("what is mended", arguments: mended)
    func mendedRows(_ row: RowCase) throws {
        try row.check()
    }

    static let bad: [RowCase] = [
        RowCase(
            .phone, "0905123456 / abc",
            .init(.phoneNotANumber, "“0905123456 / abc” is not a telephone number")),
        RowCase(
            .phone, "090512345",
            .init(.phoneNotANumber, "“090512345” is not a telephone number")),
        RowCase(
            .phone, "0605123456",
            .init(.phoneNotANumber, "“0605123456” is not a telephone number")),
        RowCase(
            .phone, "9.05E+08",
            .init(.phoneNotANumber, "“9.05E+08” is not a telephone number")),
        RowCase(
            .phone, "không có",
            .init(.phoneNotANumber, "“không có” is no number; leave the cell empty", certain: "")),
        RowCase(
            .phone, "0905123456 (Lan)",
            .init(.phoneNotANumber, "“0905123456 (Lan)” is not a telephone number")),
        RowCase(
            .phone, "0111234567",
            .init(.phoneNotANumber, "“0111234567” is not a telephone number")),
        RowCase(
            .phone, "'+84905",
            .init(.phoneNotANumber, "“+84905” is not a telephone number")),
        RowCase(
            .phone, "09051234567",
            .init(.phoneNotANumber, "“09051234567” is not a telephone number")),
        RowCase(
            .phone, "01605123456",
            .init(.phoneNotANumber, "“01605123456” is not a telephone number")),
        RowCase(
            .phone, "+85512345678",
            .init(.phoneNotANumber, "“+85512345678” is not a telephone number")),
        RowCase(
            .phone, "abc",
            .init(.phoneNotANumber, "“abc” is not a telephone number")),
        RowCase(
            .phone, "113",
            .init(.phoneNotANumber, "“113” is not a telephone number")),
        RowCase(
            .phone, "0905123456 0914123",
            .init(.phoneNotANumber, "“0905123456 0914123” is not a telephone number")),
        RowCase(
            .phone, "405123456",
            .init(.phoneNotANumber, "“405123456” is not a telephone number")),
    ]

    @Test("what cannot be dialled", arguments: bad)
    func badRows(_ row: RowCase) throws {
        try row.check()
    }
}
