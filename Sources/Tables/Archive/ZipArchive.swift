import Files
internal import CZip
internal import Glibc
import SystemPackage

/// A ZIP file open for reading, through libzip.
@safe final class ZipArchive {
    let path: String
    let zip: ZipFunctions
    private let limits: WorkbookLimits
    fileprivate let archive: OpaquePointer

    /// Opens the file and reads its directory.
    ///
    /// - Throws: ``WorkbookError`` `missing`, `unreadable`, `damaged`, `tooLarge` or `missingLibrary`.
    init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
        (self.path, self.limits) = (path, limits)
        zip = try ZipFunctions.loaded()
        var code: Int32 = 0
        guard let archive = unsafe zip.open(path, ZIP_RDONLY, &code) else {
            let system = Errno.last
            switch code {
            case ZIP_ER_NOENT: throw .missing(path: path)
            case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK:
                throw .unreadable(path: path, reason: system.message)
            default: throw .damaged(path: path, part: nil, reason: zip.reason(code))
            }
        }
        unsafe self.archive = archive
        let entries = unsafe zip.get_num_entries(archive, 0)
        guard entries <= limits.entries else { throw .tooLarge(path: path, part: nil, .entries(limits.entries)) }
    }

    deinit { unsafe zip.discard(archive) }

    /// The number of an entry, from 0, by its name without a slash in front; letters of either case.
    func index(of name: String) -> UInt64? {
        var index = unsafe zip.name_locate(archive, name, 0)
        if index < 0 { index = unsafe zip.name_locate(archive, name, UInt32(ZIP_FL_NOCASE)) }
        if index < 0, name.utf8.contains(UInt8(ascii: "/")) {
            // Some programs write the folders' names as Windows does.
            let windows = String(name.map { $0 == "/" ? "\\" : $0 })
            index = unsafe zip.name_locate(archive, windows, UInt32(ZIP_FL_NOCASE))
        }
        return index < 0 ? nil : UInt64(index)
    }

    /// The bytes of a small entry, at most `count` of them; empty where there is none or it cannot be read.
    func beginning(of name: String, count: Int) -> [UInt8] {
        guard let input = try? open(name, limit: .max) else { return [] }
        return input.beginning(count: count)
    }

    /// Opens an entry of at most `limit` bytes uncompressed, where there is one of this name without a slash in front.
    ///
    /// - Throws: ``WorkbookError`` `encrypted`, `tooLarge` or `damaged`.
    func open(_ name: String, limit: Int) throws(WorkbookError) -> PartInput? {
        guard let index = index(of: name) else { return nil }
        var facts = unsafe zip_stat_t()
        guard unsafe zip.stat_index(archive, index, 0, &facts) == 0 else { throw fault(name) }
        let (size, compressed, encryption) = unsafe (facts.size, facts.comp_size, facts.encryption_method)
        guard encryption == UInt16(ZIP_EM_NONE) else { throw .encrypted(path: path, part: name) }
        guard size <= UInt64(limit) else { throw .tooLarge(path: path, part: name, .size(limit)) }
        guard let file = unsafe zip.fopen_index(archive, index, 0) else { throw fault(name) }
        return unsafe PartInput(
            file: file, archive: self, name: name, limit: limit, compressed: Int(clamping: compressed),
            ratio: limits.ratio)
    }

    private func fault(_ name: String) -> WorkbookError {
        .damaged(path: path, part: name, reason: unsafe zip.reason(zip.error_code_zip(zip.get_error(archive))))
    }
}
