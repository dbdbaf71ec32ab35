import CCairo

/// A page within the bytes of a file, as Cairo 1.16 writes it: a content stream, an object with that stream's length,
/// resources, the page itself, and the pictures that it draws.
///
/// A second content stream takes the number of the object with the length, which goes into the first stream's dictionary:
/// so no other object gets another number, and what moves is found again through ``Displacements``.
struct CairoPage {
    /// Whether this Cairo writes pages so; later ones pack objects into streams.
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

    /// The page that begins at a place; nil where it is in another form.
    init?(in bytes: [UInt8], from start: Int) {
        guard let page = bytes.range(of: "<< /Type /Page %", from: start),
            let contents = bytes.range(of: "/Contents ", from: page.upperBound),
            let content = bytes.number(at: contents.upperBound)?.value,
            let dictionary = bytes.range(of: "\(content) 0 obj\n<< /Length ", from: start),
            let lengthNumber = bytes.number(at: dictionary.upperBound)?.value,
            let object = bytes.range(of: "endobj\n\(lengthNumber) 0 obj\n", from: dictionary.upperBound),
            let space = bytes.range(of: "   ", from: object.upperBound),
            let length = bytes.number(at: space.upperBound),
            object.upperBound == space.lowerBound, length.digits.upperBound < page.lowerBound
        else { return nil }
        references = ("\(content) 0 R", "\(lengthNumber) 0 R")
        lengthReference = dictionary.upperBound..<dictionary.upperBound + references.length.utf8.count
        self.length = length.value
        lengthObject = object.upperBound..<length.digits.upperBound
        self.contents = contents.upperBound..<contents.upperBound + references.content.utf8.count
        let names = bytes.range(of: "/XObject << ", from: length.digits.upperBound)
        drawings = names.flatMap { names in
            bytes.range(of: ">>", from: names.upperBound).map { names.upperBound..<$0.lowerBound }
        }.flatMap { $0.upperBound < page.lowerBound ? $0 : nil }
    }

    /// Adds a content stream, and names each drawing once, which Cairo names as often as the page draws it.
    ///
    /// - Parameters:
    ///   - bytes: those that the page is in, and ends.
    ///   - stream: the stream's bytes, compressed as `/FlateDecode` reads them; nil for none.
    ///   - end: how many bytes Cairo had written at the page's end.
    ///   - displacements: told what moves.
    func amend(
        _ bytes: inout [UInt8], adding stream: [UInt8]?, endingAt end: Int, _ displacements: inout Displacements
    ) {
        var edits: [(range: Range<Int>, new: [UInt8])] = []
        if let stream {
            edits.append((lengthReference, Array("\(length)".utf8)))
            let head = "<</Filter/FlateDecode/Length \(stream.count)>>stream\n"
            edits.append((lengthObject, Array(head.utf8) + stream + Array("\nendstream".utf8)))
        }
        if let drawings { edits.append((drawings, Self.eachOnce(bytes[drawings]))) }
        if stream != nil {
            edits.append((contents, Array("[\(references.content) \(references.length)]".utf8)))
        }
        let cairoStart = end - bytes.count
        for edit in edits where edit.new.count != edit.range.count {
            displacements.add(edit.new.count - edit.range.count, from: cairoStart + edit.range.upperBound)
        }
        for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.new) }
    }

    /// Names with their references, each followed by a space, without those that were there before.
    private static func eachOnce(_ names: ArraySlice<UInt8>) -> [UInt8] {
        var seen: Set<ArraySlice<UInt8>> = []
        let entries = names.split(separator: UInt8(ascii: "/")).filter { seen.insert($0).inserted }
        return entries.flatMap { [UInt8(ascii: "/")] + $0 }
    }
}
