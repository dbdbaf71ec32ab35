package import Office
package import Payload

/// What every page of a file is proved against.
package struct ProofTerms: Sendable {
    /// The office whose names are printed; nil where nobody knows it.
    package var office: OfficeConfiguration?
    package var verifier: Verifier
    package var records: PrintedRecords
    /// The moment that codes must be good at.
    package var clock: Timestamp
    /// Where everything stands; nil where there is no manifest.
    package var map: SheetMap?
    /// Whether each code is aged, to see what it bears.
    package var isStressed = false
}

package struct ProofedFile: Sendable {
    package var path: String
    /// What it is called in faults.
    package var name: String
    /// Where the very file is that is hashed; nil where ``path`` will do.
    package var held: String?
    /// What the register says of its bytes; nil where nobody asks.
    package var bytes: PrintedBytes?
    /// What is to be in it; nil without a manifest.
    package var items: [PrintedManifest.Item]?
    /// Sheets that its run made; nil where that is not known.
    package var sheets: Int?
    /// Where a serial that is not in this file was printed.
    package var elsewhere: @Sendable (Serial) -> PrintedManifest.Item? = { _ in nil }
}
