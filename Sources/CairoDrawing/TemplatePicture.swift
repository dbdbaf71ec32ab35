import Layout
import Pictures

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
    fileprivate var svgColour: String {
        guard let colour else { return "#000000" }
        let channels = [colour.red, colour.green, colour.blue].map { Int(($0 * 255).rounded()) }
        // A bit above the six digits keeps the zeros.
        return "#" + String(channels.reduce(1) { $0 << 8 | $1 }, radix: 16).dropFirst()
    }
}
