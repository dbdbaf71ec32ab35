import Files
import Drawing
import Foundation
import Scanning

extension GreyImage {
    /// The pixels of a PNG or JPEG file.
    ///
    /// Throws `FileError.unreadable` or `notAPicture`.
    package init(pictureFile path: String) throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw FileError.unreadable(path: path, reason: "there is no such file, or you may not read it")
        }
        let picture: GreyPicture
        do { picture = try GreyPicture(path: path) } catch {
            guard case .unreadablePicture(_, let reason) = error else { throw error }
            throw GateError.notAPicture(path: path, reason: reason)
        }
        guard let image = GreyImage(width: picture.width, height: picture.height, pixels: picture.pixels) else {
            throw GateError.notAPicture(path: path, reason: "the picture is empty")
        }
        self = image
    }
}
