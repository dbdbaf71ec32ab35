internal import CZip
internal import LateLibrary

extension ZipFunctions {
    private static let library = unsafe LateLibrary<ZipFunctions>("libzip", names: String(cString: ZipFunctionsNames()))

    /// libzip, loaded when it is first asked for; throws ``WorkbookError`` `missingLibrary`.
    static func loaded() throws(WorkbookError) -> ZipFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }

    /// What an error means, in words.
    func reason(_ code: Int32) -> String {
        switch code {
        case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_EOF: return "the file is cut off or its directory is damaged"
        case ZIP_ER_CRC: return "its checksum is wrong"
        case ZIP_ER_COMPNOTSUPP: return "it is compressed in a way that is not known here"
        default:
            var error = unsafe zip_error_t()
            unsafe error_init_with_code(&error, code)
            defer { unsafe error_fini(&error) }
            // Not null by the headers of libzip 1.11, and not said in older ones.
            let words: UnsafePointer<CChar>? = unsafe error_strerror(&error)
            return unsafe words.map { unsafe String(cString: $0) } ?? "error \(code)"
        }
    }
}
