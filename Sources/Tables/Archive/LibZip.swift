import Messages

internal import CZip
internal import LateLibrary

extension ZipFunctions {
    private static let library = unsafe LateLibrary<ZipFunctions>("libzip", names: String(cString: ZipFunctionsNames()))

    /// libzip, loaded when it is first asked for; throws ``WorkbookError`` `missingLibrary`.
    static func loaded() throws(WorkbookError) -> ZipFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }

    /// What an error means, in words.
    func reason(_ code: Int32) -> Message {
        switch code {
        case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_EOF:
            return Message(
                en: "the file is cut off or its directory is damaged",
                vi: "tệp bị cắt cụt hoặc danh mục bên trong bị hỏng")
        case ZIP_ER_CRC: return Message(en: "its checksum is wrong", vi: "mã kiểm tra không đúng")
        case ZIP_ER_COMPNOTSUPP:
            return Message(
                en: "it is compressed in a way that is not known here", vi: "tệp nén theo cách không đọc được ở đây")
        default:
            var error = unsafe zip_error_t()
            unsafe error_init_with_code(&error, code)
            defer { unsafe error_fini(&error) }
            // Not null by the headers of libzip 1.11, and not said in older ones.
            let words: UnsafePointer<CChar>? = unsafe error_strerror(&error)
            return unsafe words.map { unsafe Message(verbatim: String(cString: $0)) }
                ?? Message(en: "error \(code)", vi: "lỗi \(code)")
        }
    }
}
