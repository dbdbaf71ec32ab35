import Payload

/// What a page of a file was found to have.
struct PageProof: Sendable {
    /// A code that stands somewhere on the page.
    struct Code: Sendable {
        var site: SheetMap.Site
        /// Its serial, where its signature is ours.
        var serial: Serial?
        /// Whether it was read at 300 and at 600 dots an inch.
        var isReadAt300: Bool
        var isReadAt600: Bool
        /// Whether its square is white.
        var isBlank: Bool
        /// What is wrong with it, apart from where it stands.
        var faults: [ProofFault]
        /// Its picture, where there are faults.
        var picture: ProofedCode?
        /// How it bears wear, where that was asked for.
        var wear: CodeWear?
    }

    /// The codes at the places where codes are to be, then those elsewhere.
    var codes: [Code] = []
}
