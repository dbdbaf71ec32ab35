import Files
import Foundation
import Pictures
import Scanning

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
