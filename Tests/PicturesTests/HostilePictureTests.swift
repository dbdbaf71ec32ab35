import Files
import Foundation
import Messages
import Scanning
import TestSupport
import Testing

@testable import Pictures

@Suite("Pictures that are made to cost much")
struct HostilePictureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What is said of a file that is no picture for us.
    private func refusal(_ path: String) throws -> String {
        let error = try #require(throws: PictureError.self) { try GreyImage(picture: path) }
        guard case .unreadable(path, let reason) = error else { throw error }
        return reason.english
    }

    @Test(
        "a JPEG picture whose pixels times scans are too many is refused before any is decoded",
        arguments: [
            (16, 16, 1, 0xC2, nil), (16, 16, 99, 0xC2, nil), (16, 16, 100, 0xC2, "too often"),
            (16, 16, 5_000, 0xC2, "too often"), (8_000, 8_000, 11, 0xC2, "too often"),
            (65_500, 65_500, 1, 0xC2, "too large"), (40_000, 16, 1, 0xC2, "too large"), (16, 16, 1, 0xCA, "arithmetic"),
        ] as [(Int, Int, Int, UInt8, String?)])
    func scans(width: Int, height: Int, scans: Int, frame: UInt8, reason: String?) throws {
        let file = HandmadeJPEG.file(width: width, height: height, scans: scans, frame: frame)
        let path = try folder.write("a.jpg", file)
        if let reason {
            #expect(try refusal(path).contains(reason))
            #expect(throws: PictureError.self) { try JPEGFile(PictureFile(path: path)) }
        } else {
            #expect(try GreyImage(picture: path).pixels.count == width * height)
        }
    }

    @Test("scans are counted where fill bytes, restarts and thumbnails stand between them")
    func outline() {
        let thumbnail: [UInt8] = [0xFF, 0xE1, 0, 8, 0xFF, 0xDA, 0xFF, 0xDA, 0, 0]
        let scan: [UInt8] = [0xFF, 0xFF, 0xFF, 0xDA, 0, 3, 1, 7, 0xFF, 0x00, 0xDA, 0xFF, 0xD0, 0xFF, 0x00]
        #expect(JPEGOutline([0xFF, 0xD8] + thumbnail + scan + [1, 2, 3] + scan + [0xFF, 0xD9] + scan).scans == 2)
        for count in 0..<scan.count { #expect(JPEGOutline([0xFF, 0xD8] + scan.prefix(count)).scans <= 1) }
    }

    @Test(
        "a PNG picture that announces too many pixels is refused before there is room for them",
        arguments: [
            (10_000, 10_000, "too large"), (40_000, 1, "too large"), (0xFFFF_FFFF, 0xFFFF_FFFF, "too large"),
            (0, 7, "no pixels"), (8_000, 9_000, "damaged"),
        ])
    func announced(width: Int, height: Int, reason: String) throws {
        var file = HandmadePNG.file(width: 1, height: 1)
        for (offset, side) in [(16, width), (20, height)] {
            for byte in 0..<4 { file[offset + byte] = UInt8(side >> (24 - 8 * byte) & 255) }
        }
        #expect(try refusal(try folder.write("a.png", file)).contains(reason))
    }

    @Test("of a PNG file's parts those of its pixels alone come to libpng")
    func parts() throws {
        // A mebibyte of zeros as zlib compresses it.
        let zeros =
            [0x78, 0xDA, 0xED, 0xC1, 0x31, 0x01, 0x00, 0x00, 0x00, 0xC2, 0xA0, 0xF5, 0x4F, 0x6D, 0x08, 0x5F, 0xA0]
            + [UInt8](repeating: 0, count: 1016) + [0x3E, 0x03, 0x00, 0xF0, 0x00, 0x01]
        let bomb = Array("a\0\0".utf8) + zeros
        let many = (0..<200).map { _ in (name: "zTXt", content: bomb) } + [(name: "iCCP", content: bomb)]
        let plain = HandmadePNG.file(width: 40, height: 30)
        let path = try folder.write("a.png", HandmadePNG.file(width: 40, height: 30, more: many))
        #expect(try PNGFile(PictureFile(path: path)).count == plain.count)
        #expect(try GreyImage(picture: path).pixels == [UInt8](repeating: 255, count: 1200))
        for count in [8, 20, 33, 40, plain.count - 13, plain.count - 1] {
            let reason = try refusal(try folder.write("b.png", Data(plain.prefix(count))))
            #expect(reason.contains("cut off") || reason.contains("not a PNG"), "\(reason)")
        }
    }

    @Test("what is no file is refused at once, and so is a file longer than pictures are")
    func files() throws {
        #expect(try refusal(folder("")) == "it is a folder")
        #expect(try refusal("/dev/zero") == "it is a pipe, a socket or a device, not a file")
        try #require(unsafe mkfifo(folder("pipe.png"), 0o600) == 0)
        #expect(try refusal(folder("pipe.png")) == "it is a pipe, a socket or a device, not a file")
        let long = try folder.write("long.jpg", Data([0xFF, 0xD8, 0xFF]))
        try #require(unsafe truncate(long, off_t(PictureLimits.mostBytes + 1)) == 0)
        #expect(try refusal(long) == "it is longer than 64 MiB")
    }

    @Test("a picture that is none is refused", arguments: ["", "not a picture", "\u{89}PNG\r\n"])
    func unreadable(text: String) throws { _ = try refusal(try folder.write("x.png", text)) }

    @Test("a picture that is not there is named")
    func missing() throws {
        #expect(try refusal(folder("none.png")) == "there is no such file, or you may not read it")
    }
}
