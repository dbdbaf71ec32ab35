import Payload

/// A PDF file that is proved, and what is to be in it.
struct ProofedFile: Sendable {
    /// Where it is now.
    var path: String
    /// What it is called in faults.
    var name: String
    /// Where the very file is that is hashed; nil where ``path`` will do.
    var held: String?
    /// What the register says of its bytes; nil where nobody asks.
    var bytes: PrintedBytes?
    /// What is to be in it; nil without a manifest.
    var items: [PrintedManifest.Item]?
    /// Sheets that its run made; nil where that is not known.
    var sheets: Int?
    /// Where a serial that is not in this file was printed.
    var elsewhere: @Sendable (Serial) -> PrintedManifest.Item? = { _ in nil }
}
