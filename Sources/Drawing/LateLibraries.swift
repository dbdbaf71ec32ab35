import CQPDF
import CRSVG
import LateLibrary

extension RSVGFunctions {
    private static let library = unsafe LateLibrary<RSVGFunctions>(
        file: "librsvg-2.so.2", debianPackage: "librsvg2-2", names: String(cString: RSVGFunctionsNames()))

    /// librsvg, loaded when it is first asked for; throws `DrawingError.missingLibrary`.
    static func loaded() throws(DrawingError) -> RSVGFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }
}

extension QPDFFunctions {
    private static let library = unsafe LateLibrary<QPDFFunctions>(
        file: "libqpdf.so.29", debianPackage: "libqpdf29", names: String(cString: QPDFFunctionsNames()))

    /// qpdf, loaded when it is first asked for; throws `DrawingError.missingLibrary`.
    static func loaded() throws(DrawingError) -> QPDFFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }
}
