import Calendar
import Messages
import RosterValues
import Tables
import VietnameseText

extension Cells<Person.Column> {
    /// The date of birth, from 1900 to today; `citizen` is the row's CCCD, which knows the year.
    mutating func birth(_ citizen: CitizenID?, today: CalendarDate) -> BirthDate? {
        let text = text(.dateOfBirth, isNeeded: true, longest: .max) { text in
            BirthDate(text).flatMap { $0.year < 1900 || $0.isAfter(today) ? nil : text }
        }
        guard let text else { return nil }
        let known = citizen.flatMap { $0.hasKnownProvince ? $0.birthYear : nil }
        guard let birth = BirthDate(text) ?? TimeOfDay.withoutMidnight(text).flatMap({ BirthDate($0) }) else {
            let date = TimeOfDay.withoutMidnight(text) ?? text
            add(BirthDateGuess.finding(date, knownYear: known, today: today), .dateOfBirth)
            return nil
        }
        if birth.year < 1900 {
            find(.tooEarly, .dateOfBirth, birth.description.said(en: "is before 1900", vi: "là trước năm 1900"))
            return nil
        }
        if birth.isAfter(today) {
            find(
                .futureDate, .dateOfBirth, birth.description.said(en: "is in the future", vi: "là ngày ở tương lai"),
                proposal: Self.past(birth, knownYear: known, today: today))
            return nil
        }
        // A year that is not full does not count: who was born in a year alone may have been born at its end.
        if today.year - birth.year > Self.oldest, birth.age(on: today) > Self.oldest {
            let age = birth.age(on: today)
            let years = birth.description.said(en: "makes a person of \(age) years", vi: "tức là đã \(age) tuổi")
            let typed = citizen?.birthYear == birth.year ? nil : birth.typedYear(upTo: today.year)
            find(
                .oldAge, .dateOfBirth,
                typed.map { year in
                    Message(
                        en: "\(years.english); a date cell shows it where the year \(year) was typed",
                        vi: "\(years.vietnamese); ô kiểu ngày hiện như thế khi chỉ gõ năm \(year)")
                } ?? years,
                proposal: typed.map { Finding.Proposal(String($0), isCertain: false) })
        }
        return birth
    }

    /// What a birth in the future may mean: the year that the CCCD tells, else a hundred years before.
    private static func past(_ birth: BirthDate, knownYear: Int?, today: CalendarDate) -> Finding.Proposal? {
        // Excel takes 29 for 2029.
        let century = birth.year > max(2000, today.year) && birth.year < 2100 ? birth.year - 100 : nil
        let known = knownYear.flatMap { $0 <= today.year ? $0 : nil }
        guard let year = known ?? century, let past = birth.moved(to: year), !past.isAfter(today) else { return nil }
        return Finding.Proposal(past.description, isCertain: known == century)
    }

    /// Years that nobody in Vietnam is known to have outlived by much.
    private static var oldest: Int { 115 }
}

extension BirthDate {
    /// Full years of age on a day, the fewest that a year alone allows.
    func age(on today: CalendarDate) -> Int {
        let years = today.year - year
        guard let month, let day else { return years - 1 }
        return (month, day) > (today.month, today.day) ? years - 1 : years
    }

    /// The same day of another year; nothing where that year does not have it.
    fileprivate func moved(to year: Int) -> BirthDate? {
        switch self {
        case .day(let date): CalendarDate(year: year, month: date.month, day: date.day).map { .day($0) }
        case .year: .year(year)
        }
    }

    /// The year from 1900 that Excel shows as this day, in 1905, where it was typed into a cell for dates.
    fileprivate func typedYear(upTo last: Int) -> Int? {
        guard case .day(let date) = self, last >= 1900 else { return nil }
        return (1900...last).first { CalendarDate(excelSerial: $0) == date }
    }
}
