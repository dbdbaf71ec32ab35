import Foundation
import GRDB
package import Payload

/// A run as its table has it; see ``Run``.
package struct RunRow: Codable, TableRow, PersistableRecord {
    package static let databaseTableName = "run"

    package enum Columns: String, CodingKey, CaseIterable {
        case id, command, kind, roster, input, template
        case key = "kid"
        case algorithm
        case unitNumber = "unit"
        case nameForm = "name_form"
        case clock, expires, folder, rows, printed
        case isCommitted = "settled"
    }
    package typealias CodingKeys = Columns

    package var id: Int64
    let command, roster, template, folder: String
    let kind: ClaimsKind
    let input: Data?
    package let key: KeyID
    let algorithm: Algorithm
    let nameForm: NameForm
    package let clock, expires: Timestamp
    let rows: Int
    let printed: Int64
    /// Whether all its files have their names.
    let isCommitted: Bool
    private let unitNumber: Int64

    package var unit: UnitCode { UnitCode(rawValue: UInt64(bitPattern: unitNumber)) }
}

extension RunRow {
    init(_ run: Run, id: Int64, printed: Int64) {
        self.id = id
        (command, roster, template, folder) = (run.command, run.roster, run.template, run.folder)
        (kind, key, algorithm, nameForm) = (run.kind, run.key, run.algorithm, run.nameForm)
        (clock, expires, rows) = (run.clock, run.expires, run.rows)
        (self.printed, isCommitted) = (printed, false)
        input = run.input.map { Data($0) }
        unitNumber = Int64(bitPattern: run.unit.rawValue)
    }
}
