extension String {
    /// Whether a cell holds nothing but spaces.
    var isBlankCell: Bool { utf8.allSatisfy { $0 == 0x20 } }
}
