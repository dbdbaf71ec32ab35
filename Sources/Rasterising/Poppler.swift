import CPoppler
import LateLibrary

extension PopplerFunctions {
    private static let library = unsafe LateLibrary<PopplerFunctions>(
        file: "libpoppler-glib.so.8", debianPackage: "libpoppler-glib8",
        names: String(cString: PopplerFunctionsNames()))

    /// Poppler, loaded when it is first asked for; throws `PDFError.missingLibrary`.
    static func loaded() throws(PDFError) -> PopplerFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }
}
