import Files
import Foundation
package import Layout
import TestSupport
package import Typesetting

/// The font files that Mocban lists, as far as they are installed.
package let fontFiles: [String] = {
    guard let text = try? String(contentsOfFile: repositoryRoot + "/fonts/fonts.yaml", encoding: .utf8),
        let root = try? YAMLValue.root(of: text, file: "fonts.yaml"), let list = try? root.required("fonts").list()
    else { return [] }
    return list.flatMap { entry -> [String] in
        guard let map = try? entry.map(), let folder = try? map.required("folder"),
            let folders = try? (folder.isScalar ? [folder] : folder.list()).map({ try $0.string() }),
            let chosen = folders.first(where: FileManager.default.fileExists(atPath:))
        else { return [] }
        let files = (try? map.required("files").list()) ?? []
        return files.compactMap { try? chosen + "/" + $0.string() }.filter {
            FileManager.default.fileExists(atPath: $0)
        }
    }
}()

extension Typesetter {
    /// A typesetter with the listed fonts.
    package static func listed() throws -> Typesetter { Typesetter(fonts: try FontBook(files: fontFiles)) }
}

extension TextStyle {
    /// A style of Roboto's bold.
    package static func roboto(
        _ points: Double, condensed: String? = "Roboto Condensed", fit: [FitStep] = []
    ) -> TextStyle {
        TextStyle(
            font: Font(family: "Roboto", weight: .bold), condensedFamily: condensed, size: .pt(points), fit: fit)
    }
}

/// All letters of Vietnamese with marks, in both cases: 134.
package let accentedLetters: [Character] = {
    let small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    return Array(small) + Array(small.uppercased())
}()
