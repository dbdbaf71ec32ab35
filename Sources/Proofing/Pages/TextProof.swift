import Calendar
import Documents
import Issuing
package import Layout
package import Office
package import Payload
package import Rasterising

/// Holds the printed texts of a card or poster against what they should be.
package struct TextProof {
    /// The office whose names are printed; nil where nobody knows it.
    package let office: OfficeConfiguration?
    package let map: SheetMap

    /// The texts of a side that are not what they should be; those that nobody can know are passed over.
    package func differences(
        _ claims: Claims, _ card: PrintedCard?, on page: PageText, at position: Int, _ side: SheetSide
    ) -> [ProofFault.Problem] {
        guard var printed = map.side(side) else { return [] }
        var values = FieldValues()
        var known: Set<Field> = [.serial, .issued, .expires]
        let validity = Validity(issued: claims.issued, expires: claims.expires)
        if let record = card?.record, let office {
            values = record.fields(serial: claims.serial, validity, office, map.template.language)
            known = Set(Field.allCases)
        } else {
            values[.serial] = claims.serial.description
            values[.issued] = claims.issued.vietnamDay.description
            values[.expires] = claims.expires.vietnamDay.description
            if case .venue(let venue) = claims {
                values[.venue] = venue.name
                values[.venueType] = venue.type.word(map.template.language)
                known.formUnion([.venue, .venueType])
            }
            // A code may have a short form of the name, which the printed name must lead to.
            if let name = claims.card?.name {
                values[.name] = name
                known.insert(.name)
            }
        }
        printed.texts = printed.texts.filter { text in
            known.isSuperset(of: text.pattern.fields + [text.condition?.field].compactMap(\.self))
        }
        guard let marks = try? map.template.page(values, side: printed).marks else { return [] }
        // A card's glyphs once, not the whole sheet's for each of its texts.
        let whole = Rectangle(origin: .zero, size: map.template.size)
        let own = page.within(map.box(whole, at: position, side))
        return marks.compactMap { mark in
            guard case .text(let text) = mark else { return nil }
            let string = text.style.isUppercase ? text.string.uppercased() : text.string
            let expected = string.precomposed.withSingleSpaces
            let within = own.within(map.box(text.box, at: position, side))
            let found = within.string
            if found.utf8.elementsEqual(expected.utf8) { return nil }
            if within.agrees(with: expected, isSpread: text.style.alignment == .spread) { return nil }
            if card?.record == nil, text.label == "{name}", found.isLongForm(of: expected, text.style) { return nil }
            return .text(label: text.label, expected: expected, found: found)
        }
    }
}

extension Claims {
    fileprivate var card: CardClaims? { if case .card(let card) = self { card } else { nil } }
}

extension String {
    fileprivate var withSingleSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Whether a form of this name that a code may have, set in a style, is another text.
    fileprivate func isLongForm(of short: String, _ style: TextStyle) -> Bool {
        NameForm.allCases.contains { form in
            guard let name = form.apply(to: self) else { return false }
            return (style.isUppercase ? name.uppercased() : name) == short
        }
    }
}
