import Layout
import Messages
import QRCode
import Testing

@Suite("Code rules")
struct CodeRuleTests {
    private func card(digits: Int) throws -> [Segment] {
        [
            try #require(Segment.alphanumeric("MB1:")),
            try #require(Segment.numeric(String(repeating: "7", count: digits))),
        ]
    }

    /// Sizes of payloads as the format has them: a usual name, the longest, the same signed with Ed25519.
    @Test(
        "take the highest level that keeps 0.40 mm",
        arguments: [(282, 11, RecoveryLevel.high, 0.43), (326, 12, .high, 0.41), (364, 11, .quartile, 0.43)])
    func highest(digits: Int, version: Int, level: RecoveryLevel, module: Double) throws {
        let rule = CodeRule(box: .mm(52, 16, 30, 30), rendering: .mask)
        let mark = try rule.encode(try card(digits: digits))
        #expect(mark.code.version == version && mark.code.level == level)
        #expect(abs(mark.module.millimetres - module) < 0.005)
        #expect(mark.module >= CodeRule.smallestModule && mark.box == rule.box && mark.rendering == .mask)
    }

    @Test(
        "never go below M, or below the smallest module",
        arguments: [20.0, 22, 22.8, 24.4, 26, 28, 30, 34, 40, 60, 150], [60, 150, 282, 326, 600])
    func always(side: Double, digits: Int) throws {
        let rule = CodeRule(box: .mm(0, 0, side, side), rendering: .vector)
        let segments = try card(digits: digits)
        do {
            let mark = try rule.encode(segments)
            #expect(mark.module.millimetres >= 0.4 - 1e-6)
            #expect(mark.code.level >= .medium)
            // The next level up would be too fine.
            for level in RecoveryLevel.allCases where level > mark.code.level {
                let code = try QRCode(segments, level: level)
                #expect(side / Double(code.width + 8) < 0.4)
            }
        } catch let error as CodeError {
            #expect(error == .tooFine(box: .mm(side), smallest: .mm(0.4)))
            let code = try QRCode(segments, level: .medium)
            #expect(side / Double(code.width + 8) < 0.4)
        }
    }

    @Test("a module of exactly the smallest size will do", arguments: [(29.0, 1), (45, 5), (53, 7), (69, 11)])
    func exact(modules: Double, version: Int) throws {
        let side = modules * 0.4
        let rule = CodeRule(box: .mm(0, 0, side, side), rendering: .mask)
        let width = QRCode.width(version: version)
        #expect(Double(width + 8) == modules)
        let code = try rule.encode([try #require(Segment.numeric("1"))])
        #expect(code.code.width <= width)
        let finer = CodeRule(box: .mm(0, 0, 29 * 0.4 - 0.01, 29 * 0.4 - 0.01), rendering: .mask)
        #expect(throws: CodeError.self) { try finer.encode([try #require(Segment.numeric("1"))]) }
    }

    @Test("keep to the level that the template asks for", arguments: [RecoveryLevel.medium, .quartile, .high])
    func fixedLevel(level: RecoveryLevel) throws {
        let rule = CodeRule(box: .mm(0, 0, 60, 60), level: level, rendering: .mask)
        #expect(try rule.encode(try card(digits: 282)).code.level == level)
    }

    @Test("refuse a fixed level that is too fine")
    func fixedTooFine() throws {
        let rule = CodeRule(box: .mm(0, 0, 27, 27), level: .high, rendering: .mask)
        let segments = try card(digits: 326)
        let error = try #require(throws: CodeError.self) { try rule.encode(segments).code.version }
        #expect(error == .tooFine(box: .mm(27), smallest: .mm(0.4)))
        #expect(error.description.contains("27.0 mm at modules of 0.4 mm"))
    }

    @Test("refuse a text that no code holds")
    func tooLong() throws {
        let rule = CodeRule(box: .mm(0, 0, 200, 200), rendering: .mask)
        let segments = try card(digits: 9000)
        #expect(throws: CodeError.self) { try rule.encode(segments).code.version }
    }

    @Test(
        "the modules fill their square whatever their number, the quiet zone lies around it", arguments: [20, 60, 120])
    func modules(letters: Int) throws {
        let square = Rectangle.mm(54, 19.3, 26.6, 26.6)
        let rule = CodeRule(modules: square, smallestModule: .mm(0.2), rendering: .mask)
        let mark = try rule.encode([.byte(String(repeating: "a", count: letters))])
        let modules = mark.box.inset(by: mark.module * Double(QRCode.quietZone))
        #expect(abs((modules.minX - square.minX).millimetres) < 1e-9)
        #expect(abs((modules.size.width - square.size.width).millimetres) < 1e-9)
        #expect(rule.square(of: mark.code) == mark.box)
        #expect(throws: CodeError.tooFine(box: .mm(26.6), smallest: .mm(1.5))) {
            try CodeRule(modules: square, smallestModule: .mm(1.5), rendering: .mask).encode([
                .byte(String(repeating: "a", count: letters))
            ])
        }
    }
}
