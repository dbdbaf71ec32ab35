// Signs a card and a poster, and writes card.pdf and poster.pdf into the current folder.
import CairoDrawing
import Layout
import Mocban
import PDF
import Payload
import Typesetting

let now = Timestamp.now()
let nextYear = now.adding(seconds: 365 * 86_400)
let unit: UnitCode = 19897
let keyring = Keyring().generating(unit: unit, at: now)
let serialKey = try keyring.serialKey()
let resources = try Resources.located()
let templates = TemplateLibrary(resources: resources)
let typesetter = try resources.typesetter()
let information = PDFDocument.Information(title: "Example", author: "UBND xã Quảng Phú", created: now.description)
var values = FieldValues()
values[.unit] = "UBND xã Quảng Phú"
values[.name] = "Nguyễn Thị Thu Hương"
values[.venue] = "Tạp hóa Cô Lựu"

let person = HolderKey.nationalID("046185001234", key: serialKey)
let cardSerial = Serial(unit: unit, holder: person, issueNumber: 1, key: serialKey)
let card = CardClaims(
    serial: cardSerial, name: values[.name], birthYear: 1985, unit: unit, issued: now, expires: nextYear)
let signedCard = try Signer(key: keyring.signingKey(for: .card, algorithm: .hmac256, at: now)).sign(.card(card))
let cardPage = try templates.template("commune").page(values, segments: signedCard.cardSegments)
try DrawnFile.write(to: "card.pdf") { path in
    let sheet = try PDFDocument(path: path, paper: .a4, information: information, typesetter: typesetter)
    try sheet.addSheet(.a4TwoByFive, pages: [typesetter.set(cardPage)])
    try sheet.close()
}

let shop = HolderKey.venue(name: values[.venue], address: "Thôn Phú Lễ", key: serialKey)
let venueSerial = Serial(unit: unit, holder: shop, issueNumber: 1, key: serialKey)
let venue = VenueClaims(
    serial: venueSerial, name: values[.venue], unit: unit, type: .shop, issued: now, expires: nextYear)
let signedVenue = try Signer(key: keyring.signingKey(for: .venue, algorithm: .ed25519, at: now)).sign(.venue(venue))
let posterPage = try templates.template("scan-card").page(values, segments: signedVenue.posterSegments(base: nil))
try DrawnFile.write(to: "poster.pdf") { path in
    let poster = try PDFDocument(path: path, paper: .a4, information: information, typesetter: typesetter)
    try poster.addSheet(.whole(.a4), pages: [typesetter.set(posterPage)])
    try poster.close()
}
