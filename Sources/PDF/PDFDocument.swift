import CCairo
import CairoDrawing
import Files
public import Layout
import Messages
public import Typesetting

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
        /// The language that it is in, as BCP 47 writes it: `vi`.
        public var language: String
        /// How the paper is to be turned, which viewers choose by themselves when the file is printed.
        public var duplex: Duplex

        /// A file's information.
        public init(title: String, author: String, created: String, language: String = "vi", duplex: Duplex = .none) {
            (self.title, self.author, self.created, self.language) = (title, author, created, language)
            self.duplex = duplex
        }
    }

    private let sink: FileSink
    private let deflater = Deflater(.fast)
    private var offsets = OffsetMap()
    private let fonts = FontDictionary()
    private let surface: OpaquePointer
    private let cairo: Canvas
    private let canvas: PDFCanvas
    private let typesetter: Typesetter
    private let catalogue: PDFCatalogue
    private let printShop: PrintShopForm?

    /// Creates a file, which must not be there yet, on paper of a size.
    ///
    /// Throws `DrawingError.cannotWrite`.
    public convenience init(
        path: String, paper: Size, information: Information, typesetter: Typesetter
    ) throws {
        try self.init(path: path, paper: paper, information: information, typesetter: typesetter, printShop: nil)
    }

    /// Creates a file that is put into a print shop's form when it ends, and kept in memory until then.
    package init(
        path: String, paper: Size, information: Information, typesetter: Typesetter, printShop: PrintShopForm?,
        mode: UInt32 = 0o644, isDigested: Bool = false
    ) throws {
        sink = try FileSink(path: path, mode: mode)
        if isDigested { sink.digest = FileDigest() }
        self.printShop = printShop
        self.typesetter = typesetter
        catalogue = PDFCatalogue(language: information.language, duplex: information.duplex)
        unsafe surface = cairo_pdf_surface_create_for_stream(
            FileSink.cairoWrite, Unmanaged.passUnretained(sink).toOpaque(), paper.width.points, paper.height.points)
        cairo = unsafe Canvas(surface: surface)
        canvas = PDFCanvas(cairo, fonts: fonts, gathers: CairoPage.isKnown)
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
    public func addSheet(_ profile: SheetProfile, pages: [TypesetPage]) throws {
        let layout = SheetLayout(profile)
        try addSide(TypesetSide(pages, marks: layout.guides()), of: layout)
    }

    /// Adds a side of a sheet as a page of the file.
    public func addSide(_ side: TypesetSide, of layout: SheetLayout) throws {
        sink.holds = true
        let start = sink.kept
        if let label = side.label { unsafe cairo_pdf_surface_set_page_label(surface, label) }
        let marks = try typesetter.set(side.marks)
        try cairo.correcting(layout.correction(side.side), on: layout.profile.paper) {
            for (position, page) in side.pages.enumerated() {
                guard let page else { continue }
                try canvas.draw(
                    page, at: layout.placement(at: position, side: side.side), bleed: layout.profile.bleed,
                    typesetter: typesetter)
            }
            try canvas.draw(marks)
        }
        cairo.endSheet()
        if let failure = sink.failure { throw failure }
        try cairo.check()
        if CairoPage.isKnown { try amendPage(from: start) }
        sink.holds = printShop != nil
    }

    /// Adds the side's own content to its page, which Cairo has written from an offset on among the bytes that are kept, and
    /// names each drawing once; the canvas learns under which name a face may be drawn again.
    private func amendPage(from start: Int) throws {
        let content = canvas.takeContent()
        try sink.amend { bytes in
            guard let page = CairoPage(in: bytes, from: start) else {
                throw DrawingError.failed(
                    Message(en: "Cairo wrote a page in another form", vi: "Cairo ghi trang theo dạng khác"))
            }
            canvas.nameFace(page.drawings(in: bytes))
            page.amend(&bytes, adding: content, deflater, fonts, endingAt: sink.received, &offsets)
        }
    }

    /// Adds entries to the outline that viewers show beside the pages; their pages may come later.
    public func addOutline(_ entries: [OutlineEntry]) { add(entries, to: Int32(CAIRO_PDF_OUTLINE_ROOT)) }

    private func add(_ entries: [OutlineEntry], to parent: Int32) {
        for entry in entries {
            let flags = entry.entries.isEmpty ? cairo_pdf_outline_flags_t(rawValue: 0) : CAIRO_PDF_OUTLINE_FLAG_OPEN
            let id = unsafe cairo_pdf_surface_add_outline(
                surface, parent, entry.title, "page=\(entry.page) pos=[0 0]", flags)
            add(entry.entries, to: id)
        }
    }

    /// Ends the file and waits until it is on the disk.
    ///
    /// Throws `DrawingError.cannotWrite`, for instance where the disk is full.
    public func close() throws { _ = try closed() }

    /// Ends the file as ``close()`` does; gives its SHA-256.
    package func closed() throws -> [UInt8] {
        sink.holds = true
        unsafe cairo_surface_finish(surface)
        if let failure = sink.failure { throw failure }
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw DrawingError.failed(Message(verbatim: unsafe String(cString: cairo_status_to_string(status))))
        }
        try sink.amend { bytes in
            if CairoPage.isKnown {
                catalogue.amend(&bytes, endingAt: sink.received, &offsets)
                guard var end = FileEnd(bytes, from: sink.written, offsets) else {
                    throw DrawingError.failed(
                        Message(
                            en: "Cairo wrote a file's end in another form", vi: "Cairo ghi phần cuối tệp theo dạng khác"
                        ))
                }
                end.add(try fonts.objects(from: end.objectCount))
                bytes = end.bytes
            }
            if let printShop { bytes = try printShop.applied(to: bytes) }
        }
        try sink.close()
        return sink.digest?.bytes ?? []
    }
}
