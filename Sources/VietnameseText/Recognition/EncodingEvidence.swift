/// Why an encoding was chosen, in words for people.
enum EncodingEvidence {
    /// A sentence such as “TCVN3: not valid UTF-8; 412 of 415 words with accents are Vietnamese syllables (Nguyễn, Thị);
    /// as VNI-Windows it would be 12 of 430”.
    static func sentence(for candidates: [EncodingGuess.Candidate], in sample: EncodingSample) -> String {
        let best = candidates[0]
        var parts = [bytes(best.encoding, in: sample), words(best.reading)].filter { !$0.isEmpty }
        if let second = candidates.dropFirst().max(by: { $0.reading.score < $1.reading.score }) {
            parts.append(
                "as \(second.encoding.name) it would be \(second.reading.syllables) of \(second.reading.words)")
        }
        return best.encoding.name + ": " + parts.joined(separator: "; ")
    }

    /// What the bytes themselves say.
    private static func bytes(_ encoding: TextEncoding, in sample: EncodingSample) -> String {
        if encoding == .utf16LE || encoding == .utf16BE {
            return sample.mark == nil
                ? "every other byte is zero as a rule" : "the file begins with its byte order mark"
        }
        let wrong = sample.unicode.wrong
        if sample.isASCII { return "no letter has an accent, so that the text is the same in every encoding" }
        if encoding == .utf8 || encoding.isMisread {
            if wrong > 0 {
                return wrong == 1 ? "1 byte sequence is not valid" : "\(wrong) byte sequences are not valid"
            }
            return sample.mark == .utf8 ? "the file begins with its byte order mark" : "every byte sequence is valid"
        }
        return wrong > 0 ? "not valid UTF-8" : "valid UTF-8 by chance, of few bytes"
    }

    private static func words(_ reading: TextReading) -> String {
        guard reading.words > 0 else { return "" }
        let examples = reading.examples.joined(separator: ", ")
        return "\(reading.syllables) of \(reading.words) words with accents are Vietnamese syllables"
            + (examples.isEmpty ? "" : " (\(examples))")
    }
}
