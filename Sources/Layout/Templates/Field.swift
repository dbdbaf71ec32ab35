/// A value of a card or a poster that a template can name.
public enum Field: String, CaseIterable, Sendable {
    // Both kinds.
    case unit, parent, hotline, emblem, serial, issued, expires, hamlet, commune
    // Cards.
    case title, signer, name, birth, sex, household, relation
    // Posters.
    case venue, venueType = "venue_type", address, locality, host

    /// The kinds of template that have the field.
    public var kinds: Set<TemplateKind> {
        switch self {
        case .unit, .parent, .hotline, .emblem, .serial, .issued, .expires, .hamlet, .commune: [.card, .poster]
        case .title, .signer, .name, .birth, .sex, .household, .relation: [.card]
        case .venue, .venueType, .address, .locality, .host: [.poster]
        }
    }
}

/// What a template draws.
public enum TemplateKind: String, CaseIterable, Sendable {
    /// A wallet card for a person.
    case card
    /// A poster for a venue.
    case poster

    /// What is issued by it, in Vietnamese.
    package var vietnamese: String {
        switch self {
        case .card: "thẻ"
        case .poster: "áp phích"
        }
    }
}

/// The values of one card or poster; a field without a value is empty.
public struct FieldValues: Hashable, Sendable {
    private var values: [Field: String] = [:]

    /// No values.
    public init() {}

    /// The value of a field, empty where it has none.
    public subscript(field: Field) -> String {
        get { values[field, default: ""] }
        set { values[field] = newValue }
    }
}
