import Layout
import Pictures

/// A picture of a template, of whichever kind its file is.
enum TemplatePicture {
    case pixels(Picture)
    case vectors(VectorPicture)

    /// Reads an SVG, PNG or JPEG file.
    ///
    /// Throws `PictureError`, or `MissingLibrary` where that for SVG is not there.
    init(_ mark: PictureMark) throws {
        let file = try PictureFile(path: mark.path)
        switch file.form {
        case .png: self = .pixels(try Picture(png: file))
        case .jpeg:
            let picture = try Picture(jpeg: file)
            picture.attach(jpeg: file.bytes)
            self = .pixels(picture)
        case .other: self = .vectors(try VectorPicture(file, colour: mark.svgColour))
        }
    }
}

extension PictureMark {
    /// The colour as CSS writes it.
    fileprivate var svgColour: String {
        guard let colour else { return "#000000" }
        let channels = [colour.red, colour.green, colour.blue].map { channel in
            let hex = String(Int((channel * 255).rounded()), radix: 16)
            return hex.count < 2 ? "0" + hex : hex
        }
        return "#" + channels.joined()
    }
}
