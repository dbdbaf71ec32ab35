package import Messages

/// How far a run is: what is being done, and how much of it is.
public struct RunProgress: Sendable, Hashable {
    /// What a run does, one after the other.
    public enum Phase: String, Sendable, CaseIterable, Encodable {
        /// Rows of the roster are read, checked and looked up in the register, or cards that were asked for.
        case reading
        /// People whom no key finds are held against those in the register, since a name may have been corrected.
        case matching
        /// Cards or posters are drawn.
        case drawing
        /// Codes are proved as they were drawn.
        case proving
        /// Lists to sign, the manifest and lists of rows are written.
        case writing
        /// Cards or posters are registered, and files get their names.
        case registering
    }

    /// What is being done.
    public var phase: Phase
    /// How many rows, people, cards or posters that is done for.
    public var done: Int
    /// How many there are; nil where nobody knows yet.
    public var total: Int?

    /// Makes a progress.
    public init(_ phase: Phase, _ done: Int, of total: Int? = nil) {
        (self.phase, self.done, self.total) = (phase, done, total)
    }
}

extension RunProgress.Phase {
    package var words: Message {
        switch self {
        case .reading: Message(en: "reading", vi: "đọc")
        case .matching: Message(en: "matching", vi: "đối chiếu")
        case .drawing: Message(en: "drawing", vi: "vẽ")
        case .proving: Message(en: "proving", vi: "kiểm bản in")
        case .writing: Message(en: "writing", vi: "ghi tệp")
        case .registering: Message(en: "registering", vi: "ghi sổ")
        }
    }
}
