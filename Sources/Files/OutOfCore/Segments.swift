/// A list that grows segment by segment, so that it is never copied and has never room for twice as much.
package struct Segments<Element: Sendable>: Sendable {
    @inlinable static var shift: Int { 12 }
    @inlinable static var length: Int { 1 << shift }

    @usableFromInline var segments: [[Element]] = []
    @usableFromInline package internal(set) var count = 0

    @inlinable
    package init() {}

    @inlinable
    package mutating func append(_ element: Element) {
        if count & (Self.length - 1) == 0 {
            segments.append([])
            segments[segments.count - 1].reserveCapacity(Self.length)
        }
        segments[segments.count - 1].append(element)
        count += 1
    }
}

extension Segments: RandomAccessCollection, MutableCollection {
    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { count }

    @inlinable
    package subscript(index: Int) -> Element {
        get { segments[index >> Self.shift][index & (Self.length - 1)] }
        set { segments[index >> Self.shift][index & (Self.length - 1)] = newValue }
    }
}
