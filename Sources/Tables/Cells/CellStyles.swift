/// The formats that cells refer to by number.
struct CellStyles {
    struct Style: Equatable {
        var format = NumberFormat.plain
        var font = LegacyFont.unicode
        /// Whether the font strikes its text out.
        var isStruck = false
    }

    private let styles: [Style]
    /// The name of the first font of each kind.
    private let fontNames: [LegacyFont: String]

    init() { (styles, fontNames) = ([], [:]) }

    private init(_ handler: Handler) {
        styles = handler.styles
        fontNames = Dictionary(handler.fonts.map { (LegacyFont(name: $0), $0) }) { first, _ in first }
    }

    /// A format by its number, from 0; the plain one where there is none.
    subscript(number: Int) -> Style { number < styles.count ? styles[number] : Style() }

    /// The name of the first font of a kind.
    func fontName(of font: LegacyFont) -> String? { fontNames[font] }

    static func read(_ input: PartInput, limits: WorkbookLimits) throws(WorkbookError) -> CellStyles {
        let handler = Handler(input, limits)
        try handler.parse()
        return CellStyles(handler)
    }

    private final class Handler: MarkupHandler {
        private enum Group { case none, formats, fonts, styles }

        private var group = Group.none
        private var formats: [Int: NumberFormat] = [:]
        private(set) var fonts: [String] = []
        private var struck: Set<Int> = []
        private var pairs: [(format: Int, font: Int)] = []

        /// Fonts and formats may stand before or behind the styles that use them.
        var styles: [Style] {
            let kinds = fonts.map { LegacyFont(name: $0) }
            return pairs.map { pair in
                let font = pair.font < kinds.count ? kinds[pair.font] : .unicode
                return Style(
                    format: formats[pair.format] ?? NumberFormat(builtIn: pair.format), font: font,
                    isStruck: struck.contains(pair.font))
            }
        }

        override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
            switch depth {
            case 2:
                group = name.is("numFmts") ? .formats : name.is("fonts") ? .fonts : name.is("cellXfs") ? .styles : .none
            case 3:
                switch group {
                case .none: break
                case .formats:
                    guard name.is("numFmt"), let id = attributes["numFmtId"]?.number else { break }
                    formats[id] = NumberFormat(code: attributes["formatCode"]?.text ?? "")
                case .fonts: if name.is("font") { fonts.append("") }
                case .styles:
                    guard name.is("xf") else { break }
                    pairs.append((attributes["numFmtId"]?.number ?? 0, attributes["fontId"]?.number ?? 0))
                }
                if max(formats.count, fonts.count, pairs.count) > limits.styles { refuse(.styles(limits.styles)) }
            case 4 where group == .fonts && name.is("name"):
                if !fonts.isEmpty { fonts[fonts.count - 1] = attributes["val"]?.text ?? "" }
            case 4 where group == .fonts && name.is("strike"):
                if attributes["val"].map({ $0.isTrue }) ?? true { struck.insert(fonts.count - 1) }
            default: break
            }
        }
    }
}
