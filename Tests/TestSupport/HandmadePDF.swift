package import Foundation

/// A PDF file of objects that a test writes itself, for files that no program would make.
package enum HandmadePDF {
    /// The file of objects, numbered from 1; the first is the catalogue.
    package static func file(_ objects: [String]) -> Data {
        var text = "%PDF-1.5\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }

    /// A file of one page; `more` are objects from number 5 on.
    package static func page(
        _ content: String, box: String = "0 0 595 842", resources: String = "", more: [String] = []
    ) -> Data {
        file(
            [
                "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[\(box)]/Contents 4 0 R/Resources<<\(resources)>>>>",
                stream(content),
            ] + more)
    }

    /// An object with bytes of its own.
    package static func stream(_ content: String, entries: String = "") -> String {
        "<</Length \(content.utf8.count)\(entries)>>stream\n\(content)\nendstream"
    }
}
