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
    case notAPicture(path: String, reason: Message)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .noCode: .refused
        case .notAPicture: .badInput
        }
    }

    /// What a person is told.
    public var message: Message {
        switch self {
        case .noCode(let path):
            Message(
                en: "no QR code was found: take a sharper picture, straight from above, in even light",
                vi: "không thấy mã QR nào: hãy chụp rõ hơn, thẳng từ trên xuống, nơi sáng đều"
            ).prefixed(path)
        case .notAPicture(let path, let reason): reason.prefixed(path)
        }
    }
}

extension GreyImage {
    /// The pixels of a PNG or JPEG file.
    ///
    /// Throws `FileError.unreadable` or `notAPicture`.
    package init(pictureFile path: String) throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw FileError.unreadable(
                path: path,
                reason: Message(
                    en: "there is no such file, or you may not read it",
                    vi: "không có tệp này, hoặc bạn không có quyền đọc"))
        }
        do { self = try GreyImage(picture: path) } catch PictureError.unreadable(_, let reason) {
            throw GateError.notAPicture(path: path, reason: reason)
        }
    }
}
