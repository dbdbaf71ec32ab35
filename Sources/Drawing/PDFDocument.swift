import CCairo
public import Layout

/// A PDF file of sheets, written as it grows.
///
/// The same sheets, information and fonts give the same bytes.
@safe public final class PDFDocument {
    /// What the file says of itself.
    public struct Information: Sendable {
        /// The title that viewers show.
        public var title: String
        /// The issuing office.
        public var author: String
        /// The date of creation in ISO 8601, `2026-11-24T06:43:29Z`: the run's clock, not the machine's.
        public var created: String

        /// A file's information.
        public init(title: String, author: String, created: String) {
            self.title = title
            self.author = author
            self.created = created
        }
    }

    private let sink: FileSink
    private let surface: OpaquePointer
    private let canvas: Canvas
    private let typesetter: Typesetter

    /// Creates a file, which must not be there yet, on paper of a size.
    ///
    /// Throws `DrawingError.cannotWrite`.
    public init(path: String, paper: Size, information: Information, typesetter: Typesetter) throws(DrawingError) {
        sink = try FileSink(path: path)
        self.typesetter = typesetter
        unsafe surface = cairo_pdf_surface_create_for_stream(
            FileSink.cairoWrite, Unmanaged.passUnretained(sink).toOpaque(), paper.width.points, paper.height.points)
        canvas = unsafe Canvas(surface: surface)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, information.title)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, information.author)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Mocban")
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, information.created)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, information.created)
    }

    deinit {
        // Without this a file that was given up would still call into its sink.
        unsafe cairo_surface_finish(surface)
        unsafe cairo_surface_destroy(surface)
    }

    /// Adds a sheet with pages at the profile's positions, from the first on, and its cut marks.
    public func addSheet(_ profile: SheetProfile, pages: [SetPage]) throws(DrawingError) {
        for (position, page) in pages.enumerated() {
            try canvas.draw(page, at: profile.origin(at: position), typesetter: typesetter)
        }
        try canvas.draw(profile.cutMarks.map { .other(.line($0)) })
        canvas.endSheet()
        if let failure = sink.failure { throw failure }
        try canvas.check()
    }

    /// Ends the file and waits until it is on the disk.
    ///
    /// Throws `DrawingError.cannotWrite`, for instance where the disk is full.
    public func close() throws(DrawingError) {
        unsafe cairo_surface_finish(surface)
        try sink.close()
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .failed(unsafe String(cString: cairo_status_to_string(status)))
        }
    }
}
