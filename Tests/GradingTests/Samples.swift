import Grading
import QRCode
import Scanning
import Testing

/// Codes and pictures of them.
enum Samples {
    /// A code that fills a version at a level, with its text.
    static func code(version: Int, _ level: RecoveryLevel) throws -> (code: QRCode, text: String) {
        let text = String((0..<Capacity.dataCodewords(version, level) - 3).map { Array("mocban")[$0 % 6] })
        let code = try QRCode([.byte(text)], level: level)
        try #require(code.version == version)
        return (code, text)
    }

    /// The code of a usual card, with its text.
    static func card(_ level: RecoveryLevel) throws -> (code: QRCode, text: String) {
        let digits = String((0..<282).map { Array("31415926535897932384626433832795028841971")[$0 % 41] })
        let segments = [Segment.alphanumeric("MB1:"), Segment.numeric(digits)]
        return (try QRCode(segments.map { try #require($0) }, level: level), "MB1:" + digits)
    }

    /// A picture of modules, dark where 1, with a quiet zone.
    static func image(_ modules: [UInt8], width: Int, pixels: Int = 4, dark: UInt8 = 0, light: UInt8 = 255) -> GreyImage
    {
        let side = (width + 2 * QRCode.quietZone) * pixels
        var result = [UInt8](repeating: light, count: side * side)
        for y in 0..<width * pixels {
            let start = (y + QRCode.quietZone * pixels) * side + QRCode.quietZone * pixels
            for x in 0..<width * pixels where modules[y / pixels * width + x / pixels] == 1 { result[start + x] = dark }
        }
        return GreyImage(unchecked: result, width: side, height: side)
    }

    /// A picture of a code as it should be.
    static func picture(of code: QRCode, pixels: Int = 4, dark: UInt8 = 0, light: UInt8 = 255) -> SymbolPicture {
        SymbolPicture(
            of: code, filling: image(code.modules, width: code.width, pixels: pixels, dark: dark, light: light))
    }
}

extension QRCode {
    /// The modules with the lowest bit of some codewords turned over.
    func modules(spoiling codewords: some Sequence<Int>, _ map: CodewordMap) -> [UInt8] {
        let spoilt = Set(codewords.map { $0 * 8 + 7 })
        return zip(modules, map.bits).map { spoilt.contains($1) ? 1 - $0 : $0 }
    }
}
