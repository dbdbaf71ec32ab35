import Calendar
import RosterValues
import TestSupport
import Tables
import Testing

@testable import Roster

/// The day on which every roster of these tests is read: 15 September 2021.
let today: CalendarDate = {
    guard let day = CalendarDate(year: 2021, month: 9, day: 15) else { fatalError("15 September 2021 is a day") }
    return day
}()

/// Every entry of a file.
func entries<Record: RosterRecord>(
    _ kind: Record.Type, _ text: String, chunk: Int = FileInput.usualChunk
) throws -> [RosterReader<Record>.Entry] {
    let file = try TemporaryFile(text)
    var options = ReadingOptions()
    options.chunk = chunk
    var reader = try RosterReader<Record>(path: file.path, today: today, options: options)
    var entries: [RosterReader<Record>.Entry] = []
    while let entry = try reader.next() { entries.append(entry) }
    return entries
}

/// The person of a file's only row, which must be good.
func person(_ cells: String, header: String = fullHeader) throws -> Person {
    let entries = try entries(Person.self, header + "\n" + cells + "\n")
    guard entries.count == 1, case .record(_, let person, _) = entries[0] else {
        throw Unexpected(entries: "\(entries)")
    }
    return person
}

/// The faults of a file's only row, as messages; none for a good row.
func faults(_ cells: String, header: String = fullHeader) throws -> [String] {
    let entries = try entries(Person.self, header + "\n" + cells + "\n")
    guard entries.count == 1 else { throw Unexpected(entries: "\(entries)") }
    return entries[0].faults
}

struct Unexpected: Error {
    let entries: String
}

let fullHeader = "household,relation,full_name,date_of_birth,sex,national_id,phone,hamlet,commune"

extension RosterReader.Entry {
    /// The faults as messages; none for a record.
    var faults: [String] {
        if case .refused(_, let faults) = self { faults.map(\.description) } else { [] }
    }
}

/// Every row of a file below its header, whatever the header is.
func rows(_ path: String, chunk: Int) throws -> [Row] {
    var reader = try CSVReader(path: path, chunk: chunk)
    var rows: [Row] = []
    guard let header = try reader.next() else { return [] }
    reader.width = (header.fields.lastIndex { !$0.allSatisfy { $0 == " " } } ?? -1) + 1
    while let row = try reader.next() { rows.append(row) }
    return rows
}
