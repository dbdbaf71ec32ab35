import Messages
import RosterValues
import VietnameseText

extension Cells<Person.Column> {
    /// The sex, which the row's CCCD knows too; nothing where the cell is empty or another word.
    mutating func sex(_ citizen: CitizenID?) -> Sex? {
        guard let text = text(.sex, longest: .max, meaning: { Sex($0) == nil ? nil : $0 }) else { return nil }
        if let sex = Sex(text) { return sex }
        let proposal = SexGuess(text).map { guess in
            let agrees = citizen.map { $0.hasKnownProvince && $0.sex == guess.sex }
            return Finding.Proposal(guess.sex.vietnamese, isCertain: agrees ?? guess.isWord)
        }
        find(
            .unknownSex, .sex, Shown.quoted(text).said(en: "is neither Nam nor Nữ", vi: "không phải Nam hay Nữ"),
            proposal: proposal)
        return nil
    }

    /// Compares the sex with what else in the row tells it.
    mutating func compare(_ sex: Sex, _ citizen: CitizenID?, name: String?, relation: String?) {
        if let citizen {
            if citizen.sex != sex {
                find(
                    .sexAgainstID, .sex,
                    Message(
                        en: "is \(sex.vietnamese), national_id says \(citizen.sex.vietnamese)",
                        vi: "ghi \(sex.vietnamese), số CCCD là của \(citizen.sex.vietnamese)"),
                    proposal: Finding.Proposal(citizen.sex.vietnamese, isCertain: false))
            }
        } else if let name, let word = NameHint.word(in: name, against: sex) {
            // Beside a CCCD a name tells nothing: there are men called Thị.
            find(
                .sexAgainstName, .sex,
                Message(
                    en: "is \(sex.vietnamese), and the name has \(word)",
                    vi: "ghi \(sex.vietnamese), mà họ tên có chữ \(word)"))
        }
        if let relation, let implied = Relation(relation)?.sex, implied != sex {
            find(
                .relationAgainstSex, .relation,
                Shown.quoted(relation).said(
                    en: "is said of a \(implied == .male ? "man" : "woman"), sex is \(sex.vietnamese)",
                    vi: "là quan hệ của \(implied.vietnamese), giới tính ghi \(sex.vietnamese)")
            )
        }
    }
}
