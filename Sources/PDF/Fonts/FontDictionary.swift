import Typesetting

/// The fonts that a PDF file's pages name, those of Cairo and the file's own, as one object that all pages share.
///
/// Its number is taken from the first page that needs it, since which numbers Cairo leaves is known only at the file's end.
final class FontDictionary {
    /// The object's number; nil as long as no page has texts of the file's own.
    private(set) var number: Int?
    private var fonts: [EmbeddedFont] = []
    // In the order of their first use.
    private var cairoFonts: [ResourceEntry] = []

    /// Whether the file has fonts of its own.
    var isEmpty: Bool { fonts.isEmpty }

    /// The font of a program, new or known.
    func font(of program: FontProgram) -> EmbeddedFont {
        if let known = fonts.first(where: { $0.program === program }) { return known }
        let new = EmbeddedFont(name: "m\(fonts.count)", program: program)
        fonts.append(new)
        return new
    }

    /// Takes a number for the object.
    func take(number: Int) { self.number = number }

    /// Takes fonts that Cairo names in a page's resources.
    func add(_ entries: [ResourceEntry]) { cairoFonts.join(entries) }

    /// The dictionary and the file's own fonts as objects, these with numbers from one on.
    ///
    /// Throws `TypesettingError.damagedFont` where a font cannot be embedded.
    func objects(from first: Int) throws(TypesettingError) -> [NewObject] {
        guard let number else { return [] }
        let deflater = Deflater(.thorough)
        var dictionary = Array("<<".utf8) + ResourceEntry.joined(cairoFonts)
        var objects: [NewObject] = []
        for font in fonts {
            let start = first + objects.count
            dictionary += "/\(font.name) \(start) 0 R".utf8
            for (index, content) in try font.objects(from: start, deflater).enumerated() {
                objects.append(NewObject(number: start + index, content: content))
            }
        }
        return [NewObject(number: number, content: dictionary + Array(">>".utf8))] + objects
    }
}

/// An object that comes behind those of Cairo.
struct NewObject {
    var number: Int
    var content: [UInt8]
}
