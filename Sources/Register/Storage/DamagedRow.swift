import GRDB
import Payload

/// A row of a table whose values are none that Mocban writes; what uses the register names the file that it is in.
struct DamagedRow: Error {
    /// What is wrong, as a sentence without its end.
    var reason: String
}

extension Row {
    // Further from 1970 than any calendar that is printed, and near enough for all arithmetic.
    private static let moments: ClosedRange<Int64> = -(1 << 40)...(1 << 40)

    /// A whole number that is stored as one; throws `DamagedRow` for a value of another type.
    func whole(atIndex index: Int) throws -> Int64 {
        guard case .int64(let number) = (self[index] as DatabaseValue).storage else {
            throw DamagedRow(reason: "a value in it is of the wrong kind")
        }
        return number
    }

    /// A moment; throws `DamagedRow` for one that no clock shows.
    func moment(atIndex index: Int) throws -> Timestamp {
        let seconds = try decode(Int64.self, atIndex: index)
        guard Self.moments.contains(seconds) else { throw DamagedRow(reason: "a time in it is none") }
        return Timestamp(secondsSince1970: seconds)
    }

    /// A moment, where there is one.
    func momentIfAny(atIndex index: Int) throws -> Timestamp? {
        try decode(Int64?.self, atIndex: index) == nil ? nil : try moment(atIndex: index)
    }

    /// A key's number.
    func key(atIndex index: Int) throws -> KeyID {
        guard let kid = UInt32(exactly: try decode(Int64.self, atIndex: index)) else {
            throw DamagedRow(reason: "a key in it is none")
        }
        return KeyID(rawValue: kid)
    }
}

extension Database {
    /// The greatest number in a table, 0 in an empty one; throws `DamagedRow` where no row could follow it.
    func greatestNumber(in table: String) throws -> Int64 {
        let greatest = try Int64.fetchOne(self, sql: "SELECT coalesce(max(id), 0) FROM \(table)") ?? 0
        guard 0...(1 << 53) ~= greatest else {
            throw DamagedRow(reason: "a row of the table \(table) is numbered \(greatest)")
        }
        return greatest
    }
}
