import CQREncode
import Glibc

/// Owner of one symbol of libqrencode.
@safe struct Symbol: ~Copyable {
    private let code: UnsafeMutablePointer<QRcode>

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

    var version: Int { Int(unsafe code.pointee.version) }

    /// The width and the modules as 0 and 1; libqrencode keeps each module's colour in the lowest bit of a byte.
    func matrix() -> (width: Int, modules: [UInt8]) {
        let width = Int(unsafe code.pointee.width)
        let data = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        return (width, unsafe data.map { $0 & 1 })
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
