internal import CZip

/// An entry of a ZIP file that is read from its beginning to its end, within the limits.
@safe final class PartInput {
    let name: String
    var path: String { archive.path }

    private let file: OpaquePointer
    // libzip frees an entry with its archive.
    private let archive: ZipArchive
    private var zip: ZipFunctions { archive.zip }
    private let limit, compressed, ratio: Int
    private var total = 0

    /// Below this many bytes, 16 MiB, any compression is harmless.
    private static let harmless = 16 << 20

    init(file: OpaquePointer, archive: ZipArchive, name: String, limit: Int, compressed: Int, ratio: Int) {
        unsafe self.file = file
        (self.archive, self.name) = (archive, name)
        (self.limit, self.compressed, self.ratio) = (limit, compressed, ratio)
    }

    deinit { _ = unsafe zip.fclose(file) }

    /// Reads the next bytes; gives how many, 0 at the end.
    ///
    /// - Throws: ``WorkbookError`` `tooLarge` or `damaged`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        let count = unsafe Int(zip.fread(file, start, UInt64(buffer.count)))
        guard count >= 0 else {
            let code = unsafe zip.error_code_zip(zip.file_get_error(file))
            throw .damaged(path: path, part: name, reason: zip.reason(code))
        }
        total += count
        guard total <= limit else { throw .tooLarge(path: path, part: name, .size(limit)) }
        if total > Self.harmless, total / ratio > compressed {
            throw .tooLarge(path: path, part: name, .compression(ratio))
        }
        return count
    }

    /// Reads the next bytes into an array from an offset; gives how many, 0 at the end.
    func read(into bytes: inout [UInt8], from start: Int) throws(WorkbookError) -> Int {
        var failure: WorkbookError?
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            do throws(WorkbookError) {
                return try unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return count
    }

    /// At most `count` bytes from where reading stands, fewer where they cannot be read.
    func beginning(count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var end = 0
        while end < count {
            let read = (try? self.read(into: &bytes, from: end)) ?? 0
            if read == 0 { break }
            end += read
        }
        return Array(bytes.prefix(end))
    }
}
