import GRDB
package import Messages

extension RegisterError {
    package init(_ error: any Error, path: String) {
        switch error {
        case let error as RegisterError: self = error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(path: path, reason: error.reason)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
            case .SQLITE_FULL, .SQLITE_READONLY: self = .unwritable(path: path, reason: error.reason)
            case .SQLITE_IOERR where !error.isOfReading: self = .unwritable(path: path, reason: error.reason)
            default: self = .unusable(path: path, reason: error.reason)
            }
        case let error as DamagedRow: self = .damaged(path: path, reason: error.reason)
        case is RowDecodingError: self = .damaged(path: path, reason: DamagedRow.wrongKind.reason)
        default: self = .unusable(path: path, reason: Message(of: error))
        }
    }
}

extension DatabaseError {
    fileprivate var isOfReading: Bool {
        [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS].contains(extendedResultCode)
    }

    fileprivate var reason: Message {
        switch resultCode {
        case .SQLITE_FULL: Message(en: "the disk is full", vi: "ổ đĩa đã đầy")
        case .SQLITE_READONLY: Message(en: "it may not be written", vi: "không được phép ghi")
        case .SQLITE_CANTOPEN: Message(en: "it cannot be opened", vi: "không mở được")
        case .SQLITE_IOERR:
            Message(en: "the disk does not take it or give it back", vi: "ổ đĩa không ghi được hoặc không đọc lại được")
        default: Message(verbatim: message ?? "\(resultCode)")
        }
    }
}

/// A row of a table whose values are none that Mocban writes; what uses the register names the file that it is in.
package struct DamagedRow: Failure {
    /// What is wrong, as a sentence without its end.
    package var reason: Message

    package var category: FailureCategory { .badConfiguration }
    package var message: Message { reason }
    package init(_ reason: Message) { self.reason = reason }
    package init(en english: String, vi vietnamese: String) { reason = Message(en: english, vi: vietnamese) }

    package static let wrongKind = DamagedRow(
        en: "a value in it is of the wrong kind", vi: "có một giá trị trong đó không đúng kiểu")

    /// An index that leads to rows that do not fulfil it.
    package static func index(of table: String) -> DamagedRow {
        DamagedRow(en: "an index does not fit the table of \(table)", vi: "chỉ mục không khớp với bảng \(table)")
    }
}
