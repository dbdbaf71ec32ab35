extension Int {
    /// The number as Vietnam writes it, `1.234.567`.
    package var vietnamese: String {
        let digits = String(magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "." }
            grouped.append(digit)
        }
        return (self < 0 ? "-" : "") + grouped
    }
}
