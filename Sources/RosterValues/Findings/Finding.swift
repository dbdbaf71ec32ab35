package import Messages

/// Something that is wrong with a row, or that an officer should look at.
package struct Finding: Hashable, Sendable {
    package let rule: Rule
    /// The roster's own name of the column (`date_of_birth`), whatever the file calls it; none for the row as a whole.
    package let column: String?
    /// The cell as it stands in the file; empty for the row as a whole.
    package let value: String
    /// One short sentence without the column, as in `31/02/1980 is not a date`.
    package let reason: Message
    /// What to write instead, where there is something to propose.
    package let proposal: Proposal?
    /// The row that this one was compared with, where the finding is about two rows.
    package let other: RowPosition?

    /// What the cell should hold.
    package struct Proposal: Hashable, Sendable {
        package let text: String
        /// Whether nothing else can have been meant, so that `--clean` may write it without being asked.
        package let isCertain: Bool

        package init(_ text: String, isCertain: Bool) { (self.text, self.isCertain) = (text, isCertain) }
    }

    package init(
        _ rule: Rule, column: String?, value: String = "", reason: Message, proposal: Proposal? = nil,
        other: RowPosition? = nil
    ) {
        (self.rule, self.column, self.value, self.reason) = (rule, column, value, reason)
        (self.proposal, self.other) = (proposal, other)
    }

    package var severity: Severity { rule.severity }
}

/// What a finding means for its row.
package enum Severity: String, CaseIterable, Sendable {
    /// The row is refused: nothing is printed for it.
    case error
    /// The row is printed, and an officer should look at it.
    case warning
    /// The row is ready; something was understood that the file does not spell out.
    case note
}

extension Finding: CustomStringConvertible {
    /// The column and the reason in English: `date_of_birth: 31/02/1980 is not a date`.
    package var description: String { message().english }

    /// The column and the reason; in Vietnamese the column as the file calls it, where that is given.
    package func message(ownName: String? = nil) -> Message {
        guard let column else { return reason }
        return Message(en: "\(column): \(reason.english)", vi: "\(ownName ?? column): \(reason.vietnamese)")
    }
}

extension Severity {
    /// The word for the severity.
    package var words: Message {
        switch self {
        case .error: Message(en: "error", vi: "lỗi")
        case .warning: Message(en: "warning", vi: "cảnh báo")
        case .note: Message(en: "note", vi: "ghi chú")
        }
    }
}
