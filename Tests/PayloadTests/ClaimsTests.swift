import Foundation
import Payload
import TestSupport
import Testing

struct ClaimsTests {
    @Test func encodesAsTheFormatSays() {
        let card = Claims.card(
            CardClaims(
                serial: Sample.serial(1), name: "Ẩn", birthYear: 1985, unit: 19867,
                issued: Timestamp(secondsSince1970: 1), expires: Timestamp(secondsSince1970: 2)))
        #expect(
            card.encoded == hex("a4 0402 0601 07480000000000000001 3a00010000 a4 0001 0164e1baa86e 021907c1 03194d9b"))
        let bare = Claims.card(
            CardClaims(
                serial: Sample.serial(1), name: nil, birthYear: nil, unit: 1,
                issued: Timestamp(secondsSince1970: 1), expires: Timestamp(secondsSince1970: 2)))
        #expect(bare.encoded == hex("a4 0402 0601 07480000000000000001 3a00010000 a2 0001 0301"))
        let venue = Claims.venue(
            VenueClaims(
                serial: Sample.serial(1), name: "A", unit: 1, type: .other,
                issued: Timestamp(secondsSince1970: 1), expires: Timestamp(secondsSince1970: 2)))
        #expect(venue.encoded == hex("a4 0402 0601 07480000000000000001 3a00010000 a4 0002 016141 0301 0408"))
    }

    @Test func randomClaimsThereAndBack() throws {
        var random = SeededNumbers(2)
        let letters = Array("aăâđêôơưẨỆỜữ nguyễnThịHương水🙂")
        for _ in 0..<2000 {
            let length = Int.random(in: 0...40, using: &random)
            let name = String((0..<length).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
            let unit = UnitCode(rawValue: random.next() >> UInt64.random(in: 0...63, using: &random))
            let issued = Timestamp(secondsSince1970: .random(in: 0...253_402_300_799, using: &random))
            let expires = Timestamp(secondsSince1970: .random(in: 0...253_402_300_799, using: &random))
            let serial = Sample.serial(random.next() >> UInt64.random(in: 9...63, using: &random))
            let claims: Claims =
                if let type = VenueType(rawValue: Int.random(in: 1...16, using: &random)) {
                    .venue(
                        VenueClaims(
                            serial: serial, name: name, unit: unit, type: type, issued: issued, expires: expires))
                } else {
                    .card(
                        CardClaims(
                            serial: serial, name: Bool.random(using: &random) ? name : nil,
                            birthYear: Bool.random(using: &random) ? .random(in: 1...9999, using: &random) : nil,
                            unit: unit, issued: issued, expires: expires))
                }
            let encoded = claims.encoded
            try CBORReader.validate(encoded)
            #expect(claims.isEncodable)
            #expect(try Claims(decoding: encoded[...]) == claims)
        }
    }

    @Test(arguments: [
        "", "a0", "80",
        "a4 0402 0601 07480000000000000001 3a00010000 a2 0001 0301 00",
        "a4 0601 0402 07480000000000000001 3a00010000 a2 0001 0301",
        "a3 0402 0601 07480000000000000001",
        "a4 0421 0601 07480000000000000001 3a00010000 a2 0001 0301",
        "a4 041b0000003afff44180 0601 07480000000000000001 3a00010000 a2 0001 0301",
        "a4 0402 0601 07470000000000000001 3a00010000 a2 0001 0301",
        "a4 0402 0601 07480080000000000000 3a00010000 a2 0001 0301",
        "a4 0402 0601 07480000000000000001 3a00010001 a2 0001 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a2 0000 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a2 0003 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0001 0301 0408",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0001 0301 0161",
        "a4 0402 0601 07480000000000000001 3a00010000 a2 0001 0320",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0001 0200 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0001 02192710 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0001 014141 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0001 0161ff 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a2 0001 0161 41",
        "a4 0402 0601 07480000000000000001 3a00010000 a3 0002 016141 0301",
        "a4 0402 0601 07480000000000000001 3a00010000 a4 0002 016141 0301 0400",
        "a4 0402 0601 07480000000000000001 3a00010000 a4 0002 016141 0301 0409",
        "a4 0402 0601 07480000000000000001 3a00010000 a4 0002 016141 02190700 0301",
    ])
    func refuses(text: String) {
        #expect(throws: CBORError.self) { try Claims(decoding: hex(text)[...]) }
    }

    @Test("a name is signed in NFC, whatever form it comes in", arguments: ["Nguyễn", "Tằng", "Quỳnh"])
    func composes(name: String) {
        func encoded(_ name: String) -> [UInt8] {
            let claims = CardClaims(
                serial: Sample.serial(1), name: name, birthYear: 1985, unit: 19867,
                issued: Timestamp(secondsSince1970: 1), expires: Timestamp(secondsSince1970: 2))
            return Claims.card(claims).encoded
        }
        let decomposed = name.decomposedStringWithCanonicalMapping
        #expect(Array(decomposed.utf8) != Array(name.utf8))
        #expect(encoded(decomposed) == encoded(name))
    }
}
