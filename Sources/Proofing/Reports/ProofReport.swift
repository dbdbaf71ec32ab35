/// What a proof came to.
public struct ProofReport: Sendable {
    /// A PDF file that was proved.
    public struct File: Sendable, Encodable {
        /// Its name.
        public var file: String
        /// Pages in it.
        public var pages: Int
        /// Sheets of paper; with backs, half as many as pages.
        public var sheets: Int
        /// Codes that it should have; without a manifest, that were found.
        public var codes: Int
        /// Whether a manifest says what is to be where.
        public var hasManifest: Bool
        /// What the register says of its bytes; nil without a register, and for lists to sign.
        public var bytes: Standing?

        /// Whether a file's bytes are those that a run printed.
        public enum Standing: String, Sendable, Encodable {
            /// They are.
            case registered
            /// A run printed a file of the name with others.
            case changed
            /// No run printed a file of the name.
            case unknown
        }
    }

    /// The files.
    public internal(set) var files: [File] = []
    /// Codes that were read at 300 dots an inch, of those that are expected or were found.
    public internal(set) var readAt300 = 0
    /// Codes that were read at 600 dots an inch.
    public internal(set) var readAt600 = 0
    /// Codes whose signature is ours.
    public internal(set) var signed = 0
    /// Codes that stand where the manifest says.
    public internal(set) var placed = 0
    /// Whether codes were held against a register.
    public internal(set) var hasRegister = false
    /// Everything that is wrong, in the order of files, pages and positions.
    public internal(set) var faults: [ProofFault] = []
    /// The weakest codes, the weakest first.
    public internal(set) var weakest: [ProofedCode] = []
    /// How codes bear stress; nil where nobody asked.
    public internal(set) var stress: StressTally?
    /// Codes that faults are about, as they look, in the order of the faults; the first 60.
    public internal(set) var faulty: [ProofedCode] = []

    /// Codes that are expected, or were found where there is no manifest.
    public var codes: Int { files.reduce(0) { $0 + $1.codes } }
    /// Sheets of paper in files with codes; lists to sign have none.
    public var sheets: Int { files.reduce(0) { $0 + ($1.codes > 0 ? $1.sheets : 0) } }
    /// Whether nothing is wrong.
    public var isFaultless: Bool { faults.isEmpty }

    package static let mostPictures = 60
}

extension ProofReport: Encodable {
    private enum CodingKeys: String, CodingKey {
        case files, codes, sheets, readAt300, readAt600, signed, placed, faults, weakest
        case stress = "wear"
    }

    /// Writes everything but the pictures.
    public func encode(to encoder: any Encoder) throws {
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
