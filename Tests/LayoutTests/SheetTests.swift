import Layout
import Testing

/// Whether two lengths are the same to a micrometre.
private func isSame(_ a: Length, _ millimetres: Double) -> Bool { abs(a.millimetres - millimetres) < 0.001 }

@Suite("Sheets")
struct SheetTests {
    private let sheet = SheetProfile.a4TwoByFive

    @Test(
        "two by five cards stand on A4 touching, row by row",
        arguments: [
            (0, 19.4, 13.55), (1, 105.0, 13.55), (2, 19.4, 67.53), (3, 105.0, 67.53), (4, 19.4, 121.51),
            (5, 105.0, 121.51), (6, 19.4, 175.49), (7, 105.0, 175.49), (8, 19.4, 229.47), (9, 105.0, 229.47),
        ])
    func origins(position: Int, x: Double, y: Double) {
        let origin = sheet.origin(at: position)
        #expect(isSame(origin.x, x) && isSame(origin.y, y))
    }

    @Test("the block of cards is centred")
    func centred() {
        #expect(sheet.capacity == 10)
        let last = sheet.origin(at: 9)
        #expect(isSame(sheet.paper.width - last.x - sheet.page.width, 19.4))
        #expect(isSame(sheet.paper.height - last.y - sheet.page.height, 13.55))
    }

    @Test("cut marks stand outside of the trim, and off the edge that printers leave white")
    func cutMarks() {
        let block = Rectangle(
            origin: sheet.origin(at: 0),
            size: Size(width: sheet.page.width * 2, height: sheet.page.height * 5))
        let printable = Rectangle(origin: .zero, size: sheet.paper).inset(by: .mm(6))
        let clear = block.inset(by: .mm(-1.49))
        for mark in sheet.cutMarks {
            for point in [mark.start, mark.end] {
                #expect(printable.contains(Rectangle(origin: point, size: Size(width: .zero, height: .zero))))
                #expect(
                    point.x <= clear.minX || point.x >= clear.maxX || point.y <= clear.minY || point.y >= clear.maxY)
            }
            #expect(mark.start.x == mark.end.x || mark.start.y == mark.end.y)
            #expect(mark.start.x <= mark.end.x && mark.start.y <= mark.end.y)
        }
    }

    @Test("every cut has a mark at both of its ends")
    func everyCut() {
        let vertical = sheet.cutMarks.filter { $0.start.x == $0.end.x }
        let horizontal = sheet.cutMarks.filter { $0.start.y == $0.end.y }
        #expect(vertical.count == 6 && horizontal.count == 12)
        for column in 0...2 {
            #expect(vertical.count { isSame($0.start.x, 19.4 + 85.6 * Double(column)) } == 2)
        }
        for row in 0...5 {
            #expect(horizontal.count { isSame($0.start.y, 13.55 + 53.98 * Double(row)) } == 2)
        }
        // Long enough to lay a ruler on.
        #expect((vertical + horizontal).allSatisfy { $0.end.x - $0.start.x + ($0.end.y - $0.start.y) >= .mm(5) })
    }

    @Test("a poster is the whole sheet, without cut marks")
    func whole() {
        let sheet = SheetProfile.whole(.a4)
        #expect(sheet.capacity == 1 && sheet.origin(at: 0) == .zero && sheet.cutMarks.isEmpty)
    }
}

@Suite("Lengths")
struct LengthTests {
    @Test(
        "points and millimetres are 72 and 25.4 an inch",
        arguments: [(72.0, 25.4), (0, 0), (12, 4.2333333), (-36, -12.7)])
    func points(points: Double, millimetres: Double) {
        #expect(isSame(.pt(points), millimetres))
        #expect(abs(Length.mm(millimetres).points - points) < 0.001)
    }

    @Test("add, subtract, multiply, divide and compare")
    func arithmetic() {
        #expect(Length.mm(2) + .mm(3) == .mm(5))
        #expect(Length.mm(2) - .mm(3) == .mm(-1))
        #expect(Length.mm(2) * 3 == .mm(6))
        #expect(Length.mm(6) / 3 == .mm(2))
        #expect(Length.mm(6) / .mm(4) == 1.5)
        #expect(Length.mm(2) < .mm(3) && Length.zero == .mm(0))
        #expect(Size.id1 == Size(width: .mm(85.6), height: .mm(53.98)))
    }

    @Test(
        "a rectangle contains what lies inside, to a hundredth of a millimetre",
        arguments: [
            (Rectangle.mm(0, 0, 10, 10), true), (.mm(1, 1, 2, 2), true), (.mm(-0.005, 0, 10, 10.01), true),
            (.mm(-0.02, 0, 5, 5), false), (.mm(0, 0, 10.02, 5), false), (.mm(5, 5, 5, 5.02), false),
            (.mm(20, 20, 1, 1), false),
        ])
    func contains(other: Rectangle, isInside: Bool) {
        #expect(Rectangle.mm(0, 0, 10, 10).contains(other) == isInside)
    }

    @Test("an inset takes off each side")
    func inset() {
        #expect(Rectangle.mm(1, 2, 10, 20).inset(by: .mm(2)) == .mm(3, 4, 6, 16))
        #expect(Rectangle.mm(1, 2, 10, 20).maxX == .mm(11) && Rectangle.mm(1, 2, 10, 20).maxY == .mm(22))
    }
}

@Suite("Colours")
struct ColourTests {
    @Test("are six hexadecimal digits after #", arguments: ["#000000", "#ffffff", "#FFFFFF", "#1A5c4B"])
    func accepted(text: String) { #expect(Colour(hex: text) != nil) }

    @Test(
        "are nothing else",
        arguments: [
            "", "#", "000000", "#00000", "#0000000", "#GGGGGG", "#-00001", "#+00001", "red", "#００００００", "#é0000",
        ])
    func refused(text: String) { #expect(Colour(hex: text) == nil) }

    /// WCAG 2.1; the greys are the usual examples of 4.5:1 and 7:1.
    @Test(
        "have the contrast of WCAG",
        arguments: [
            ("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#000000", 21), ("#FFFFFF", "#FFFFFF", 1),
            ("#767676", "#FFFFFF", 4.54), ("#595959", "#FFFFFF", 7.00), ("#0000FF", "#FFFFFF", 8.59),
        ])
    func contrast(a: String, b: String, ratio: Double) throws {
        let contrast = try #require(Colour(hex: a)).contrast(with: try #require(Colour(hex: b)))
        #expect(abs(contrast - ratio) < 0.01)
    }
}
