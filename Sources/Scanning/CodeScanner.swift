import CZBar
package import LateLibrary

extension ZBarFunctions {
    /// ZBar, loaded when it is first asked for.
    fileprivate static let library = unsafe LateLibrary<ZBarFunctions>(
        "libzbar", names: String(cString: ZBarFunctionsNames()))
}

/// Finds QR codes in pictures through ZBar, a decoder that shares nothing with the encoder.
@safe public final class CodeScanner {
    /// A code that was found.
    public struct Finding: Sendable, Hashable {
        /// The code's text.
        public let text: String
        /// The smallest upright box around the code, in pixels.
        public let x, y, width, height: Int
        /// The corners of the code's own modules, as exactly as ZBar says: to about a module.
        public let position: Quadrilateral
    }

    private let zbar: ZBarFunctions
    private let scanner: OpaquePointer

    /// A scanner for QR codes alone; throws where ZBar is not there.
    package init() throws(MissingLibrary) {
        zbar = try ZBarFunctions.library.functions
        guard let scanner = unsafe zbar.image_scanner_create() else { preconditionFailure("out of memory") }
        unsafe self.scanner = scanner
        _ = unsafe zbar.image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        _ = unsafe zbar.image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
    }

    deinit { unsafe zbar.image_scanner_destroy(scanner) }

    /// All codes of a picture, row by row from the top, each row from left to right.
    ///
    /// One line of pixels in so many, the step, is looked at for codes; a code whose module is as many pixels high, half as
    /// many at least, is found, and where it is found all its pixels are read.
    public func scan(_ image: GreyImage, step: Int = 1) -> [Finding] {
        for setting in [ZBAR_CFG_X_DENSITY, ZBAR_CFG_Y_DENSITY] {
            _ = unsafe zbar.image_scanner_set_config(scanner, ZBAR_NONE, setting, Int32(step))
        }
        guard let picture = unsafe zbar.image_create() else { preconditionFailure("out of memory") }
        defer { unsafe zbar.image_destroy(picture) }
        // The format's code is its four letters, the first in the lowest byte: Y800 is one grey byte a pixel.
        unsafe zbar.image_set_format(picture, 0x3030_3859)
        unsafe zbar.image_set_size(picture, UInt32(image.width), UInt32(image.height))
        return unsafe image.pixels.withUnsafeBufferPointer { pixels in
            unsafe zbar.image_set_data(picture, pixels.baseAddress, UInt(pixels.count), nil)
            guard unsafe zbar.scan_image(scanner, picture) >= 0 else { return [] }
            var findings: [Finding] = []
            var symbol = unsafe zbar.image_first_symbol(picture)
            while let found = unsafe symbol {
                findings.append(unsafe Finding(symbol: found, zbar))
                unsafe symbol = zbar.symbol_next(found)
            }
            return Self.inReadingOrder(findings)
        }
    }

    /// Codes side by side are never found at quite the same height: a row reaches half a code down.
    private static func inReadingOrder(_ findings: [Finding]) -> [Finding] {
        var rows: [[Finding]] = []
        for finding in findings.sorted(by: { $0.middle < $1.middle }) {
            if let first = rows.last?.first, finding.middle - first.middle <= first.height / 2 {
                rows[rows.count - 1].append(finding)
            } else {
                rows.append([finding])
            }
        }
        return rows.flatMap { $0.sorted { $0.x < $1.x } }
    }
}

extension CodeScanner.Finding {
    fileprivate var middle: Int { y + height / 2 }

    fileprivate init(symbol: OpaquePointer, _ zbar: ZBarFunctions) {
        let length = unsafe Int(zbar.symbol_get_data_length(symbol))
        let data = unsafe zbar.symbol_get_data(symbol)
        let bytes = unsafe UnsafeRawBufferPointer(start: data, count: length)
        text = unsafe String(decoding: bytes, as: UTF8.self)
        let corners = unsafe (0..<zbar.symbol_get_loc_size(symbol)).map { index in
            unsafe (x: Int(zbar.symbol_get_loc_x(symbol, index)), y: Int(zbar.symbol_get_loc_y(symbol, index)))
        }
        let points = corners.map { PixelPoint(x: Double($0.x), y: Double($0.y)) }
        // ZBar goes down the left side first.
        position =
            points.count == 4
            ? Quadrilateral(topLeft: points[0], topRight: points[3], bottomRight: points[2], bottomLeft: points[1])
            : Quadrilateral(x: 0, y: 0, width: 0, height: 0)
        (x, y) = (corners.map(\.x).min() ?? 0, corners.map(\.y).min() ?? 0)
        (width, height) = ((corners.map(\.x).max() ?? 0) - x, (corners.map(\.y).max() ?? 0) - y)
    }
}
