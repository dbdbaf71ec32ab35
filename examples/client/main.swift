// Signs a card and a poster, and writes card.pdf and poster.pdf into the current folder.
import Drawing
import Layout
import Mocban
import Payload

let now = Timestamp.now()
let nextYear = now.adding(seconds: 365 * 86_400)
let keyring = Keyring().generating(unit: 19897, at: now)
let serialKey = try keyring.serialKey()
let resources = try Resources.located()
let templates = TemplateLibrary(resources: resources)
let typesetter = try resources.typesetter()

func write(_ page: Page, on profile: SheetProfile, to path: String, with typesetter: Typesetter) throws {
    let information = PDFDocument.Information(title: path, author: "UBND xã Quảng Phú", created: now.description)
    let pdf = try PDFDocument(path: path, paper: profile.paper, information: information, typesetter: typesetter)
    try pdf.addSheet(profile, pages: [try typesetter.set(page)])
    try pdf.close()
}

var values = FieldValues()
values[.unit] = "UBND xã Quảng Phú"
values[.name] = "Nguyễn Thị Thu Hương"
values[.venue] = "Tạp hóa Cô Lựu"

let holder = HolderKey.nationalID("046185001234", key: serialKey)
let card = CardClaims(
    serial: Serial(unit: 19897, holder: holder, issueNumber: 1, key: serialKey), name: values[.name], birthYear: 1985,
    unit: 19897, issued: now, expires: nextYear)
let cardSigner = try Signer(key: try keyring.signingKey(for: .card, algorithm: .hmac256, at: now))
let cardPage = try templates.template("commune").page(values, segments: try cardSigner.sign(.card(card)).cardSegments)
try write(cardPage, on: .a4TwoByFive, to: "card.pdf", with: typesetter)

let place = HolderKey.venue(name: values[.venue], address: "Thôn Phú Lễ", key: serialKey)
let venue = VenueClaims(
    serial: Serial(unit: 19897, holder: place, issueNumber: 1, key: serialKey), name: values[.venue], unit: 19897,
    type: .shop, issued: now, expires: nextYear)
let venueSigner = try Signer(key: try keyring.signingKey(for: .venue, algorithm: .ed25519, at: now))
let segments = try venueSigner.sign(.venue(venue)).posterSegments(base: BaseURL("https://tcs.example.vn"))
try write(
    try templates.template("scan-card").page(values, segments: segments), on: .whole(.a4), to: "poster.pdf",
    with: typesetter)
