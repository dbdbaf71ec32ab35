import Foundation
import VietnameseText

/// Names as the search index has them: folded words, so that accents and case make no difference.
package enum SearchWords {
    /// The words of a text, `nguyen thi huong` for `Nguyễn Thị Hương`.
    package static func words(_ text: String) -> [Substring] {
        LatinFolding.folded(text).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    }

    /// The words with a space between two.
    package static func text(_ text: String) -> String { words(text).joined(separator: " ") }
}
