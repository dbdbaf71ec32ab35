/// Why a register cannot be used, or refuses something.
public enum RegisterError: Error, Equatable {
    /// The file is no register, or is damaged.
    case damaged(path: String, reason: String)
}
