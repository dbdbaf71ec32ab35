import Files
import Foundation
public import Messages
import Pictures
import Scanning

/// Why a picture has no answer.
public enum GateError: Failure, Equatable {
    /// A picture has no code that can be read.
    case noCode(path: String)
    /// A file that should be a picture is none that can be read.
    case notAPicture(path: String, reason: String)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .noCode: .refused
        case .notAPicture: .badInput
        }
    }

    /// The message for a person.
    public var description: String {
        switch self {
        case .noCode(let path):
            "\(path): no QR code was found: take a sharper picture, straight from above, in even light"
        case .notAPicture(let path, let reason): "\(path): \(reason)"
        }
    }
}

extension GreyImage {
    /// The pixels of a PNG or JPEG file.
    ///
    /// Throws `FileError.unreadable` or `notAPicture`.
    package init(pictureFile path: String) throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw FileError.unreadable(path: path, reason: "there is no such file, or you may not read it")
        }
        do { self = try GreyImage(picture: path) } catch PictureError.unreadable(_, let reason) {
            throw GateError.notAPicture(path: path, reason: reason)
        }
    }
}
