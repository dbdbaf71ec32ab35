import CCairo
import Layout
import Messages
import Pictures

/// A photograph cut to a box, upright, at 300 dots an inch at most, and held as JPEG: what a PDF takes of it.
///
/// The photograph is always coded anew, so that nothing of what its camera wrote beside the pixels, such as where it was
/// taken, comes into the file.
enum Portrait {
    private static let dotsPerInch = 300.0
    private static let quality: Int32 = 88
    // Of what is cut off at the top and at the bottom, the top loses less: a face stands above the middle.
    private static let cutAtTop = 0.3

    /// Reads a photograph for a box, as the bytes of a JPEG file.
    ///
    /// Throws `DrawingError.unreadablePhoto`, or `PictureError.failed`.
    static func jpeg(path: String, box: Size) throws -> [UInt8] {
        do {
            return try picture(path: path, box: box).jpeg(quality: quality)
        } catch PictureError.unreadable(let path, let reason) {
            throw DrawingError.unreadablePhoto(path: path, reason: reason)
        }
    }

    static func picture(_ jpeg: [UInt8], path: String) throws(PictureError) -> Picture {
        let picture = try Picture(jpeg: PictureFile(path: path, bytes: jpeg))
        picture.attach(jpeg: jpeg)
        return picture
    }

    private static func picture(path: String, box: Size) throws(PictureError) -> Picture {
        let file = try PictureFile(path: path)
        let dots = dotsPerInch / 72
        let target = (width: box.width.points * dots, height: box.height.points * dots)
        let source: Picture
        var orientation = PhotoOrientation.upright
        switch file.form {
        case .jpeg:
            orientation = PhotoOrientation(jpeg: file.bytes)
            let (width, height) = (Int(target.width.rounded(.up)), Int(target.height.rounded(.up)))
            source = try Picture(jpeg: file, covering: orientation.isSideways ? (height, width) : (width, height))
        case .png: source = try Picture(png: file)
        case .other:
            throw .unreadable(
                path: path,
                reason: Message(en: "it is neither a JPEG nor a PNG picture", vi: "không phải là ảnh JPEG hay PNG"))
        }
        guard source.width >= 16, source.height >= 16 else {
            let size = "\(Int(source.width)) × \(Int(source.height))"
            throw .unreadable(
                path: path,
                reason: Message(
                    en: "it is hardly a photograph: \(size) pixels", vi: "khó coi là ảnh chụp: \(size) điểm ảnh"))
        }
        let (across, down) = (source.width, source.height)
        let upright = orientation.isSideways ? (width: down, height: across) : (width: across, height: down)
        // The part of the upright picture that has the box's ratio, and what it is made smaller by.
        let part = min(upright.width / target.width, upright.height / target.height)
        let scale = min(1, 1 / part)
        func pixels(_ length: Double) -> Int { max(1, Int((length * part * scale).rounded())) }
        let result = try Picture(width: pixels(target.width), height: pixels(target.height))
        let left = (upright.width - target.width * part) / 2
        let top = (upright.height - target.height * part) * cutAtTop
        unsafe Canvas.paint(source, onto: result) { context in
            unsafe cairo_scale(context, scale, scale)
            unsafe cairo_translate(context, -left, -top)
            var matrix = orientation.matrix(width: across, height: down)
            unsafe cairo_transform(context, &matrix)
        }
        return result
    }
}

extension PhotoOrientation {
    /// The transformation that puts a stored picture of so many pixels upright.
    fileprivate func matrix(width: Double, height: Double) -> cairo_matrix_t {
        switch self {
        case .upright: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        case .mirrored: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: width, y0: 0)
        case .turned: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: width, y0: height)
        case .flipped: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: height)
        case .transposed: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
        case .turnedRight: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: height, y0: 0)
        case .transversed: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: height, y0: width)
        case .turnedLeft: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: width)
        }
    }
}
