package import Messages

extension Message {
    /// What stands where a library says nothing of its failure.
    package static let noReason = Message(en: "no reason is given", vi: "không rõ nguyên nhân")
}

/// A library of the system is not there, or is of a version that cannot be used.
package struct MissingLibrary: Failure, Equatable {
    /// The library's file, as the system looks for it: `libqpdf.so.29`.
    package let file: String
    package let reason: Message

    /// The Debian package that brings it, which Debian calls after the file: `libqpdf29`.
    package var debianPackage: String {
        let parts = file.split(separator: ".")
        let version = parts.count > 2 ? String(parts[2]) : ""
        // With a dash after a digit; the one exception stands by its name.
        return parts[0] == "librsvg-2" ? "librsvg2-" + version : String(parts[0]) + version
    }

    package var message: Message {
        Message(
            en: "the library \(file) is needed for this and cannot be loaded (\(reason.english)): install it, "
                + "on Debian by `apt-get install \(debianPackage)`",
            vi: "việc này cần thư viện \(file) mà không nạp được (\(reason.vietnamese)): hãy cài đặt, "
                + "trên Debian bằng `apt-get install \(debianPackage)`")
    }

    /// Nothing is wrong with what was asked for.
    package var category: FailureCategory { .unavailable }
}
