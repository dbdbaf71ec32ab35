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
        case is RowDecodingError: self = .damaged(path: path, reason: "a value in it is of the wrong kind")
        default: self = .unusable(path: path, reason: "\(error)")
        }
    }
}

extension DatabaseError {
    fileprivate var isOfReading: Bool {
        [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS].contains(extendedResultCode)
    }

    fileprivate var reason: String {
        switch resultCode {
        case .SQLITE_FULL: "the disk is full"
        case .SQLITE_READONLY: "it may not be written"
        case .SQLITE_CANTOPEN: "it cannot be opened"
        case .SQLITE_IOERR: "the disk does not take it or give it back"
        default: message ?? "\(resultCode)"
        }
    }
}

/// A row of a table whose values are none that Mocban writes; what uses the register names the file that it is in.
package struct DamagedRow: Failure {
    /// What is wrong, as a sentence without its end.
    package var reason: String

    package var category: FailureCategory { .badConfiguration }
    package var description: String { reason }
    package init(_ reason: String) { self.reason = reason }

    /// An index that leads to rows that do not fulfil it.
    package static func index(of table: String) -> DamagedRow {
        DamagedRow("an index does not fit the table of \(table)")
    }
}
