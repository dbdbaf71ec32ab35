import Payload
import TestSupport
import Testing

struct SerialTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private static func randomSerials(_ count: Int) -> [Serial] {
        var random = SeededNumbers(55)
        return (0..<count).compactMap { _ in Serial(rawValue: random.next() >> 9) }
    }

    @Test func has55Bits() {
        #expect(Serial(rawValue: 1 << 55) == nil)
        #expect(Serial(rawValue: 1 << 55 - 1)?.description.hasPrefix("ZZZZ-ZZZZ-ZZZ") == true)
        #expect(Sample.serial(0).description == "0000-0000-0000")
        #expect(Sample.serial(1).bytes == [0, 0, 0, 0, 0, 0, 0, 1])
        #expect(Serial(bytes: [0, 0x80, 0, 0, 0, 0, 0, 0]) == nil)
        #expect(Serial(bytes: [0, 0, 0]) == nil)
    }

    @Test func thereAndBack() throws {
        for serial in Self.randomSerials(500) {
            #expect(try Serial(parsing: serial.description) == serial)
            #expect(Serial(bytes: serial.bytes) == serial)
        }
    }

    @Test func readsWhatPeopleType() throws {
        let serial = Sample.serial(1)
        let printed = serial.description
        #expect(printed == "0000-0000-001Y")
        for text in [
            "00000000001y", "0000 0000 001Y", "oooo-OOOO-ooIy", "oooo-OOOO-oolY", " 0000-0000-00LY ",
            "0-0-0-00000001Y",
        ] {
            #expect(try Serial(parsing: text) == serial, "\(text)")
        }
    }

    @Test(arguments: [
        ("0000-0000-001X", Serial.ParseError.wrongCheckDigit),
        ("0000-0000-001", .wrongLength(count: 11)),
        ("0000-0000-001YY", .wrongLength(count: 13)),
        ("", .wrongLength(count: 0)),
        ("0000-0000-00UY", .wrongCharacter("U")),
        ("0000–0000-001Y", .wrongCharacter("–")),
        ("0000-0000-00đY", .wrongCharacter("đ")),
        ("0000_0000", .wrongCharacter("_")),
    ])
    func refuses(text: String, error: Serial.ParseError) {
        #expect(throws: error) { try Serial(parsing: text) }
    }

    @Test func tellsEverySingleWrongDigit() {
        for serial in Self.randomSerials(20) {
            let digits = Array(serial.description.filter { $0 != "-" })
            for index in digits.indices {
                for other in Self.alphabet where other != digits[index] {
                    var wrong = digits
                    wrong[index] = other
                    #expect(throws: Serial.ParseError.wrongCheckDigit) { try Serial(parsing: String(wrong)) }
                }
            }
        }
    }

    /// Luhn's known limit: it does not tell `0Z` from `Z0`.
    @Test func tellsEverySwapOfNeighboursButZeroAndZ() {
        for serial in Self.randomSerials(500) {
            let digits = Array(serial.description.filter { $0 != "-" })
            for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
                var wrong = digits
                wrong.swapAt(index, index + 1)
                let isLimit = Set([digits[index], digits[index + 1]]) == ["0", "Z"]
                let passes = (try? Serial(parsing: String(wrong))) != nil
                #expect(passes == isLimit, "\(serial) at \(index)")
            }
        }
    }

    @Test func derivationTakesEveryInput() throws {
        let key = try Sample.keyring.serialKey()
        let holders = [
            HolderKey.nationalID("046185001234", key: key),
            HolderKey.nationalID("046185001235", key: key),
            HolderKey.person(household: "QD-1", name: "Lê Hòa", birth: "1985", key: key),
            HolderKey.person(household: "QD-1", name: "Lê Hoà", birth: "1985", key: key),
            HolderKey.person(household: "QD-2", name: "Lê Hòa", birth: "1985", key: key),
            HolderKey.venue(name: "Lê Hòa", address: "1985", key: key),
        ]
        var serials: Set<Serial> = []
        for holder in holders {
            #expect(HolderKey(bytes: holder.bytes) == holder)
            for unit: UnitCode in [19867, 19870] {
                for issueNumber: UInt32 in [1, 2] {
                    serials.insert(Serial(unit: unit, holder: holder, issueNumber: issueNumber, key: key))
                }
            }
        }
        #expect(serials.count == holders.count * 4)
        #expect(HolderKey(bytes: [1, 2, 3]) == nil)
        #expect("\(key)" == "serial key")
    }
}
