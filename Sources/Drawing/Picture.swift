import CCairo
import Foundation
import Layout

/// Owner of a picture's pixels.
@safe final class Picture {
    let surface: OpaquePointer
    /// Pixels from left to right and from top to bottom.
    let width, height: Double

    /// Decodes a PNG file.
    ///
    /// Throws `DrawingError.unreadablePicture`.
    init(png file: PictureFile) throws(DrawingError) {
        guard let surface = unsafe try PNGFile(file).surface() else { throw .failed("out of memory") }
        unsafe self.surface = surface
        unsafe width = Double(cairo_image_surface_get_width(surface))
        unsafe height = Double(cairo_image_surface_get_height(surface))
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            throw .unreadablePicture(path: file.path, reason: "the PNG picture is damaged")
        }
    }

    /// Pixels of a size, transparent black.
    ///
    /// Throws `DrawingError.failed` where there is no memory for them.
    init(width: Int, height: Int) throws(DrawingError) {
        unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        (self.width, self.height) = (Double(width), Double(height))
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .failed("out of memory") }
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// What its pixels are made of.
    var format: cairo_format_t { unsafe cairo_image_surface_get_format(surface) }

    /// This picture, or, where its pixels are larger than 32 bits, as those of newer versions of Cairo may be, one on white.
    ///
    /// Throws `DrawingError.failed` where there is no memory for it.
    func inUsualForm() throws(DrawingError) -> Picture {
        guard format != CAIRO_FORMAT_ARGB32, format != CAIRO_FORMAT_RGB24 else { return self }
        let usual = try Picture(width: Int(width), height: Int(height))
        Canvas.paint(self, onWhite: usual)
        return usual
    }

    /// Lets a PDF hold these bytes, the same picture as a JPEG file, instead of the pixels.
    func attach(jpeg bytes: [UInt8]) {
        guard let copy = unsafe malloc(bytes.count) else { return }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        let status = unsafe cairo_surface_set_mime_data(
            surface, "image/jpeg", copy.assumingMemoryBound(to: UInt8.self), UInt(bytes.count), { unsafe free($0) },
            copy)
        if status != CAIRO_STATUS_SUCCESS { unsafe free(copy) }
    }
}

/// A picture of a template, of whichever kind its file is.
enum TemplatePicture {
    case pixels(Picture)
    case vectors(VectorPicture)

    /// Reads an SVG, PNG or JPEG file.
    ///
    /// Throws `DrawingError.unreadablePicture`.
    init(path: String, colour: String) throws(DrawingError) {
        let file = try PictureFile(path: path)
        switch file.form {
        case .png: self = .pixels(try Picture(png: file))
        case .jpeg:
            let picture = try JPEGCoder.pixels(of: file, covering: nil)
            picture.attach(jpeg: file.bytes)
            self = .pixels(picture)
        case .other: self = .vectors(try VectorPicture(file, colour: colour))
        }
    }
}

extension PictureMark {
    /// The colour as CSS writes it.
    var svgColour: String {
        guard let colour else { return "#000000" }
        let channels = [colour.red, colour.green, colour.blue].map { channel in
            let hex = String(Int((channel * 255).rounded()), radix: 16)
            return hex.count < 2 ? "0" + hex : hex
        }
        return "#" + channels.joined()
    }
}

extension Colour {
    /// The ground of the silhouette that stands for a photograph.
    static let silhouetteGround = Colour(hex: "#E1E7E6") ?? .white
    /// The silhouette.
    static let silhouette = Colour(hex: "#A3B1AF") ?? .black
}
