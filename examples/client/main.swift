// Signs a card and a poster, writes card.pdf and poster.pdf into the current folder, and verifies what the card says.
import Mocban

let office = OfficeConfiguration(unit: 19897, name: "UBND xã Quảng Phú", hotline: "0234 3557 999")
let keyring = Keyring().generating(unit: office.unit, at: .now())
let issuer = try Issuer(office, keyring: keyring)

let card = try issuer.card(name: "Nguyễn Thị Thu Hương", birth: "1985", nationalID: "046185001234")
try card.write(to: "card.pdf")

let poster = try issuer.poster(name: "Tạp hóa Cô Lựu", address: "Thôn Phú Lễ", type: .shop)
try poster.write(to: "poster.pdf")

print("\(card.serial): \(try issuer.verify(card.text).verdict)")
