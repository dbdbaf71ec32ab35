/// A name as it was before its letters were taken for those of another encoding.
package enum GarbledName {
    /// The name that a cell reads as, in a font of TCVN3 or VNI or as UTF-8 encoded twice; nil where it does not read much
    /// better so.
    ///
    /// Much better is: every word is a syllable of Vietnamese, and some word of the cell is none. Two such readings are none.
    package static func reading(of raw: String) -> String? {
        guard raw.utf8.count < 400, !areSyllables(CleanText(raw).text) else { return nil }
        var readings: Set<String> = []
        for decoded in [
            TwiceEncoded.decode(misread: raw), LegacyEncoding.tcvn3.decode(misread: raw),
            LegacyEncoding.vni.decode(misread: raw),
        ] where decoded.unknown == 0 {
            let text = CleanText(decoded.text).text
            // A letter or two are a syllable by chance.
            guard text.utf8.count > 3, text != raw, NameScan(text).isVietnamese, areSyllables(text) else { continue }
            readings.insert(ProperCase.name(text) ?? text)
        }
        return readings.count == 1 ? readings.first : nil
    }

    /// Whether every word of a name is a syllable; initials and Roman numbers are none.
    package static func areSyllables(_ text: String) -> Bool {
        text.unicodeScalars.split { " -'.,()\u{2019}".unicodeScalars.contains($0) }
            .allSatisfy { VietnameseSyllable.isSyllable($0) }
    }
}
