/// The colour operators of a PDF file that has nothing compressed, as `0 0 0 rg`.
struct ColourOperators {
    let all: Set<String>

    init(_ text: String) {
        let expression = /(?:^|\s)((?:[\d.]+\s+)+(?:rg|RG|g|G|k|K)|\/\S+\s+(?:cs|CS|sh)|\S+\s+(?:scn|SCN|sc|SC))(?=\s|$)/
        all = Set(text.matches(of: expression.anchorsMatchLineEndings()).map { String($0.1) })
    }
}
