package import Payload

/// A PDF file that is proved, and what is to be in it.
package struct ProofedFile: Sendable {
    /// Where it is now.
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
