import CFuzzer
import FuzzedFiles
import Roster
import Tables

/// Reads whatever libFuzzer thinks of as a roster; the first byte says what the others are.
///
/// A trap, a hang or memory beyond the limits of `Fuzzing/run` is a finding of libFuzzer's; so is a row lost in the count.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    guard bytes.count > 1 else { return 0 }
    let content = bytes.dropFirst()
    switch bytes[0] % 4 {
    case 0: read(Person.self, Array(content))
    case 1:
        read(
            Person.self,
            Array("household,full_name,date_of_birth,hamlet,sex,national_id,phone,relation\n".utf8) + content)
    case 2: read(Venue.self, Array(content))
    // The parts of a workbook as they are, since no change of compressed bytes keeps their checksum.
    default: read(Person.self, StoredArchive.workbook(sheet: Array(content)))
    }
    return 0
}

private func read<Record: RosterRecord>(_: Record.Type, _ bytes: [UInt8]) {
    guard let today = CalendarDate(year: 2026, month: 11, day: 24) else { preconditionFailure("a day") }
    do {
        let file = try InputFile(bytes)
        var reader = try RosterReader<Record>(path: file.path, today: today)
        var last = 0
        while let entry = try reader.next() {
            precondition(entry.row.number > last, "rows come in order")
            last = entry.row.number
            if case .refused(_, let findings) = entry { precondition(!findings.isEmpty, "a refusal has a reason") }
        }
        let late = try reader.conclusions()
        precondition(
            late.allSatisfy { $0.place.row <= last && $0.finding.severity == .warning }, "late findings are warnings")
    } catch {
        precondition(!"\(error)".isEmpty, "an error says something")
    }
}
