/// The revoked serials and keys of one unit as a gate knows them, signed by the unit's office.
public struct RevocationList: Sendable, Hashable {
    /// The unit whose cards and posters the list is about.
    public let unit: UnitCode
    /// The list's number, which rises with each list of the unit.
    public let sequence: UInt64
    /// When the list was made, from 1970 to 9999.
    public let issued: Timestamp
    /// When the office will have made the next list, from ``issued`` to 9999.
    public let nextUpdate: Timestamp
    /// Of a key, the moment before which all that it signed is revoked; from 1970 to 9999.
    public let cutOffs: [KeyID: Timestamp]
    /// The end that the log of the office's register had, so that the list tells whether that was put back since; nil where
    /// the list was made without a register.
    public let logHead: LogHead?

    /// The serials' numbers, ascending, each once.
    let numbers: [UInt64]

    /// Creates a list of serials in any order.
    public init(
        unit: UnitCode, sequence: UInt64, issued: Timestamp, nextUpdate: Timestamp, serials: some Sequence<Serial>,
        cutOffs: [KeyID: Timestamp] = [:], logHead: LogHead? = nil
    ) {
        var numbers: [UInt64] = []
        for number in serials.map(\.rawValue).sorted() where number != numbers.last { numbers.append(number) }
        self.init(
            unit: unit, sequence: sequence, issued: issued, nextUpdate: nextUpdate, numbers: numbers, cutOffs: cutOffs,
            logHead: logHead)
    }

    init(
        unit: UnitCode, sequence: UInt64, issued: Timestamp, nextUpdate: Timestamp, numbers: [UInt64],
        cutOffs: [KeyID: Timestamp], logHead: LogHead?
    ) {
        (self.unit, self.sequence, self.issued, self.nextUpdate) = (unit, sequence, issued, nextUpdate)
        (self.numbers, self.cutOffs, self.logHead) = (numbers, cutOffs, logHead)
    }

    /// How many serials the list holds.
    public var serialCount: Int { numbers.count }

    /// Whether the list holds a serial.
    public func contains(_ serial: Serial) -> Bool {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < serial.rawValue { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == serial.rawValue
    }

    /// Whether the office should have made a newer list by then.
    public func isStale(at now: Timestamp) -> Bool { nextUpdate < now }
}

extension RevocationList: Revocations {
    /// Whether the serial is on the list, or the key signed it before that key's cut-off.
    public func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) -> Bool {
        if let cutOff = cutOffs[key], issued < cutOff { return true }
        return contains(serial)
    }
}
