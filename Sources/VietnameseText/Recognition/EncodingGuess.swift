/// Which encoding a file's text is in, guessed from a part of its bytes.
///
/// The judge is how many of the words with accents are Vietnamese syllables when the bytes are read in each encoding. A
/// sample of three rows, or of one name, is enough as a rule; 256 KiB are as good as a whole file.
package struct EncodingGuess: Sendable {
    /// One encoding and how well the sample reads in it.
    package struct Candidate: Sendable {
        /// The encoding.
        package let encoding: TextEncoding
        let reading: TextReading

        /// From 0, nothing reads as Vietnamese, to 1, all words are of those that lists of people have most.
        package var score: Double { reading.score }
        /// How many words have a letter beyond ASCII.
        package var words: Int { reading.words }
        /// How many of these words are Vietnamese syllables.
        package var syllables: Int { reading.syllables }
        /// How many bytes or letters have no meaning in the encoding.
        package var unknown: Int { reading.unknown }
    }

    /// The encoding that the sample reads best in.
    package let encoding: TextEncoding
    /// Whether every other encoding reads clearly worse.
    package let isSure: Bool
    /// Why, in a sentence for people.
    package let evidence: String
    /// Every encoding that was tried, the best first.
    package let candidates: [Candidate]

    /// Guesses from a sample.
    ///
    /// - Parameters:
    ///   - sample: bytes of a file, cut anywhere.
    ///   - isBeginning: whether the sample begins where the file does.
    package init(_ sample: Span<UInt8>, isBeginning: Bool = true) {
        let sample = EncodingSample(sample, isBeginning: isBeginning)
        candidates = Self.candidates(for: sample)
        encoding = candidates[0].encoding
        isSure = Self.isSure(of: candidates, for: sample)
        evidence = EncodingEvidence.sentence(for: candidates, in: sample)
    }

    private static func candidates(for sample: EncodingSample) -> [Candidate] {
        let utf16 = sample.utf16
        if !utf16.isEmpty {
            return ordered(
                utf16.map { Candidate(encoding: $0.encoding, reading: sample.reading(in: $0.encoding, from: $0.start)) }
            )
        }
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
        let isFew = utf8.words < 4
        if unicode.wrong == 0, utf8.reading.share > 0.5,
            isFew || !others.contains(where: { $0.score > utf8.score + 0.2 })
        {
            return [utf8] + ordered(others)
        }
        return ordered([utf8] + others)
    }

    /// The best first; of two alike the one that was first.
    private static func ordered(_ candidates: [Candidate]) -> [Candidate] {
        candidates.enumerated().sorted { one, other in
            one.element.score == other.element.score
                ? one.offset < other.offset : one.element.score > other.element.score
        }
        .map(\.element)
    }

    private static func isSure(of candidates: [Candidate], for sample: EncodingSample) -> Bool {
        let best = candidates[0]
        let second = candidates.dropFirst().map(\.score).max() ?? 0
        switch best.encoding {
        case .utf16LE, .utf16BE:
            return sample.isBeginning || best.score > second + 0.2
        case .utf8 where sample.unicode.wrong == 0:
            if sample.isASCII || sample.mark == .utf8 && second < 0.2 { return true }
            if sample.unicode.characters >= 8, best.reading.share > 0.8 { return true }
            // Text in other languages, which nothing else can read either.
            if sample.unicode.characters >= 2, second < 0.2 { return true }
        default: break
        }
        return best.reading.share >= 0.5 && best.score >= second + 0.2
    }
}
