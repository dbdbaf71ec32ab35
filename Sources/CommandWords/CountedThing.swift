package import Messages

/// What a work's progress counts; the raw value is for programs.
package enum CountedThing: String, Encodable {
    case rows, people, cards, posters, codes, photographs, registers

    package var words: Message {
        switch self {
        case .rows: Message(en: "rows", vi: "dòng")
        case .people: Message(en: "people", vi: "người")
        case .cards: Message(en: "cards", vi: "thẻ")
        case .posters: Message(en: "posters", vi: "áp phích")
        case .codes: Message(en: "codes", vi: "mã")
        case .photographs: Message(en: "photographs", vi: "ảnh")
        case .registers: Message(en: "registers", vi: "sổ")
        }
    }
}
