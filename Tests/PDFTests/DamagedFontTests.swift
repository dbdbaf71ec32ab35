import CairoDrawing
import Files
import Foundation
import Layout
import Messages
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import PDF

@Suite("Damaged fonts")
struct DamagedFontTests {
    private static let source = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

    /// A font file whose tables a test spoils.
    private struct Font {
        var bytes: [UInt8]
        private(set) var tables: [(entry: Int, name: String, start: Int, count: Int)] = []

        init() throws {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: DamagedFontTests.source)))
            for index in 0..<number(at: 4, 2) {
                let entry = 12 + 16 * index
                let name = String(decoding: bytes[entry..<entry + 4], as: UTF8.self)
                tables.append((entry, name, number(at: entry + 8, 4), number(at: entry + 12, 4)))
            }
        }

        func number(at offset: Int, _ count: Int) -> Int {
            bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
        }

        mutating func write(_ value: Int, at offset: Int, _ count: Int) {
            for index in 0..<count where offset + index < bytes.count {
                bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - index)))
            }
        }

        func table(_ name: String) throws -> (entry: Int, name: String, start: Int, count: Int) {
            try #require(tables.first { $0.name == name })
        }
    }

    /// Prints a name with a font: what comes of it is a file or an error that says something.
    private func print(_ font: Font, in folder: TemporaryFolder) throws -> (any Failure)? {
        let path = try folder.write("a.ttf", Data(font.bytes))
        do {
            let typesetter = Typesetter(fonts: try FontBook(files: [path]))
            let text = TextMark(
                "Nguyễn Thị Hương 1985", style: .init(font: .init(family: "Roboto"), size: .pt(10)),
                box: .mm(2, 2, 80, 20))
            let document = try PDFDocument(
                path: folder("a.pdf"), paper: .a4,
                information: .init(title: "", author: "", created: "2026-11-24T06:43:29Z"), typesetter: typesetter)
            try document.addSheet(
                .a4TwoByFive, pages: [try typesetter.set(Page(size: .id1, marks: [.text(text)]))])
            try document.close()
            return nil
        } catch let error as any Failure { return error }
    }

    @Test("a font that has fewer glyphs than its letters say is damaged", arguments: [0, 1, 2, 40, 100, 700])
    func glyphs(count: Int) throws {
        let folder = try TemporaryFolder()
        var font = try Font()
        font.write(count, at: try font.table("maxp").start + 4, 2)
        let error = try #require(try print(font, in: folder))
        #expect(error.category != .refused, "\(error)")
    }

    @Test("whatever is damaged, a file comes of it or an error", arguments: 0..<60)
    func damage(seed: Int) throws {
        let folder = try TemporaryFolder()
        var numbers = SeededNumbers(UInt64(seed))
        var font = try Font()
        let table = font.tables[Int.random(in: font.tables.indices, using: &numbers)]
        switch seed % 4 {
        case 0: font.write([0, table.start, 0xFFFF_FFFF].randomElement(using: &numbers) ?? 0, at: table.entry + 8, 4)
        case 1:
            font.write([0, 1, table.count / 2, 1 << 31].randomElement(using: &numbers) ?? 0, at: table.entry + 12, 4)
        case 2: font.bytes.removeLast(Int.random(in: 0..<font.bytes.count, using: &numbers))
        default:
            for _ in 0..<8 {
                let offset = table.start + Int.random(in: 0..<max(1, min(table.count, 64)), using: &numbers)
                font.write([0, 0x7F, 0xFF].randomElement(using: &numbers) ?? 0, at: offset, 1)
            }
        }
        if let error = try print(font, in: folder) { #expect(!error.description.isEmpty) }
    }
}
