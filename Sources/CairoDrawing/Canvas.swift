package import CCairo
package import Layout
import Messages
import QRCode
package import Typesetting

/// Draws typeset marks through Cairo; owner of one drawing context.
@safe package final class Canvas {
    private let context: OpaquePointer
    private var faces: [ObjectIdentifier: Recording] = [:]
    private var pictures: [PictureKey: TemplatePicture] = [:]
    private var screened: [PictureMark: ScreenedPicture] = [:]

    private struct PictureKey: Hashable {
        var path: String
        var colour: Colour?
    }

    /// A canvas on a surface, which Cairo keeps as long as the canvas lives.
    package init(surface: OpaquePointer) {
        // Cairo answers a failure with a context in an error state, never with null.
        unsafe context = cairo_create(surface)
    }

    deinit { unsafe cairo_destroy(context) }

    /// Throws where anything drawn so far has failed.
    package func check() throws(DrawingError) {
        let status = unsafe cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .failed(Message(verbatim: unsafe String(cString: cairo_status_to_string(status))))
        }
    }

    /// How what is drawn now lies on the surface.
    package var space: cairo_matrix_t {
        var space = cairo_matrix_t()
        unsafe cairo_get_matrix(context, &space)
        return space
    }

    /// Ends a page of a surface that has several.
    package func endSheet() { unsafe cairo_show_page(context) }

    /// Lets `body` draw so that a printer which displaces a side prints it where it belongs.
    package func correcting(_ correction: SheetCorrection, on paper: Size, _ body: () throws -> Void) throws {
        guard correction != .none else { return try body() }
        let corner = correction.told(.zero, on: paper)
        try from(corner, scaled: (1 / correction.scaleX, 1 / correction.scaleY), body)
    }

    /// Lets `body` draw in a space that begins at a point, with units so many points wide and high.
    private func from<Failure>(
        _ origin: Point, scaled scale: (x: Double, y: Double), _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        unsafe cairo_save(context)
        defer { unsafe cairo_restore(context) }
        unsafe cairo_translate(context, origin.x.points, origin.y.points)
        unsafe cairo_scale(context, scale.x, scale.y)
        try body()
    }

    /// Fills everything with white and draws in points of so many pixels.
    func prepare(pixelsPerPoint: Double) {
        setColour(.white)
        unsafe cairo_paint(context)
        unsafe cairo_scale(context, pixelsPerPoint, pixelsPerPoint)
    }

    func draw(_ page: TypesetPage, at origin: Point, typesetter: Typesetter) throws {
        try placing(page, at: Placement(origin: origin), bleed: .zero) {
            try drawFace(of: page, bleed: .zero, typesetter: typesetter)
            try draw(page.marks)
        }
    }

    /// Lets `body` draw a page in its own space; what it draws beyond a bleed is cut off.
    ///
    /// Without a bleed nothing is cut off: the page's own boxes keep within the trim.
    package func placing(
        _ page: TypesetPage, at placement: Placement, bleed: Length, _ body: () throws -> Void
    ) throws {
        unsafe cairo_save(context)
        defer { unsafe cairo_restore(context) }
        unsafe cairo_translate(context, placement.origin.x.points, placement.origin.y.points)
        if placement.scale != 1 { unsafe cairo_scale(context, placement.scale, placement.scale) }
        if placement.isTurned {
            unsafe cairo_translate(context, page.size.width.points, page.size.height.points)
            unsafe cairo_scale(context, -1, -1)
        }
        if bleed > .zero {
            outline(Rectangle(origin: .zero, size: page.size).inset(by: .zero - bleed), corner: .zero)
            unsafe cairo_clip(context)
        }
        try body()
    }

    /// Draws the face of a page, which is recorded at its first time.
    package func drawFace(of page: TypesetPage, bleed: Length, typesetter: Typesetter) throws {
        guard !page.face.marks.isEmpty else { return }
        let face = try recording(of: page.face, size: page.size, bleed: bleed, typesetter: typesetter)
        unsafe cairo_set_source_surface(context, face.surface, 0, 0)
        unsafe cairo_paint(context)
    }

    package func draw(_ marks: some Sequence<TypesetMark>) throws {
        for mark in marks {
            switch mark {
            case .text(let run): draw(run)
            case .portrait(let jpeg, let mark):
                let picture = try Portrait.picture(jpeg, path: mark.path ?? "")
                switch mark.ink {
                case .colour: draw(picture, in: mark.box)
                case .black: draw(try ScreenedPicture(picture, mark.box.size), in: mark.box)
                }
            case .other(.portrait(let mark)): drawSilhouette(in: mark.box, mark.ink)
            case .other(.text(let text)): preconditionFailure("'\(text.string)' was not typeset before drawing")
            case .other(.code(let code)): draw(code)
            case .other(.line(let line)): draw(line)
            case .other(.box(let box)): draw(box)
            case .other(.picture(let picture)):
                switch picture.ink {
                case .colour: try draw(picture)
                case .black: try drawScreened(picture)
                }
            }
        }
    }

    private func draw(_ run: GlyphRun) {
        setColour(run.colour)
        unsafe cairo_set_scaled_font(context, run.font.scaled(to: run.size).pointer)
        let glyphs = run.glyphs.map { cairo_glyph_t(index: $0.index, x: $0.x, y: $0.y) }
        unsafe cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    }

    /// Lets `body` draw a code in a space in which its first module is at the origin and modules have the side 1.
    package func inModules(of mark: CodeMark, _ body: () -> Void) {
        let module = mark.module.points
        unsafe cairo_save(context)
        defer { unsafe cairo_restore(context) }
        let quiet = Double(QRCode.quietZone) * module
        unsafe cairo_translate(context, mark.box.minX.points + quiet, mark.box.minY.points + quiet)
        unsafe cairo_scale(context, module, module)
        body()
    }

    private func draw(_ mark: CodeMark) {
        let code = mark.code
        setColour(.black)
        inModules(of: mark) {
            switch mark.rendering {
            case .mask: mask(Bitmap(code))
            case .vector:
                for row in 0..<code.width {
                    for run in code.darkRuns(row: row) {
                        unsafe cairo_rectangle(context, Double(run.lowerBound), Double(row), Double(run.count), 1)
                    }
                }
                unsafe cairo_fill(context)
            }
        }
    }

    private func draw(_ line: LineMark) {
        setColour(line.colour)
        unsafe cairo_set_line_width(context, line.width.points)
        unsafe cairo_move_to(context, line.start.x.points, line.start.y.points)
        unsafe cairo_line_to(context, line.end.x.points, line.end.y.points)
        unsafe cairo_stroke(context)
    }

    private func draw(_ mark: BoxMark) {
        if let fill = mark.fill {
            outline(mark.box, corner: mark.corner)
            setColour(fill)
            unsafe cairo_fill(context)
        }
        if let stroke = mark.stroke {
            outline(mark.box.inset(by: mark.strokeWidth / 2), corner: max(.zero, mark.corner - mark.strokeWidth / 2))
            setColour(stroke)
            unsafe cairo_set_line_width(context, mark.strokeWidth.points)
            unsafe cairo_stroke(context)
        }
    }

    private func outline(_ box: Rectangle, corner: Length) {
        let (x, y) = (box.minX.points, box.minY.points)
        let (width, height) = (box.size.width.points, box.size.height.points)
        let radius = min(corner.points, width / 2, height / 2)
        guard radius > 0 else { return unsafe cairo_rectangle(context, x, y, width, height) }
        let quarter = Double.pi / 2
        unsafe cairo_new_sub_path(context)
        unsafe cairo_arc(context, x + width - radius, y + radius, radius, -quarter, 0)
        unsafe cairo_arc(context, x + width - radius, y + height - radius, radius, 0, quarter)
        unsafe cairo_arc(context, x + radius, y + height - radius, radius, quarter, 2 * quarter)
        unsafe cairo_arc(context, x + radius, y + radius, radius, 2 * quarter, 3 * quarter)
        unsafe cairo_close_path(context)
    }

    func draw(_ mark: PictureMark) throws {
        let key = PictureKey(path: mark.path, colour: mark.colour)
        let picture = try pictures[key] ?? TemplatePicture(mark)
        pictures[key] = picture
        switch picture {
        case .pixels(let pixels): draw(pixels, in: mark.box)
        case .vectors(let vectors):
            let box = Self.fitted(vectors.width, vectors.height, in: mark.box)
            try unsafe vectors.draw(
                in: context, x: box.minX.points, y: box.minY.points, width: box.size.width.points,
                height: box.size.height.points)
        }
    }

    func draw(_ picture: Picture, in box: Rectangle) {
        let fitted = Self.fitted(picture.width, picture.height, in: box)
        let pixel = (fitted.size.width.points / picture.width, fitted.size.height.points / picture.height)
        from(fitted.origin, scaled: pixel) {
            unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
            unsafe cairo_paint(context)
        }
    }

    /// Draws a picture in black dots, over white where it is not transparent.
    private func drawScreened(_ mark: PictureMark) throws {
        let picture = try screened[mark] ?? ScreenedPicture(mark)
        screened[mark] = picture
        draw(picture, in: mark.box)
    }

    private func draw(_ picture: ScreenedPicture, in box: Rectangle) {
        let (width, height) = (Double(picture.width), Double(picture.height))
        from(box.origin, scaled: (box.size.width.points / width, box.size.height.points / height)) {
            setColour(.white)
            mask(picture.opaque)
            setColour(.black)
            mask(picture.dots)
        }
    }

    /// Paints the current colour through bits, one to a unit.
    private func mask(_ bits: borrowing Bitmap) {
        let pattern = unsafe cairo_pattern_create_for_surface(bits.surface)
        // Any other filter lets viewers smear the bits.
        unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
        unsafe cairo_mask(context, pattern)
        unsafe cairo_pattern_destroy(pattern)
    }

    /// The largest box of a picture's ratio in the middle of another.
    private static func fitted(_ width: Double, _ height: Double, in box: Rectangle) -> Rectangle {
        let scale = min(box.size.width / .mm(width), box.size.height / .mm(height))
        return box.centred(Size(width: .mm(width * scale), height: .mm(height * scale)))
    }

    /// Head and shoulders in grey, where a photograph will be.
    private func drawSilhouette(in box: Rectangle, _ ink: Ink) {
        unsafe cairo_save(context)
        defer { unsafe cairo_restore(context) }
        outline(box, corner: .zero)
        unsafe cairo_clip(context)
        setColour(ink == .black ? .white : .silhouettePaper)
        unsafe cairo_paint(context)
        setColour(ink == .black ? .black : .silhouette)
        let (width, height) = (box.size.width.points, box.size.height.points)
        unsafe cairo_translate(context, box.minX.points + width / 2, box.minY.points + height)
        unsafe cairo_scale(context, width, width)
        let full = 2 * Double.pi
        unsafe cairo_arc(context, 0, -height / width * 0.58, 0.21, 0, full)
        unsafe cairo_fill(context)
        unsafe cairo_scale(context, 1, 1.05)
        unsafe cairo_arc(context, 0, 0.03, 0.40, 0, full)
        unsafe cairo_fill(context)
    }

    private func setColour(_ colour: Colour) {
        unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }

    /// Paints a picture onto another, over white, where `transform` puts it.
    static func paint(_ picture: Picture, onto result: Picture, _ transform: (OpaquePointer) -> Void) {
        let canvas = unsafe Canvas(surface: result.surface)
        canvas.prepare(pixelsPerPoint: 1)
        unsafe transform(canvas.context)
        unsafe cairo_set_source_surface(canvas.context, picture.surface, 0, 0)
        let pattern = unsafe cairo_get_source(canvas.context)
        unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_BEST)
        // Else the outermost pixels would mix with what is not there.
        unsafe cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
        unsafe cairo_paint(canvas.context)
    }

    /// The face as a surface that is drawn once and then painted again and again.
    private func recording(of face: Face, size: Size, bleed: Length, typesetter: Typesetter) throws -> Recording {
        if let recording = faces[ObjectIdentifier(face)] { return recording }
        let recording = Recording(face: face, size: size, bleed: bleed)
        let canvas = unsafe Canvas(surface: recording.surface)
        try canvas.draw(try typesetter.set(face.marks))
        try canvas.check()
        faces[ObjectIdentifier(face)] = recording
        return recording
    }
}

extension Colour {
    /// The paper behind the silhouette that stands for a photograph.
    fileprivate static let silhouettePaper = Colour(hex: "#E1E7E6") ?? .white
    fileprivate static let silhouette = Colour(hex: "#A3B1AF") ?? .black
}

@safe private final class Recording {
    let surface: OpaquePointer
    // Keeps the face's identity from being used again.
    private let face: Face

    init(face: Face, size: Size, bleed: Length) {
        self.face = face
        // A point more on each side, so that lines on the trim are not cut in half.
        let margin = bleed.points + 1
        var extents = cairo_rectangle_t(
            x: -margin, y: -margin, width: size.width.points + 2 * margin, height: size.height.points + 2 * margin)
        unsafe surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}
