import Messages
import RosterValues
import Tables

extension Finding {
    /// What a row's damage means to the reader of the roster.
    init<Column: RosterColumn>(_ damage: Row.Damage, _ header: Header<Column>) {
        func name(_ field: Int) -> String { header.column(of: field)?.name ?? "column \(field + 1)" }
        switch damage {
        case .tooFewFields(let found, let expected):
            self.init(
                .tooFewFields, column: nil,
                reason: Message(
                    en: "the row has \(found) fields, the header has \(expected)",
                    vi: "dòng có \(found) ô, tiêu đề có \(expected) cột"))
        case .tooManyFields(let found, let expected):
            self.init(
                .tooManyFields, column: nil,
                reason: Message(
                    en: "the row has \(found) fields, the header has \(expected)",
                    vi: "dòng có \(found) ô, tiêu đề có \(expected) cột"))
        case .strayQuote(let field):
            self.init(
                .strayQuote, column: name(field),
                reason: Message(en: "a quotation mark stands in the wrong place", vi: "dấu ngoặc kép đứng sai chỗ"))
        case .unclosedQuote(let field, let lines):
            self.init(
                .unclosedQuote, column: name(field),
                reason: Message(
                    en: "a quotation mark is not closed, and \(lines) lines after it were taken into the cell",
                    vi: "dấu ngoặc kép không đóng, \(lines) dòng sau bị gộp vào ô này"))
        case .swallowedRows(let field, let lines):
            self.init(
                .swallowedRows, column: name(field),
                reason: Message(
                    en: "a quotation mark is closed \(lines) lines further down, with whole rows inside",
                    vi: "dấu ngoặc kép đóng sau \(lines) dòng, nuốt trọn các dòng ở giữa"))
        case .zeroByte(let field):
            self.init(
                .zeroByte, column: name(field), reason: Message(en: "holds a zero byte", vi: "có ký tự rỗng (byte 0)"))
        case .undecodable(let field):
            self.init(
                .undecodable, column: name(field),
                reason: Message(
                    en: "holds bytes that are no letters in the file's encoding",
                    vi: "có byte không phải là chữ trong bảng mã của tệp"))
        case .controlCharacter(let field):
            self.init(
                .hiddenCharacter, column: name(field),
                reason: Message(en: "holds a control character", vi: "có ký tự điều khiển"))
        }
    }
}
