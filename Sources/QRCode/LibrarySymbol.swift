import CQREncode
import Glibc

extension QRCode {
    /// Who makes a symbol of the segments; both make the same modules at the same mask.
    public enum Encoder: String, CaseIterable, Sendable, Codable {
        /// The library's own, more than ten times as fast, which chooses the mask by the standard's text.
        case builtIn = "built-in"
        /// libqrencode, whose choice of mask now and then is another one.
        case qrencode
    }
}

@safe struct LibrarySymbol: ~Copyable {
    private let code: UnsafeMutablePointer<QRcode>

    /// The symbol of segments in a version that holds them; empty ones are left out.
    init(_ segments: [Segment], version: Int, level: RecoveryLevel) throws(EncodingError) {
        let input = unsafe QRinput_new2(Int32(version), QRecLevel(rawValue: QRecLevel.RawValue(level.ordinal)))
        guard let input = unsafe input else { throw .outOfMemory }
        defer { unsafe QRinput_free(input) }
        for segment in segments where !segment.bytes.isEmpty {
            let status = unsafe QRinput_append(input, segment.libraryMode, Int32(segment.bytes.count), segment.bytes)
            guard status == 0 else { throw .outOfMemory }
        }
        guard let code = unsafe QRcode_encodeInput(input) else {
            guard errno == ERANGE else { throw .outOfMemory }
            throw .tooLong(bytes: segments.reduce(0) { $0 + $1.bytes.count }, level: level)
        }
        unsafe self.code = code
    }

    deinit { unsafe QRcode_free(code) }

    /// The modules; libqrencode keeps each module's colour in the lowest bit of a byte.
    func grid() -> ModuleGrid {
        let width = Int(unsafe code.pointee.width)
        let data = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        var grid = ModuleGrid(width: width)
        for y in 0..<width {
            for x in 0..<width where unsafe data[y * width + x] & 1 == 1 { grid[x, y] = true }
        }
        return grid
    }
}

extension Segment {
    fileprivate var libraryMode: QRencodeMode {
        switch mode {
        case .numeric: QR_MODE_NUM
        case .alphanumeric: QR_MODE_AN
        case .byte: QR_MODE_8
        }
    }
}
