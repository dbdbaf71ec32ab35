import Messages

/// Why an encoding was chosen, in words for people.
enum EncodingEvidence {
    /// A sentence such as “TCVN3: not valid UTF-8; 412 of 415 words with accents are Vietnamese syllables (Nguyễn, Thị);
    /// as VNI-Windows it would be 12 of 430”.
    static func sentence(for candidates: [EncodingGuess.Candidate], in sample: EncodingSample) -> Message {
        let best = candidates[0]
        var parts = [bytes(best.encoding, in: sample), words(best.reading)].compactMap(\.self)
        if let second = candidates.dropFirst().max(by: { $0.reading.score < $1.reading.score }) {
            let (name, syllables, words) = (second.encoding.name, second.reading.syllables, second.reading.words)
            parts.append(
                Message(
                    en: "as \(name.english) it would be \(syllables) of \(words)",
                    vi: "nếu là \(name.vietnamese) thì \(syllables) trên \(words)"))
        }
        return .joined([best.encoding.name, .joined(parts, by: "; ")], by: ": ")
    }

    /// What the bytes themselves say.
    private static func bytes(_ encoding: TextEncoding, in sample: EncodingSample) -> Message {
        if encoding == .utf16LE || encoding == .utf16BE {
            return sample.mark == nil
                ? Message(en: "every other byte is zero as a rule", vi: "cứ hai byte lại có một byte bằng 0")
                : Message(en: "the file begins with its byte order mark", vi: "tệp bắt đầu bằng dấu thứ tự byte (BOM)")
        }
        let wrong = sample.unicode.wrong
        if sample.isASCII {
            return Message(
                en: "no letter has an accent, so that the text is the same in every encoding",
                vi: "không chữ nào có dấu nên văn bản giống nhau ở mọi bảng mã")
        }
        if encoding == .utf8 || encoding.isMisread {
            if wrong > 0 {
                return Message(
                    en: wrong == 1 ? "1 byte sequence is not valid" : "\(wrong) byte sequences are not valid",
                    vi: "\(wrong) chuỗi byte không hợp lệ")
            }
            return sample.mark == .utf8
                ? Message(en: "the file begins with its byte order mark", vi: "tệp bắt đầu bằng dấu thứ tự byte (BOM)")
                : Message(en: "every byte sequence is valid", vi: "mọi chuỗi byte đều hợp lệ")
        }
        return wrong > 0
            ? Message(en: "not valid UTF-8", vi: "không phải UTF-8 hợp lệ")
            : Message(en: "valid UTF-8 by chance, of few bytes", vi: "tình cờ hợp lệ với UTF-8, vì ít byte")
    }

    private static func words(_ reading: TextReading) -> Message? {
        guard reading.words > 0 else { return nil }
        let examples = reading.examples.isEmpty ? "" : " (\(reading.examples.joined(separator: ", ")))"
        return Message(
            en: "\(reading.syllables) of \(reading.words) words with accents are Vietnamese syllables\(examples)",
            vi: "\(reading.syllables) trên \(reading.words) từ có dấu là âm tiết tiếng Việt\(examples)")
    }
}
