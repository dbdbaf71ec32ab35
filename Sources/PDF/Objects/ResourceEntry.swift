/// An entry of a page's resources, `x6 6 0 R`: the name that contents call it by, and the object that it is.
struct ResourceEntry: Hashable {
    let bytes: [UInt8]

    /// The name alone.
    var name: ArraySlice<UInt8> { bytes.prefix { $0 != UInt8(ascii: " ") } }

    /// The entries of a dictionary, `/x6 6 0 R /x7 7 0 R`, each once.
    static func each(of dictionary: ArraySlice<UInt8>) -> [ResourceEntry] {
        var entries: [ResourceEntry] = []
        for var bytes in dictionary.split(separator: UInt8(ascii: "/")) {
            while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") { bytes.removeLast() }
            if !bytes.isEmpty { entries.join([ResourceEntry(bytes: Array(bytes))]) }
        }
        return entries
    }

    /// Entries as they stand in a dictionary.
    static func joined(_ entries: [ResourceEntry]) -> [UInt8] {
        Array(entries.map { [UInt8(ascii: "/")] + $0.bytes }.joined(separator: " ".utf8))
    }
}

extension [ResourceEntry] {
    /// Adds entries that are not there yet.
    mutating func join(_ others: [ResourceEntry]) {
        for entry in others where !contains(entry) { append(entry) }
    }
}
