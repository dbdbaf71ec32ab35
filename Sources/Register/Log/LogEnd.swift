import Foundation
import GRDB
import Payload

/// The record of the log's end, without which entries could be taken off it.
struct LogEndRow: Codable, TableRow, PersistableRecord {
    static let databaseTableName = "log_end"

    enum Columns: String, CodingKey, CaseIterable { case id, last, mac }
    typealias CodingKeys = Columns

    private var id = 1
    let last: Int64
    /// The MAC over it and over the last entry's.
    let mac: Data

    init(_ head: LogHead, _ key: RegisterKey) {
        var writer = CBORWriter(capacity: 40)
        writer.array(3)
        writer.text("end")
        writer.integer(Int64(head.entry))
        writer.byteString(head.mac)
        (last, mac) = (Int64(head.entry), Data(key.authenticate(writer.bytes).prefix(LogEntry.macLength)))
    }

    func hasMAC(of head: LogHead, _ key: RegisterKey) -> Bool { mac == LogEndRow(head, key).mac }
}

/// The seal on what no entry of the log vouches for.
struct StateRow: Codable, TableRow, PersistableRecord {
    static let databaseTableName = "state"

    enum Columns: String, CodingKey, CaseIterable { case id, mac }
    typealias CodingKeys = Columns

    private var id = 1
    let mac: Data

    init(mac: [UInt8]) { self.mac = Data(mac) }
}
