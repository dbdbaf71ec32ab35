/// The colour operators of a PDF file that has nothing compressed.
package struct ColourOperators {
    /// Each once, as `0 0 0 rg`.
    package let all: Set<String>

    /// The operators of a file's text, as `qpdf --qdf` writes it.
    package init(_ text: String) {
        let device = /(?:^|\s)((?:[\d.]+\s+)+(?:rg|RG|g|G|k|K))(?=\s|$)/.anchorsMatchLineEndings()
        let named = /(?:^|\s)(\/\S+\s+(?:cs|CS|sh)|\S+\s+(?:scn|SCN|sc|SC))(?=\s|$)/.anchorsMatchLineEndings()
        all = Set(text.matches(of: device).map { String($0.1) } + text.matches(of: named).map { String($0.1) })
    }
}
