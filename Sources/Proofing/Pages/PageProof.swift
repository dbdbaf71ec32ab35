package import Payload

/// What a page of a file was found to have.
package struct PageProof: Sendable {
    /// A code that stands somewhere on the page.
    package struct Code: Sendable {
        package var site: SheetMap.Site
        /// Its serial, where its signature is ours.
        package var serial: Serial?
        /// Whether it was read at 300 and at 600 dots an inch.
        package var isReadAt300: Bool
        package var isReadAt600: Bool
        /// Whether its square is white.
        package var isBlank: Bool
        /// What is wrong with it, apart from where it stands.
        package var faults: [ProofFault]
        /// Its picture, where there are faults.
        package var picture: ProofedCode?
        /// How it bears stress, where that was asked for.
        package var stress: CodeStress?
    }

    /// The codes at the positions where codes are to be, then those elsewhere.
    package var codes: [Code] = []
}
