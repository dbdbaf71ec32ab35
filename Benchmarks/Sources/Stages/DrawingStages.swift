import CairoDrawing
import Inhabitants
import Layout
import Mocban
import PDF
import Payload
import Register
import Typesetting

/// Filling the template, without its code, and setting its texts.
struct SettingStage {
    private let people: [Inhabitant]
    private let pages: Pages

    init(_ office: SampleOffice) throws {
        people = office.inhabitants
        pages = try Pages(office)
    }

    func set(_ count: Int) throws {
        for person in people.prefix(count) { _ = try pages.typesetter.set(pages.page(of: person)) }
    }
}

/// Drawing sheets of set cards into PDF files, through Cairo and deflate to the end of the file with its fonts.
struct DrawingStage {
    // As a run has them.
    private static let cardsOnSheet = 10
    private static let sheetsInFile = 100

    private let folder: String
    private let cards: [TypesetPage]
    private let typesetter: Typesetter
    private let information: PDFDocument.Information

    init(_ office: SampleOffice) throws {
        let pages = try Pages(office)
        let signer = try CardSigner(office)
        folder = office.office.folder
        let typesetter = pages.typesetter
        self.typesetter = typesetter
        cards = try office.inhabitants.prefix(100).map { person in
            try typesetter.set(
                pages.template.page(pages.values(person), segments: signer.payload(of: person).cardSegments))
        }
        information = PDFDocument.Information(
            title: "Stages", author: office.office.configuration.name, created: office.clock.description)
    }

    func draw(_ count: Int) throws {
        let cardsInFile = Self.sheetsInFile * Self.cardsOnSheet
        for first in stride(from: 0, to: count, by: cardsInFile) {
            let document = try PDFDocument(
                path: "\(folder)/\(first / cardsInFile).pdf", paper: .a4, information: information,
                typesetter: typesetter)
            let end = min(first + cardsInFile, count)
            for card in stride(from: first, to: end, by: Self.cardsOnSheet) {
                let place = card % cards.count
                let pages = cards[place..<place + min(Self.cardsOnSheet, end - card)]
                try document.addSheet(.a4TwoByFive, pages: Array(pages))
            }
            try document.close()
        }
    }
}

/// An office's cards as pages.
struct Pages {
    let template: Template
    let typesetter: Typesetter
    private let office: SampleOffice

    init(_ office: SampleOffice) throws {
        let resources = try Resources.located()
        template = try office.template(resources)
        typesetter = try resources.typesetter()
        try typesetter.prepare(template)
        self.office = office
    }

    /// A page without its code.
    func page(of person: Inhabitant) throws -> Page { try template.page(values(person)) }

    /// What the template is filled with; the serial alone is left out, which is signing's.
    func values(_ person: Inhabitant) -> FieldValues {
        let configuration = office.office.configuration
        var values = FieldValues()
        values[.unit] = configuration.name
        values[.hotline] = configuration.hotline
        values[.name] = person.name
        values[.birth] = "\(person.day)/\(person.month)/\(person.year)"
        values[.sex] = person.isMale ? "Nam" : "Nữ"
        values[.household] = person.household
        values[.relation] = person.relation
        values[.hamlet] = person.locality.hamlet
        values[.commune] = person.locality.commune
        return values
    }
}
