/// What shows only when every row has been read, in the order of the rows: warnings only.
///
/// Findings are put into words when they are looked at, since a roster of the wrong form has a million of them.
package struct LateFindings: RandomAccessCollection, Sendable {
    private let packed: [PackedFinding]
    private let words: @Sendable (PackedFinding) -> LateFinding

    /// Makes findings of packed ones.
    ///
    /// - Parameters:
    ///   - packed: in any order.
    ///   - words: puts one into words.
    init(_ packed: [PackedFinding], words: @escaping @Sendable (PackedFinding) -> LateFinding) {
        var packed = packed
        packed.sort()
        self.packed = packed
        self.words = words
    }

    /// 0.
    package var startIndex: Int { 0 }
    /// How many there are.
    package var endIndex: Int { packed.count }

    /// A finding by its index.
    package subscript(index: Int) -> LateFinding { words(packed[index]) }
}
