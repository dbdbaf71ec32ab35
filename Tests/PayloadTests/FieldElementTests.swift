import TestSupport
import Testing

@testable import Payload

/// Arithmetic modulo 2^255 − 19 at its edges, held to what plain integers give.
struct FieldElementTests {
    private static func number(_ low: UInt8, _ middle: UInt8, _ high: UInt8) -> [UInt8] {
        [low] + Array(repeating: middle, count: 30) + [high]
    }

    @Test(
        "numbers from p are reduced, and a sign is none",
        arguments: [
            (number(0, 0, 0), number(0, 0, 0)),
            (number(0, 0, 0x80), number(0, 0, 0)),
            (number(0xec, 0xff, 0x7f), number(0xec, 0xff, 0x7f)),
            (number(0xed, 0xff, 0x7f), number(0, 0, 0)),
            (number(0xee, 0xff, 0xff), number(1, 0, 0)),
            (number(0xff, 0xff, 0x7f), number(18, 0, 0)),
        ])
    func reduces(bytes: [UInt8], expected: [UInt8]) {
        #expect(FieldElement(bytes).bytes == expected)
    }

    @Test func addsSubtractsAndMultipliesAtTheEdges() {
        let minusOne = FieldElement(Self.number(0xec, 0xff, 0x7f))
        let zero = FieldElement(Self.number(0, 0, 0))
        #expect((minusOne + .one).bytes == zero.bytes)
        #expect((minusOne * minusOne).bytes == FieldElement.one.bytes)
        #expect((zero - .one).bytes == minusOne.bytes)
        #expect((.one - minusOne).bytes == Self.number(2, 0, 0))
        #expect(zero.inverse.bytes == zero.bytes && minusOne.inverse.bytes == minusOne.bytes)
    }

    @Test func randomNumbersKeepTheLawsOfAField() {
        var random = SeededNumbers(19)
        func any() -> FieldElement {
            let extremes: [UInt8] = [0, 1, 0x7f, 0x80, 0xff]
            let isExtreme = Bool.random(using: &random)
            return FieldElement(
                (0..<32).map { _ in
                    isExtreme
                        ? extremes[Int.random(in: 0..<5, using: &random)] : UInt8.random(in: 0...255, using: &random)
                })
        }
        for _ in 0..<200 {
            let (first, second, third) = (any(), any(), any())
            #expect((first * (second + third)).bytes == (first * second + first * third).bytes)
            #expect(((first - second) + second).bytes == first.bytes)
            #expect(((first * second) * third).bytes == (first * (second * third)).bytes)
        }
        for _ in 0..<5 {
            let number = any()
            #expect((number * number.inverse).bytes == FieldElement.one.bytes)
        }
    }
}
