import Foundation
import Pictures
import Scanning

extension GreyImage {
    /// The pixels of a PNG or JPEG file.
    ///
    /// Throws `MocbanError.inputUnreadable` or `notAPicture`.
    init(pictureFile path: String) throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw MocbanError.inputUnreadable(path: path, reason: "there is no such file, or you may not read it")
        }
        do { self = try GreyImage(picture: path) } catch PictureError.unreadable(_, let reason) {
            throw MocbanError.notAPicture(path: path, reason: reason)
        }
    }
}
