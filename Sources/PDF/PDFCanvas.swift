import CCairo
import CairoDrawing
import Layout
import Typesetting

/// Draws the sides of a PDF file: the last codes, texts and lines of each page and side as content of the file's own, all
/// else through Cairo.
///
/// What comes later may cover a code, a text or a line, so that only the last marks can wait for the side's end.
final class PDFCanvas {
    private let canvas: Canvas
    private let fonts: FontDictionary
    // Whether the file is of a Cairo whose pages are known; else Cairo draws everything.
    private let gathers: Bool
    private var content = PageContent()
    // The faces that Cairo drew on the side, whether it drew other drawings too, and the names by which contents may draw
    // faces again.
    private var drawnFaces: Set<ObjectIdentifier> = []
    private var drewMore = false
    private var namedFaces: [ObjectIdentifier: ResourceEntry] = [:]

    /// A canvas of a file, with the fonts of the file's own contents.
    init(_ canvas: Canvas, fonts: FontDictionary, gathers: Bool) {
        (self.canvas, self.fonts, self.gathers) = (canvas, fonts, gathers)
    }

    /// What was gathered since this was asked last.
    func takeContent() -> PageContent {
        defer { content = PageContent() }
        return content
    }

    /// Takes what a side's page names among the file's drawings: where it is one, and one face was drawn, that face.
    func nameFace(_ drawings: [ResourceEntry]) {
        defer { (drawnFaces, drewMore) = ([], false) }
        guard !drewMore, let face = drawnFaces.first, drawnFaces.count == 1, drawings.count == 1 else { return }
        namedFaces[face] = drawings[0]
    }

    /// Draws a page; what it draws beyond a bleed is cut off.
    func draw(_ page: TypesetPage, at placement: Placement, bleed: Length, typesetter: Typesetter) throws {
        try canvas.placing(page, at: placement, bleed: bleed) {
            let canWait = bleed <= .zero && page.marks.allSatisfy(\.canWait)
            if canWait, let name = namedFaces[ObjectIdentifier(page.face)] {
                content.add(name, in: canvas.space)
            } else if !page.face.marks.isEmpty {
                drawnFaces.insert(ObjectIdentifier(page.face))
                try canvas.drawFace(of: page, bleed: bleed, typesetter: typesetter)
            }
            guard gathers, bleed > .zero, page.marks.last?.canWait == true else { return try draw(page.marks) }
            content.beginClip(Rectangle(origin: .zero, size: page.size).inset(by: .zero - bleed), in: canvas.space)
            try draw(page.marks)
            content.endClip()
        }
    }

    /// Draws marks, one over another.
    func draw(_ marks: [TypesetMark]) throws {
        if !marks.allSatisfy(\.canWait) { drewMore = true }
        let waiting = gathers ? marks.reversed().prefix(while: \.canWait).count : 0
        try canvas.draw(marks.dropLast(waiting))
        for mark in marks.suffix(waiting) {
            switch mark {
            case .text(let run):
                if let program = run.font.program { content.add(run, in: fonts.font(of: program), space: canvas.space) }
            case .other(.code(let code)):
                canvas.inModules(of: code) { content.add(code.code, code.rendering, in: canvas.space) }
            case .other(.line(let line)): content.add(line, in: canvas.space)
            case .portrait, .other: preconditionFailure("Cairo draws whatever cannot wait")
            }
        }
    }
}

extension TypesetMark {
    /// Whether the mark may be part of a side's own content.
    fileprivate var canWait: Bool {
        switch self {
        case .text(let run): run.font.program != nil
        case .other(.code), .other(.line): true
        case .portrait, .other: false
        }
    }
}
