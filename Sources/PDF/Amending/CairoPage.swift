import CCairo

/// A page within the bytes of a file, as Cairo 1.16 writes it: a content stream, an object with that stream's length,
/// resources, the page itself, and the pictures that it draws.
///
/// A second content stream takes the number of the object with the length, which goes into the first stream's dictionary:
/// so no other object gets another number, and what moves is found again through ``OffsetMap``.
struct CairoPage {
    /// Whether this Cairo writes pages so: those before 1.17; later ones pack objects into streams.
    static let isKnown = cairo_version() < 11700

    /// The reference to the length in the content stream's dictionary.
    private let lengthReference: Range<Int>
    private let length: Int
    /// The object with the length, without its number and its end.
    private let lengthObject: Range<Int>
    /// What the page says its content is.
    private let contents: Range<Int>
    private let references: (content: String, length: String)
    /// The names of what the page draws, `/x6 6 0 R /x7 7 0 R `; nil where it draws nothing.
    private let drawings: Range<Int>?
    /// The object with the resources, from its number to the line after its end, and the dictionary in it.
    private let resources: (number: Int, object: Range<Int>, dictionary: Range<Int>)
    /// The dictionary of fonts in the resources; nil where there is none.
    private let fonts: Range<Int>?
    /// What the page says its resources are.
    private let resourcesReference: Range<Int>

    /// The page that begins at an offset; nil where it is in another form.
    init?(in bytes: [UInt8], from start: Int) {
        guard let page = bytes.range(of: "<< /Type /Page %", from: start),
            let contents = bytes.range(of: "/Contents ", from: page.upperBound),
            let content = bytes.number(at: contents.upperBound)?.value,
            let dictionary = bytes.range(of: "\(content) 0 obj\n<< /Length ", from: start),
            let lengthNumber = bytes.number(at: dictionary.upperBound)?.value,
            let object = bytes.range(of: "endobj\n\(lengthNumber) 0 obj\n", from: dictionary.upperBound),
            let space = bytes.range(of: "   ", from: object.upperBound),
            let length = bytes.number(at: space.upperBound),
            object.upperBound == space.lowerBound, length.digits.upperBound < page.lowerBound,
            let naming = bytes.range(of: "/Resources ", from: contents.upperBound),
            let number = bytes.number(at: naming.upperBound)?.value,
            let head = bytes.range(of: "endobj\n\(number) 0 obj\n", from: length.digits.upperBound),
            let tail = bytes.range(of: "\nendobj\n", from: head.upperBound), tail.upperBound <= page.lowerBound
        else { return nil }
        references = ("\(content) 0 R", "\(lengthNumber) 0 R")
        lengthReference = dictionary.upperBound..<dictionary.upperBound + references.length.utf8.count
        self.length = length.value
        lengthObject = object.upperBound..<length.digits.upperBound
        self.contents = contents.upperBound..<contents.upperBound + references.content.utf8.count
        let all = head.upperBound..<tail.lowerBound
        resources = (number, head.lowerBound + "endobj\n".utf8.count..<tail.upperBound, all)
        resourcesReference = naming.upperBound..<naming.upperBound + "\(number) 0 R".utf8.count
        func entries(of key: String) -> Range<Int>? {
            bytes.range(of: key, from: all.lowerBound).flatMap { key in
                bytes.range(of: ">>", from: key.upperBound).map { key.upperBound..<$0.lowerBound }
            }.flatMap { $0.upperBound < all.upperBound ? $0 : nil }
        }
        drawings = entries(of: "/XObject << ")
        fonts = entries(of: "/Font <<")
    }

    /// What the page draws of the file's other drawings, each once.
    func drawings(in bytes: [UInt8]) -> [ResourceEntry] { drawings.map { ResourceEntry.each(of: bytes[$0]) } ?? [] }

    /// Adds content, and names each drawing once, which Cairo names as often as the page draws it.
    ///
    /// Where the file has fonts of its own, the page refers to the dictionary of all fonts instead of Cairo's; the first
    /// page to do so takes its resources in, and leaves the dictionary their number.
    ///
    /// - Parameters:
    ///   - bytes: those that the page is in, and ends.
    ///   - content: what the page draws after what Cairo drew.
    ///   - deflater: compresses the content.
    ///   - fonts: those that the file's pages name.
    ///   - end: how many bytes Cairo had written at the page's end.
    ///   - offsets: told what moves.
    func amend(
        _ bytes: inout [UInt8], adding content: PageContent, _ deflater: Deflater, _ fonts: FontDictionary,
        endingAt end: Int, _ offsets: inout OffsetMap
    ) {
        var edits: [Edit] = []
        if !content.isEmpty {
            edits.append(Edit(lengthReference, Array("\(length)".utf8)))
            edits.append(Edit(lengthObject, deflater.stream(content.bytes)))
        }
        let givesNumber = !fonts.isEmpty && fonts.number == nil
        if givesNumber { fonts.take(number: resources.number) }
        let named = resourceEdits(content, fonts, in: bytes)
        edits += givesNumber ? [Edit(resources.object, [])] : named
        if !content.isEmpty {
            edits.append(Edit(contents, Array("[\(references.content) \(references.length)]".utf8)))
        }
        if givesNumber {
            var own = bytes
            Self.carryOut(named, in: &own)
            let change = named.reduce(0) { $0 + $1.new.count - $1.range.count }
            let dictionary = resources.dictionary
            edits.append(Edit(resourcesReference, Array(own[dictionary.lowerBound..<dictionary.upperBound + change])))
        }
        let cairoStart = end - bytes.count
        for edit in edits where edit.new.count != edit.range.count {
            offsets.add(edit.new.count - edit.range.count, from: cairoStart + edit.range.upperBound)
        }
        Self.carryOut(edits, in: &bytes)
    }

    /// Names the content's drawings and all fonts in the resources.
    private func resourceEdits(_ content: PageContent, _ fonts: FontDictionary, in bytes: [UInt8]) -> [Edit] {
        var edits: [Edit] = []
        // What stands before the two brackets that end the resources.
        var more: [UInt8] = []
        var entries = drawings(in: bytes)
        entries.join(content.drawings)
        if let drawings {
            edits.append(Edit(drawings, ResourceEntry.joined(entries) + Array(" ".utf8)))
        } else if !entries.isEmpty {
            more += Array("   /XObject << ".utf8) + ResourceEntry.joined(entries) + Array(" >>\n".utf8)
        }
        if let number = fonts.number {
            if let own = self.fonts {
                fonts.add(ResourceEntry.each(of: bytes[own]))
                edits.append(Edit(own.lowerBound - 2..<own.upperBound + 2, Array("\(number) 0 R".utf8)))
            } else {
                more += "   /Font \(number) 0 R\n".utf8
            }
        }
        let end = resources.dictionary.upperBound - 2
        if !more.isEmpty { edits.append(Edit(end..<end, more)) }
        return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func carryOut(_ edits: [Edit], in bytes: inout [UInt8]) {
        for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.new) }
    }

    /// Bytes that replace others.
    private struct Edit {
        var range: Range<Int>
        var new: [UInt8]

        init(_ range: Range<Int>, _ new: [UInt8]) { (self.range, self.new) = (range, new) }
    }
}
