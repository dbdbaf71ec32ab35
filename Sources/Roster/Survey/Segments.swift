/// A list that grows segment by segment, so that it is never copied and has never room for twice as much.
struct Segments<Element: Sendable>: Sendable {
    private static var shift: Int { 12 }
    private static var length: Int { 1 << shift }

    private var segments: [[Element]] = []
    private(set) var count = 0

    init() {}

    mutating func append(_ element: Element) {
        if count & (Self.length - 1) == 0 {
            segments.append([])
            segments[segments.count - 1].reserveCapacity(Self.length)
        }
        segments[segments.count - 1].append(element)
        count += 1
    }
}

extension Segments: RandomAccessCollection, MutableCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Element {
        get { segments[index >> Self.shift][index & (Self.length - 1)] }
        set { segments[index >> Self.shift][index & (Self.length - 1)] = newValue }
    }
}
