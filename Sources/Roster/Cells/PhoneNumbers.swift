import RosterValues

extension Cells {
    /// A telephone number as written; what is wrong with it is a finding.
    mutating func phone(_ column: Column) -> String? {
        let text = text(column) { visible in
            guard let finding = PhoneCell.finding(visible) else { return visible }
            return finding.proposal?.text
        }
        guard let text else { return nil }
        if !PhoneNumber.isUsual(text), let finding = PhoneCell.finding(text) { add(finding, column) }
        return text
    }
}
