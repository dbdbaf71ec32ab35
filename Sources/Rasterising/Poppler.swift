import CPoppler
import LateLibrary

extension PopplerFunctions {
    private static let library = unsafe LateLibrary<PopplerFunctions>(
        "libpoppler-glib", names: String(cString: PopplerFunctionsNames()))

    /// Poppler, loaded when it is first asked for; throws `PDFError.missingLibrary`.
    static func loaded() throws(PDFError) -> PopplerFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }
}
