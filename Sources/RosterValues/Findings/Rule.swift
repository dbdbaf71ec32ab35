package import Messages
import VietnameseText

/// What is looked for in every row; the raw value is the code that a program may rely on.
///
/// `mocban roster rules` lists them, `docs/roster.md` explains them.
package enum Rule: String, CaseIterable, Sendable {
    // The row as part of its file.
    case tooFewFields = "too-few-fields"
    case tooManyFields = "too-many-fields"
    case strayQuote = "stray-quote"
    case unclosedQuote = "unclosed-quote"
    case swallowedRows = "swallowed-rows"
    case zeroByte = "zero-byte"
    case undecodable = "undecodable"
    case spreadsheetError = "spreadsheet-error"

    // Rows that are nobody's.
    case noteRow = "note-row"
    case totalRow = "total-row"
    case headerRow = "header-row"
    case headingRow = "heading-row"

    // Rows of people who get no card.
    case struckRow = "struck-row"
    case personGone = "person-gone"

    // A row of which a cell holds more than its own value.
    case cardText = "card-text"

    // Any text.
    case missingValue = "missing-value"
    case tooLong = "too-long"
    case hiddenCharacter = "hidden-character"
    case looseSpaces = "loose-spaces"
    case decomposedLetters = "decomposed-letters"

    // Names.
    case nameDigits = "name-digits"
    case nameSign = "name-sign"
    case nameLostLetter = "name-lost-letter"
    case nameScript = "name-script"
    case nameLookAlike = "name-look-alike"
    case nameGarbled = "name-garbled"
    case nameForeignLetter = "name-foreign-letter"
    case nameCapitals = "name-capitals"
    case nameSmallLetters = "name-small-letters"
    case nameSingleWord = "name-single-word"
    case nameDroppedLetters = "name-dropped-letters"
    case nameTypingKeys = "name-typing-keys"

    // Dates of birth.
    case notADate = "not-a-date"
    case impossibleDate = "impossible-date"
    case futureDate = "future-date"
    case tooEarly = "too-early"
    case oldAge = "old-age"
    case monthFirst = "month-first"
    case monthFirstFile = "month-first-file"
    case serialDate = "serial-date"
    case shortYear = "short-year"

    // Sex.
    case unknownSex = "unknown-sex"
    case sexAgainstID = "sex-against-id"
    case sexAgainstName = "sex-against-name"

    // CCCD and CMND.
    case idNotDigits = "id-not-digits"
    case idLength = "id-length"
    case idLostZero = "id-lost-zero"
    case idExponent = "id-exponent"
    case idProvince = "id-province"
    case idCentury = "id-century"
    case idYear = "id-year"

    // Telephone numbers.
    case phoneNotANumber = "phone-not-a-number"
    case phoneLostZero = "phone-lost-zero"
    case phoneOldPrefix = "phone-old-prefix"
    case phoneCountryCode = "phone-country-code"

    // The same twice.
    case duplicateID = "duplicate-id"
    case duplicatePerson = "duplicate-person"
    case duplicateVenue = "duplicate-venue"

    // Households.
    case householdCarried = "household-carried"
    case householdNoHead = "household-no-head"
    case householdTwoHeads = "household-two-heads"
    case relationAgainstSex = "relation-against-sex"
    case relationAgainstAge = "relation-against-age"

    // Localities.
    case unknownHamlet = "unknown-hamlet"
    case unknownCommune = "unknown-commune"

    // Venues.
    case unknownVenueKind = "unknown-venue-type"

    /// What a finding of the rule means for its row.
    package var severity: Severity { RuleTable.entry(of: self).severity }

    /// What the rule finds, in a few words without a capital.
    package var title: Message { RuleTable.entry(of: self).title }

    /// Why a finding of the rule matters and what to do about it, in a sentence or two.
    package var explanation: Message { RuleTable.entry(of: self).explanation }
}
