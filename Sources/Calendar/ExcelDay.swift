extension CalendarDate {
    /// 30 December 1899 is so many days before 1 January 1970: Excel's day 0, as days count from March 1900.
    package static var excelDaysTo1970: Int { 25_569 }
    /// The first of Excel's numbers that is no day, that of 1 January 10000.
    package static var excelEnd: Int { 2_958_466 }

    /// The day of Excel's number, from 61, 1 March 1900; gives nothing for numbers below and from the year 10000 on.
    package init?(excelSerial serial: Int) {
        guard serial > 60, serial < Self.excelEnd else { return nil }
        self.init(daysSince1970: serial - Self.excelDaysTo1970)
    }
}
