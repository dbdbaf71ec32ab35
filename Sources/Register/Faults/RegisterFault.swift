package import Messages
package import Payload

/// Something in a register that Mocban did not write so.
package enum RegisterFault: Sendable, Hashable, CustomStringConvertible {
    // Entries of the log, by their numbers; `about` says what an entry is about.
    case missing(ClosedRange<Int>), added(Int), changed(Int, about: Message), subjectMissing(Int, about: Message)
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
    case head(Message)
    /// An index does not fit its table, or a value its column, in SQLite's words.
    case structure(String)
    /// A table, index, trigger or view is not as Mocban makes it.
    case schema(String)
    case row(table: String, number: Int)

    package var description: String { message.english }

    /// The fault for a person, as a sentence without its end.
    package var message: Message {
        switch self {
        case .missing(let range) where range.count == 1:
            Message(en: "entry \(range.lowerBound) is missing", vi: "thiếu mục \(range.lowerBound)")
        case .missing(let range):
            Message(
                en: "entries \(range.lowerBound) to \(range.upperBound) are missing",
                vi: "thiếu các mục từ \(range.lowerBound) đến \(range.upperBound)")
        case .added(let number):
            Message(
                en: "entry \(number) was added: the log begins with entry 1",
                vi: "mục \(number) bị thêm vào: nhật ký sổ bắt đầu từ mục 1")
        case .changed(let number, let about):
            Message(
                en: "entry \(number) (\(about.english)) was changed, or what it is about",
                vi: "mục \(number) (\(about.vietnamese)) đã bị sửa, hoặc nội dung mà mục nói đến đã bị sửa")
        case .subjectMissing(let number, let about):
            Message(
                en: "entry \(number) (\(about.english)) is about something that is not there",
                vi: "mục \(number) (\(about.vietnamese)) nói đến một nội dung không có")
        case .swapped(let number):
            Message(
                en: "entries \(number) and \(number + 1) are out of order",
                vi: "các mục \(number) và \(number + 1) không đúng thứ tự")
        case .cutOff(let last, let end):
            Message(
                en: "entries after \(last) were cut off: the log ended with entry \(end)",
                vi: "các mục sau mục \(last) đã bị cắt: nhật ký sổ từng kết thúc ở mục \(end)")
        case .afterEnd(let end):
            Message(
                en: "entries after \(end) were added, or the record of the log's end is an older one",
                vi: "các mục sau mục \(end) bị thêm vào, hoặc bản ghi điểm cuối nhật ký là bản cũ")
        case .endChanged:
            Message(
                en: "the record of the log's end was changed: entries may be cut off",
                vi: "bản ghi điểm cuối nhật ký đã bị sửa: có thể đã mất một số mục")
        case .issued(let serial, 0):
            Message(
                en: "the card \(serial) was never issued: the log has no entry of it",
                vi: "thẻ \(serial) chưa từng được cấp: nhật ký sổ không có mục nào về thẻ này")
        case .issued(let serial, let times):
            Message(
                en: "the card \(serial) was issued \(times) times in the log",
                vi: "theo nhật ký sổ, thẻ \(serial) đã được cấp \(times) lần")
        case .record(let serial):
            Message(
                en: "the card \(serial) was changed: its data are not those that it was issued with",
                vi: "thẻ \(serial) đã bị sửa: dữ liệu không phải là dữ liệu khi cấp")
        case .remembered(let serial):
            Message(
                en: "the card \(serial) has personal data, though its holder was forgotten",
                vi: "thẻ \(serial) còn dữ liệu cá nhân, dù dữ liệu của người được cấp đã bị xóa")
        case .revocation(let serial, nil):
            Message(
                en: "the card \(serial) is marked as revoked; the log says that it is not",
                vi: "thẻ \(serial) được đánh dấu thu hồi; theo nhật ký sổ thì không")
        case .revocation(let serial, let entry?):
            Message(
                en: "the card \(serial) was revoked by entry \(entry) and is not marked so",
                vi: "thẻ \(serial) đã bị thu hồi ở mục \(entry) mà không được đánh dấu")
        case .cutOffMoment(let key):
            Message(
                en: "what is revoked by the key \(key) is not what the log says",
                vi: "những gì bị thu hồi theo khóa \(key) không đúng với nhật ký sổ")
        case .file(let run, let name):
            Message(
                en: "the file \(name) of run \(run) has no entry in the log",
                vi: "tệp \(name) của đợt in \(run) không có mục nào trong nhật ký sổ")
        case .prints(let file):
            Message(
                en: "sheets are registered of a file that is not there (number \(file))",
                vi: "sổ ghi các tờ của một tệp không có (số \(file))")
        case .run(let run):
            Message(en: "run \(run) is not as the log has it", vi: "đợt in \(run) không đúng với nhật ký sổ")
        case .holder(let number):
            Message(en: "holder \(number) has no card", vi: "người được cấp thẻ số \(number) không có thẻ")
        case .otherKeys:
            Message(
                en: "keys of holders were added: they came with no card",
                vi: "có khóa nhận dạng người bị thêm vào: không kèm theo thẻ nào")
        case .nameIndex:
            Message(
                en: "the search index of names does not fit the names: a search may miss some",
                vi: "chỉ mục tìm tên không khớp với các tên: tìm kiếm có thể bỏ sót")
        case .namesakes:
            Message(
                en: "the list of people without a national ID does not fit the cards: a correction may miss "
                    + "its person",
                vi: "danh sách người không có CCCD không khớp với các thẻ: khi sửa có thể không tìm đúng " + "người")
        case .state:
            Message(
                en: "what is revoked, counts of people or numbers of revocation lists are not as they were "
                    + "written", vi: "nội dung thu hồi, số người hoặc số của danh sách thu hồi không còn như khi ghi")
        case .head(let reason): reason
        case .structure(let reason):
            Message(
                en: "a table and its index or rule disagree: \(reason)",
                vi: "một bảng không khớp với chỉ mục hoặc quy tắc của nó: \(reason)")
        case .schema(let name):
            Message(
                en: "the table or index \(name) is not as Mocban makes it",
                vi: "bảng hoặc chỉ mục \(name) không đúng như Mocban lập")
        case .row(let table, let number):
            Message(
                en: "row \(number) of the table \(table) is not as Mocban writes it",
                vi: "dòng \(number) của bảng \(table) không đúng như Mocban ghi")
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
