package import Layout

/// What a print shop asks of a PDF file: where each page is cut, and black as black ink alone.
///
/// Every page gets a MediaBox and CropBox (the paper), a TrimBox and a BleedBox (ISO 32000-1, 14.11.2). Blacks and greys
/// are set in black ink; other colours stay RGB. Where nothing is transparent, the transparency groups that Cairo marks
/// every page with are taken off, since a group that blends in RGB turns black ink back into RGB; else they blend in CMYK.
package struct PrintShopForm: Sendable, Equatable {
    /// The paper.
    package var paper: Size
    /// Where the page is cut, from the paper's top left corner.
    package var trim: Rectangle
    /// How far the drawing reaches beyond the trim, so that no cut leaves a white edge.
    package var bleed: Length

    /// A form for pages that are all alike.
    package init(paper: Size, trim: Rectangle, bleed: Length) {
        (self.paper, self.trim, self.bleed) = (paper, trim, bleed)
    }

    /// A file of Cairo's in this form; the same bytes give the same bytes.
    ///
    /// Throws `DrawingError.failed` where qpdf cannot read the file, `MissingLibrary` where it is not there.
    package func applied(to bytes: [UInt8]) throws -> [UInt8] {
        let file = try QPDFFile(bytes)
        var drawings = Drawings(file: file)
        let pages = try file.pages()
        for page in pages {
            file.set("/MediaBox", of: page, to: box(Rectangle(origin: .zero, size: paper)))
            file.set("/CropBox", of: page, to: box(Rectangle(origin: .zero, size: paper)))
            file.set("/BleedBox", of: page, to: box(trim.inset(by: .zero - bleed)))
            file.set("/TrimBox", of: page, to: box(trim))
            try drawings.ink(page)
        }
        drawings.mendGroups()
        return try file.written()
    }

    /// A box in a page's own points, from its lower left corner, within the paper.
    private func box(_ rectangle: Rectangle) -> [Double] {
        let (width, height) = (paper.width.points, paper.height.points)
        return [
            max(0, rectangle.minX.points), max(0, height - rectangle.maxY.points),
            min(width, rectangle.maxX.points), min(height, height - rectangle.minY.points),
        ]
    }
}

/// The pages, forms and pattern cells of a file, each inked once however often it is used.
private struct Drawings {
    private let file: QPDFFile
    private var seen: Set<Int> = []
    private var groups: [QPDFFile.Object] = []
    private var isTransparent = false

    init(file: QPDFFile) { self.file = file }

    /// Inks a page and what it draws.
    mutating func ink(_ page: QPDFFile.Object) throws {
        if let contents = file.value("/Contents", of: page) {
            for stream in file.elements(of: contents) { try inkContent(of: stream) }
        }
        try follow(page)
    }

    /// Inks whatever an object's resources name.
    private mutating func follow(_ object: QPDFFile.Object) throws {
        if file.value("/Group", of: object) != nil { groups.append(object) }
        guard let resources = file.value("/Resources", of: object) else { return }
        for state in file.values(of: file.value("/ExtGState", of: resources)) { note(state) }
        for drawing in file.values(of: file.value("/XObject", of: resources)) where isNew(drawing) {
            if file.isName("/Form", file.value("/Subtype", of: drawing)) {
                try inkContent(of: drawing)
                try follow(drawing)
            } else if file.value("/SMask", of: drawing) != nil {
                isTransparent = true
            }
        }
        // A pattern that is a stream has a drawing as its cell; the others are shadings.
        for pattern in file.values(of: file.value("/Pattern", of: resources))
        where file.isStream(pattern) && isNew(pattern) {
            try inkContent(of: pattern)
            try follow(pattern)
        }
    }

    private mutating func isNew(_ object: QPDFFile.Object) -> Bool {
        seen.insert(file.identity(of: object)).inserted
    }

    private func inkContent(of stream: QPDFFile.Object) throws {
        file.replace(stream, by: ContentColours.inBlackInk(try file.content(of: stream)))
    }

    /// Notes whether a graphics state lets anything shine through.
    private mutating func note(_ state: QPDFFile.Object) {
        let isOpaque = ["/ca", "/CA"].allSatisfy { (file.number(file.value($0, of: state)) ?? 1) == 1 }
        let mask = file.value("/SMask", of: state)
        let mode = file.value("/BM", of: state)
        let isPlain = (mask == nil || file.isName("/None", mask)) && (mode == nil || file.isName("/Normal", mode))
        if !isOpaque || !isPlain { isTransparent = true }
    }

    /// Takes the groups off, or lets them blend in CMYK where something shines through.
    func mendGroups() {
        for object in groups {
            if isTransparent, let group = file.value("/Group", of: object) {
                file.set("/CS", of: group, toName: "/DeviceCMYK")
            } else {
                file.remove("/Group", of: object)
            }
        }
    }
}
