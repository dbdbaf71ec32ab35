extension Int {
    /// The number with zeros in front, so many digits at least: `07`, and `-0007` of four.
    package func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }

    /// The number of up to 18 ASCII digits; nothing where there is another byte.
    package init?(digits: some Collection<UInt8>) {
        self = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            self = self * 10 + Int(byte - UInt8(ascii: "0"))
        }
    }
}
