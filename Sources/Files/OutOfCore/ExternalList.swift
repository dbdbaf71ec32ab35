/// A list of plain values in a nameless file, so that memory does not grow with it; the last few wait in memory.
///
/// Only one of its copies may be added to: they share the file.
package struct ExternalList<Element: BitwiseCopyable & Sendable>: Sendable {
    /// Elements that are written or read at once.
    private static var block: Int { 1 << 12 }
    /// Elements that are sorted in memory.
    private static var run: Int { 1 << 15 }

    package private(set) var count = 0
    private var waiting: [Element] = []
    private let file: ScratchFile

    package init(in folder: String) throws(FileError) { file = try ScratchFile(in: folder) }

    package mutating func append(_ element: Element) throws(FileError) {
        waiting.append(element)
        count += 1
        if waiting.count == Self.block { try flush() }
    }

    /// Writes what waits, so that ``read(_:)`` has it.
    package mutating func flush() throws(FileError) {
        guard !waiting.isEmpty else { return }
        let offset = (count - waiting.count) * MemoryLayout<Element>.stride
        try writing(file.folder) { try file.values.write(waiting, at: offset) }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Elements by their indices, of those that are written; from any thread.
    package func read(_ indices: Range<Int>) throws(FileError) -> [Element] {
        let offset = indices.lowerBound * MemoryLayout<Element>.stride
        return try reading(file.folder) { try file.values.read(indices.count, at: offset) }
    }

    package func forEach(_ body: (Element) throws -> Void) throws {
        let written = count - waiting.count
        for start in stride(from: 0, to: written, by: Self.block) {
            for element in try read(start..<min(start + Self.block, written)) { try body(element) }
        }
        for element in waiting { try body(element) }
    }

    /// Sorts the list; of any two elements, one comes first.
    package mutating func sort(by precedes: (Element, Element) -> Bool) throws(FileError) {
        try flush()
        var runs = try ExternalList(in: file.folder)
        var cursors: [Cursor] = []
        for start in stride(from: 0, to: count, by: Self.run) {
            let indices = start..<min(start + Self.run, count)
            for element in try read(indices).sorted(by: precedes) { try runs.append(element) }
            cursors.append(Cursor(indices: indices))
        }
        try runs.flush()
        if cursors.count > 1 { runs = try runs.merged(cursors, by: precedes) }
        self = runs
    }

    private func merged(_ runs: [Cursor], by precedes: (Element, Element) -> Bool) throws(FileError) -> ExternalList {
        var cursors = runs
        for index in cursors.indices { try cursors[index].fill(from: self) }
        var merged = try ExternalList(in: file.folder)
        while !cursors.isEmpty {
            var least = 0
            for index in cursors.indices.dropFirst() where precedes(cursors[index].element, cursors[least].element) {
                least = index
            }
            try merged.append(cursors[least].element)
            if try !cursors[least].advance(in: self) { cursors.remove(at: least) }
        }
        try merged.flush()
        return merged
    }

    /// A position in a sorted run, with the elements after it.
    private struct Cursor {
        private static var block: Int { 1 << 9 }

        /// The run's elements that are not read yet.
        private var indices: Range<Int>
        private var elements: [Element] = []
        private var index = 0

        init(indices: Range<Int>) { self.indices = indices }

        var element: Element { elements[index] }

        /// Goes to the next element; false at the end.
        mutating func advance(in list: ExternalList) throws(FileError) -> Bool {
            index += 1
            if index == elements.count { try fill(from: list) }
            return index < elements.count
        }

        mutating func fill(from list: ExternalList) throws(FileError) {
            let next = indices.prefix(Self.block)
            elements = try list.read(next)
            indices = next.upperBound..<indices.upperBound
            index = 0
        }
    }
}
