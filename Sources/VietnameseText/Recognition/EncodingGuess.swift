package import Messages

/// Which encoding a file's text is in, guessed from a part of its bytes.
///
/// The judge is how many of the words with accents are Vietnamese syllables when the bytes are read in each encoding. A
/// sample of three rows, or of one name, is enough as a rule; 256 KiB are as good as a whole file.
package struct EncodingGuess: Sendable {
    /// One encoding and how well the sample reads in it.
    struct Candidate: Sendable {
        let encoding: TextEncoding
        let reading: TextReading
    }

    /// The encoding that the sample reads best in.
    package let encoding: TextEncoding
    /// Why, in a sentence for people.
    package let evidence: Message
    /// Every encoding that was tried, the best first.
    let candidates: [Candidate]

    /// Guesses from the beginning of a file, cut anywhere.
    package init(_ sample: Span<UInt8>) {
        let sample = EncodingSample(sample)
        candidates = Self.candidates(for: sample)
        encoding = candidates[0].encoding
        evidence = EncodingEvidence.sentence(for: candidates, in: sample)
    }

    private static func candidates(for sample: EncodingSample) -> [Candidate] {
        if let utf16 = sample.utf16 { return [Candidate(encoding: utf16, reading: sample.reading(in: utf16))] }
        let utf8 = Candidate(encoding: .utf8, reading: sample.reading(in: .utf8))
        let unicode = sample.unicode
        var encodings: [TextEncoding] = []
        if unicode.characters > 10 * unicode.wrong { encodings += [.utf8TCVN3, .utf8VNI, .utf8Twice] }
        // Bytes of other encodings are valid UTF-8 by chance only where they are few.
        let isUTF8ByChance = unicode.characters < 8 && utf8.reading.share < 0.5
        if sample.mark == nil, !sample.isASCII, unicode.wrong > 0 || isUTF8ByChance {
            encodings += [.tcvn3, .vni, .windows1258]
        }
        let others = encodings.map { Candidate(encoding: $0, reading: sample.reading(in: $0)) }
        let isFew = utf8.reading.words < 4
        if unicode.wrong == 0, utf8.reading.share > 0.5,
            isFew || !others.contains(where: { $0.reading.score > utf8.reading.score + 0.2 })
        {
            return [utf8] + ordered(others)
        }
        return ordered([utf8] + others)
    }

    /// The best first; of two alike the one that was first.
    private static func ordered(_ candidates: [Candidate]) -> [Candidate] {
        candidates.enumerated().sorted { one, other in
            (-one.element.reading.score, one.offset) < (-other.element.reading.score, other.offset)
        }.map(\.element)
    }
}
