import Messages

/// Numbers the rows of all files in the order in which they are read, so that a row's position takes 31 bits.
struct RowOrder: Sendable {
    static let none: UInt32 = 0
    /// The largest number; what comes after it is all given this one.
    static let last = UInt32(Int32.max)

    private let names: [String]
    /// The number before a file's row 1, for each file begun.
    private var bases: [UInt32] = []
    private var latest: UInt32 = 0

    /// Makes an order of no row; files of the same name in different folders are named with their folders.
    init(paths: [String]) {
        let short = paths.map { path in path.split(separator: "/").last.map(String.init) ?? path }
        names = Set(short).count == short.count ? short : paths
    }

    /// The number of a row, 1 and up; rows come in order.
    mutating func number(of position: RowPosition) -> UInt32 {
        while bases.count <= position.file { bases.append(latest) }
        let number = Int(bases[position.file]) + position.row
        latest = number < Int(Self.last) ? UInt32(number) : Self.last
        return latest
    }

    /// Where a row stands that has a number.
    func position(of number: UInt32) -> RowPosition {
        var low = 0
        var high = bases.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if bases[middle] < number { low = middle } else { high = middle }
        }
        return RowPosition(file: low, row: Int(number) - Int(bases[low]))
    }

    /// How a message names a row: `row 12`, or `row 12 of thon2.csv` where the message is about another file's row.
    func name(of number: UInt32, in file: Int) -> Message {
        let position = position(of: number)
        return position.file == file
            ? Message(en: "row \(position.row)", vi: "dòng \(position.row)")
            : Message(
                en: "row \(position.row) of \(names[position.file])",
                vi: "dòng \(position.row) của \(names[position.file])")
    }

    /// A finding in a file that is about another row too, which ends its reason.
    func finding(
        _ rule: Rule, column: String? = nil, value: String = "", _ reason: Message, _ other: UInt32, in file: Int,
        proposal: Finding.Proposal? = nil
    ) -> Finding {
        Finding(
            rule, column: column, value: value, reason: .joined([reason, name(of: other, in: file)], by: " "),
            proposal: proposal,
            other: position(of: other))
    }
}
