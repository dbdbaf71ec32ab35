import VietnameseText

extension Cells<Person.Column> {
    /// The date of birth.
    ///
    /// - Parameters:
    ///   - citizen: the row's CCCD, which knows the year.
    ///   - today: the day after which a birth is in the future.
    /// - Returns: nothing where the cell is empty, or no birth from 1900 to today.
    mutating func birth(_ citizen: CitizenID?, today: CalendarDate) -> BirthDate? {
        let text = text(.dateOfBirth, isNeeded: true, longest: .max) { text in
            BirthDate(text).flatMap { $0.year < 1900 || $0.isAfter(today) ? nil : text }
        }
        guard let text else { return nil }
        guard let birth = BirthDate(text) ?? TimeOfDay.withoutMidnight(text).flatMap({ BirthDate($0) }) else {
            let guess = BirthDateGuess(
                TimeOfDay.withoutMidnight(text) ?? text, citizen: citizen, today: today)
            find(guess.rule, .dateOfBirth, guess.reason, proposal: guess.proposal)
            return nil
        }
        if birth.year < 1900 {
            find(.tooEarly, .dateOfBirth, "\(birth) is before 1900")
            return nil
        }
        if birth.isAfter(today) {
            let earlier = birth.year > today.year ? birth.centuryBefore : nil
            find(
                .futureDate, .dateOfBirth, "\(birth) is in the future",
                proposal: earlier.map {
                    Finding.Proposal($0.description, isCertain: citizen?.birthYear == $0.year)
                })
            return nil
        }
        // A year that is not full does not count: who was born in a year alone may have been born at its end.
        if today.year - birth.year > Self.oldest, birth.age(on: today) > Self.oldest {
            find(.oldAge, .dateOfBirth, "\(birth) makes a person of \(birth.age(on: today)) years")
        }
        return birth
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

    /// The same day a hundred years before: Excel takes 29 for 2029.
    fileprivate var centuryBefore: BirthDate? {
        guard year > 2000, year < 2100 else { return nil }
        switch self {
        case .day(let date):
            return CalendarDate(year: date.year - 100, month: date.month, day: date.day).map { .day($0) }
        case .year(let year): return .year(year - 100)
        }
    }
}
