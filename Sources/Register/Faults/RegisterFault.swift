package import Payload

/// Something in a register that Mocban did not write so.
package enum RegisterFault: Sendable, Hashable, CustomStringConvertible {
    // Entries of the log, by their numbers; `about` says what an entry is about.
    case missing(ClosedRange<Int>), added(Int), changed(Int, about: String), subjectMissing(Int, about: String)
    case swapped(Int), cutOff(after: Int, end: Int), afterEnd(Int), endChanged
    // Cards.
    case issued(Serial, times: Int), record(Serial), remembered(Serial)
    /// A card is revoked in its table and not by the log, or the other way round.
    case revocation(Serial, entry: Int?)
    case cutOffMoment(KeyID)
    /// A run has no entry, or whether its files have their names is not what the log says.
    case run(Int)
    case file(run: Int, name: String), prints(file: Int), holder(Int), otherKeys, nameIndex, namesakes
    /// What no entry vouches for, and what is revoked, is not as it was sealed.
    case state
    /// The log is not the one, or not all of the one, that an end of it which is kept elsewhere is of.
    case head(String)
    /// An index does not fit its table, or a value its column, in SQLite's words.
    case structure(String)
    /// A table, index, trigger or view is not as Mocban makes it.
    case schema(String)
    case row(table: String, number: Int)

    /// The fault for a person, as a sentence without its end.
    package var description: String {
        switch self {
        case .missing(let range) where range.count == 1: "entry \(range.lowerBound) is missing"
        case .missing(let range): "entries \(range.lowerBound) to \(range.upperBound) are missing"
        case .added(let number): "entry \(number) was added: the log begins with entry 1"
        case .changed(let number, let about): "entry \(number) (\(about)) was changed, or what it is about"
        case .subjectMissing(let number, let about): "entry \(number) (\(about)) is about something that is not there"
        case .swapped(let number): "entries \(number) and \(number + 1) are out of order"
        case .cutOff(let last, let end): "entries after \(last) were cut off: the log ended with entry \(end)"
        case .afterEnd(let end): "entries after \(end) were added, or the record of the log's end is an older one"
        case .endChanged: "the record of the log's end was changed: entries may be cut off"
        case .issued(let serial, 0): "the card \(serial) was never issued: the log has no entry of it"
        case .issued(let serial, let times): "the card \(serial) was issued \(times) times in the log"
        case .record(let serial): "the card \(serial) was changed: its data are not those that it was issued with"
        case .remembered(let serial): "the card \(serial) has personal data, though its holder was forgotten"
        case .revocation(let serial, nil): "the card \(serial) is marked as revoked; the log says that it is not"
        case .revocation(let serial, let entry?):
            "the card \(serial) was revoked by entry \(entry) and is not marked so"
        case .cutOffMoment(let key): "what is revoked by the key \(key) is not what the log says"
        case .file(let run, let name): "the file \(name) of run \(run) has no entry in the log"
        case .prints(let file): "sheets are registered of a file that is not there (number \(file))"
        case .run(let run): "run \(run) is not as the log has it"
        case .holder(let number): "holder \(number) has no card"
        case .otherKeys: "keys of holders were added: they came with no card"
        case .nameIndex: "the search index of names does not fit the names: a search may miss some"
        case .namesakes:
            "the list of people without a national ID does not fit the cards: a correction may miss its person"
        case .state: "what is revoked, counts of people or numbers of revocation lists are not as they were written"
        case .head(let reason): reason
        case .structure(let reason): "a table and its index or rule disagree: \(reason)"
        case .schema(let name): "the table or index \(name) is not as Mocban makes it"
        case .row(let table, let number): "row \(number) of the table \(table) is not as Mocban writes it"
        }
    }

    /// The number of the log's entry where it is, where it is one.
    package var entry: Int? {
        switch self {
        case .missing(let range): range.lowerBound
        case .added(let number), .changed(let number, _), .subjectMissing(let number, _), .swapped(let number): number
        case .cutOff(let last, _): last + 1
        case .afterEnd(let end): end + 1
        case .revocation(_, let entry): entry
        default: nil
        }
    }
}
