/// What a proof came to.
package struct ProofReport: Sendable, Encodable {
    /// A PDF file that was proved.
    package struct File: Sendable, Encodable {
        package var file: String
        package var pages: Int
        /// Sheets of paper; with backs, half as many as pages.
        package var sheets: Int
        /// Codes that it should have; without a manifest, that were found.
        package var codes: Int
        /// Whether a manifest says what is to be where.
        package var hasManifest: Bool
        /// What the register says of its bytes; nil without a register, and for lists to sign.
        package var bytes: Standing?

        /// Whether a file's bytes are those that a run printed.
        package enum Standing: String, Sendable, Encodable {
            case registered
            /// A run printed a file of the name with others.
            case changed
            /// No run printed a file of the name.
            case unknown
        }
    }

    package internal(set) var files: [File] = []
    /// Codes that were read at 300 and at 600 dots an inch, of those that are expected or were found.
    package internal(set) var readAt300 = 0, readAt600 = 0
    /// Codes whose signature is ours.
    package internal(set) var signed = 0
    /// Codes that stand where the manifest says.
    package internal(set) var placed = 0
    /// Whether codes were held against a register.
    package internal(set) var hasRegister = false
    /// Everything that is wrong, in the order of files, pages and positions.
    package internal(set) var faults: [ProofFault] = []
    /// The weakest codes, the weakest first.
    package internal(set) var weakest: [ProofedCode] = []
    /// How codes bear stress; nil where nobody asked.
    package internal(set) var stress: StressTally?
    /// Codes that faults are about, as they look, in the order of the faults; the first 60.
    package internal(set) var faulty: [ProofedCode] = []

    /// Codes that are expected, or were found where there is no manifest.
    package var codes: Int { files.reduce(0) { $0 + $1.codes } }
    /// Sheets of paper in files with codes; lists to sign have none.
    package var sheets: Int { files.reduce(0) { $0 + ($1.codes > 0 ? $1.sheets : 0) } }
    package var isFaultless: Bool { faults.isEmpty }

    package static let mostPictures = 60

    private enum CodingKeys: String, CodingKey {
        case files, codes, sheets, readAt300, readAt600, signed, placed, faults, weakest
        case stress = "wear"
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(files, forKey: .files)
        try values.encode(codes, forKey: .codes)
        try values.encode(sheets, forKey: .sheets)
        try values.encode(readAt300, forKey: .readAt300)
        try values.encode(readAt600, forKey: .readAt600)
        try values.encode(signed, forKey: .signed)
        try values.encode(placed, forKey: .placed)
        try values.encode(faults, forKey: .faults)
        try values.encode(weakest, forKey: .weakest)
        try values.encodeIfPresent(stress, forKey: .stress)
    }
}
