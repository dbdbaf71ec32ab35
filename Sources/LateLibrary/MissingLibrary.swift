public import Files

/// A library of the system is not there, or is of a version that cannot be used.
public struct MissingLibrary: Failure, Equatable {
    /// The library's file, as the system looks for it: `libqpdf.so.29`.
    public let file: String
    /// The Debian package that brings it.
    public let debianPackage: String
    /// The system's own words.
    public let reason: String

    /// The message for a person.
    public var description: String {
        "the library \(file) is needed for this and cannot be loaded (\(reason)): install it, "
            + "on Debian by `apt-get install \(debianPackage)`"
    }

    /// Nothing is wrong with what was asked for.
    public var category: FailureCategory { .unavailable }
}
