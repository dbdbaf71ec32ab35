/// What shows only when every row has been read, in the order of the rows: warnings only.
///
/// Findings are put into words when they are looked at, since a roster of the wrong form has a million of them.
public struct LateFindings: RandomAccessCollection, Sendable {
    private let notes: [LateNote]
    private let words: @Sendable (LateNote) -> LateFinding

    /// Makes findings of notes.
    ///
    /// - Parameters:
    ///   - notes: in any order.
    ///   - words: puts a note into words.
    init(_ notes: [LateNote], words: @escaping @Sendable (LateNote) -> LateFinding) {
        var notes = notes
        notes.sort()
        self.notes = notes
        self.words = words
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { notes.count }

    /// A finding by its place among all.
    public subscript(place: Int) -> LateFinding { words(notes[place]) }
}
