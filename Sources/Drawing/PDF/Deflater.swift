import CZlib

/// A compressor in zlib's form, made once and used again and again.
@safe final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>

    /// A compressor; ends the program where there is no memory for it.
    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let status = unsafe deflateInit_(
            stream, Z_DEFAULT_COMPRESSION, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib refuses its own version")
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Bytes compressed, ready for `/FlateDecode`.
    func compressed(_ bytes: [UInt8]) -> [UInt8] {
        unsafe deflateReset(stream)
        let bound = unsafe Int(deflateBound(stream, UInt(bytes.count)))
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                // zlib only reads its input, though the field's type does not say so.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(bound)
                let status = unsafe deflate(stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "the output has room for the largest result")
            }
            count = unsafe bound - Int(stream.pointee.avail_out)
        }
    }
}
