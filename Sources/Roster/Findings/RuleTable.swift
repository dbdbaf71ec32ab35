/// What is said of rules, in the order in which they are listed.
enum RuleTable {
    /// A rule's severity and texts.
    struct Entry {
        let severity: Severity
        let title, vietnamese, explanation: String
    }

    private static let entries: [Rule: Entry] = {
        let lines = text.split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: lines.count, by: 2).map { index in
                let parts = lines[index].split(separator: " | ").map(String.init)
                guard parts.count == 4, let rule = Rule(rawValue: parts[0]), let severity = Severity(rawValue: parts[1])
                else { preconditionFailure("\(lines[index]) is no rule") }
                let entry = Entry(
                    severity: severity, title: parts[2], vietnamese: parts[3], explanation: String(lines[index + 1]))
                return (rule, entry)
            })
    }()

    static func entry(of rule: Rule) -> Entry {
        guard let entry = entries[rule] else { preconditionFailure("the table of rules lacks \(rule.rawValue)") }
        return entry
    }

    /// Of each rule its code, severity, English and Vietnamese title; below them its explanation.
    private static let text = """
        too-few-fields | error | too few fields | thiếu ô trong dòng
        Cells are missing at the end of the row, so that values may stand in the wrong columns. Fill the row up to the \
        header’s last column.
        too-many-fields | error | too many fields | thừa ô trong dòng
        The row has text beyond the last column, usually from a comma in a cell without quotation marks. Put the cell \
        between quotation marks, or save the workbook as a file again.
        stray-quote | error | stray quotation mark | dấu ngoặc kép sai chỗ
        A quotation mark within a cell may have moved text to other cells. Double it, or take it away.
        unclosed-quote | error | unclosed quotation mark | thiếu dấu ngoặc kép đóng
        The quotation mark is not closed before the end of the file, and all that follows was taken into the cell. \
        Close it, and check the rows after it.
        swallowed-rows | error | rows swallowed by a cell | ô nuốt cả các dòng sau
        A quotation mark is closed many lines later, and whole rows are hidden in the cell. Close it in its own row.
        zero-byte | error | zero byte | có ký tự rỗng (byte 0)
        The cell holds a byte that no text has: the file is damaged or not text. Save it from the workbook again.
        undecodable | error | unreadable letters | chữ không đọc được
        The cell holds bytes that are no letters in the file’s encoding, so that letters of a name are lost. Save the \
        file as UTF-8, or name its encoding.
        spreadsheet-error | error | spreadsheet error | ô báo lỗi của bảng tính
        A formula failed, or a column was too narrow, and the value is not in the file. Mend the workbook and save it \
        again.
        note-row | note | note | dòng ghi chú
        The row is a remark or a signature and belongs to nobody. Nothing is to be done.
        total-row | note | total | dòng tổng cộng
        The row adds up others and belongs to nobody. Nothing is to be done.
        header-row | note | repeated header | dòng tiêu đề lặp lại
        The header or its column numbers stand here again, as on each printed page. Nothing is to be done.
        card-text | note | text of an identity card | ô có nội dung mã QR của thẻ CCCD
        A scanner typed the text of an identity card into the cell, and it was taken apart into the row’s cells. Look \
        whether it is the right card.
        missing-value | error | missing value | thiếu thông tin bắt buộc
        A card or a poster needs the value. Fill the cell.
        too-long | error | too long | nội dung quá dài
        The text does not fit where it is printed. Shorten it, or move remarks to another column.
        hidden-character | error | invisible character | có ký tự ẩn
        An invisible character makes two texts differ that look the same, and can turn the order of letters. Write the \
        text without it.
        loose-spaces | warning | loose spaces | thừa khoảng trắng
        Spaces at the ends, doubled or of another kind keep a name from being found again. It is printed with single \
        spaces.
        decomposed-letters | warning | letters apart from their marks | chữ và dấu tách rời (Unicode tổ hợp)
        The name is typed in decomposed Unicode, in which programs do not find it again. It is printed with whole \
        letters.
        name-digits | error | digit in a name | họ tên có chữ số
        A name has no digits; a number behind it usually tells people of one name apart. Write the name alone.
        name-sign | error | sign in a name | họ tên có ký hiệu lạ
        The name holds a sign that no name has, or no letter at all. Write the name as on the identity paper.
        name-lost-letter | error | lost letter | bị mất chữ khi lưu tệp
        A letter was lost when the file was saved in an encoding without it, and what it was is not known. Type it \
        again from the identity paper, and save the file as UTF-8.
        name-script | error | letter of another script | chữ không thuộc bảng chữ Latinh
        The name holds letters that a card does not print. Write the name in Latin letters as on the passport.
        name-look-alike | error | letter that only looks right | chữ trông giống nhưng sai mã
        A Cyrillic, Greek, Icelandic or fullwidth letter stands for a Latin one, and no search finds the name. Write \
        it with the Latin letter.
        name-garbled | error | name in an old font’s code | họ tên sai bảng mã (TCVN3, VNI)
        The name was typed in a font of before Unicode, or its encoding was misread. Compare the proposed name with \
        the identity paper.
        name-foreign-letter | warning | foreign letter | chữ có dấu ngoài tiếng Việt
        The name holds a Latin letter that Vietnamese does not have: it may be a foreigner’s, or a slip. Compare it \
        with the identity paper.
        name-capitals | warning | name in capitals | họ tên viết hoa toàn bộ
        Cards look alike when names are written alike. Write capitals at the beginning of words alone.
        name-small-letters | warning | name in small letters | họ tên không viết hoa đầu từ
        Names begin each word with a capital. Write it so.
        name-single-word | warning | single word | họ tên chỉ có một từ
        The family name or the given name may be missing. Compare it with the identity paper.
        not-a-date | error | not a date | ngày sinh không đọc được
        The cell is read neither as dd/mm/yyyy nor as a year. Write the date so, or the year alone where the day is \
        not known.
        impossible-date | error | impossible date | ngày sinh không có trong lịch
        The calendar has no such day. Look it up on the identity paper, or write the year alone.
        future-date | error | date in the future | ngày sinh ở tương lai
        Nobody is born after today; spreadsheets take a year such as 29 for 2029. Look the year up.
        too-early | error | date too early | ngày sinh trước năm 1900
        Nobody alive was born before 1900. Look the year up.
        old-age | warning | very old | tuổi quá cao
        The date makes the person older than anybody known. Look the year up, and whether the person is still alive.
        month-first | error | month before day | tháng đứng trước ngày
        The date is written as in America, and others of the file may be too without showing it. Check the dates of \
        the whole file.
        month-first-file | warning | file with the month first | tệp ghi tháng trước ngày
        The file writes the month first where it shows, so this date may have another day and month than it seems. \
        Check it.
        serial-date | error | date as a number | ngày sinh thành số của Excel
        The cell holds the number by which Excel counts the day. Format the column as a date and save the file again, \
        or take the proposed date.
        short-year | error | year of two digits | năm sinh chỉ có hai chữ số
        Two digits do not tell 1920 from 2020. Write the year with four.
        unknown-sex | error | unknown sex | giới tính không hợp lệ
        The cell is read where it says Nam or Nữ. Write one of them, or leave it empty.
        sex-against-id | warning | sex against the CCCD | giới tính không khớp số CCCD
        The fourth digit of a CCCD tells the sex, and the row says the other. One of the two cells is wrong, or the \
        number is another person’s.
        sex-against-name | warning | sex against the name | giới tính không khớp tên đệm
        The middle name is usual for the other sex. It is a hint alone: look at the identity paper.
        id-not-digits | error | identity number with other signs | số CCCD/CMND có ký tự lạ
        The number of a CCCD or CMND is 9 or 12 digits. Write the digits alone, or leave the cell empty.
        id-length | error | identity number of a wrong length | số CCCD/CMND sai số chữ số
        A digit is missing or too many. Look the number up on the card.
        id-lost-zero | error | identity number without its zero | số CCCD/CMND mất số 0 ở đầu
        Excel takes the zero in front of a number away. Format the column as text before typing, or take the proposed \
        number where it is right.
        id-exponent | error | identity number with an exponent | số CCCD/CMND thành dạng 4.6E+10
        Excel showed the number in short, and its digits are not in the file. Format the column as text in the \
        original workbook and save the file again.
        id-province | warning | unknown province | mã tỉnh trong CCCD không có
        The first three digits of a CCCD are a province’s code, and these are none’s. Look the number up on the card.
        id-century | warning | century against the CCCD | thế kỷ sinh không khớp số CCCD
        The fourth digit of a CCCD tells the century of birth, and the row says another. One of the two cells is \
        wrong.
        id-year | warning | year against the CCCD | năm sinh không khớp số CCCD
        The fifth and sixth digits of a CCCD tell the year of birth, and the row says another. One of the two cells is \
        wrong.
        phone-not-a-number | warning | no telephone number | số điện thoại không hợp lệ
        The number cannot be dialled in Vietnam. Ask for it again, or leave the cell empty.
        phone-lost-zero | warning | telephone number without its zero | số điện thoại mất số 0 ở đầu
        Excel takes the zero in front of a number away. Format the column as text before typing, or take the proposed \
        number.
        phone-old-prefix | warning | telephone number of before 2018 | số điện thoại đầu số cũ
        Numbers of eleven digits got new prefixes of ten in 2018. Take the proposed number.
        phone-country-code | warning | telephone number with 84 | số điện thoại có mã nước 84
        Numbers are printed as they are dialled within the country, from 0. Take the proposed number.
        duplicate-id | error | identity number twice | trùng số CCCD/CMND
        Two rows have the number, which one person has alone. Find out whose it is, or delete the row that is too \
        many.
        duplicate-person | error | person twice | trùng người
        The person stands in another row already, and would get two cards. Delete one of the rows, or write what tells \
        the two apart.
        duplicate-venue | error | venue twice | trùng địa điểm
        The place stands in another row already, and would get two posters. Delete one of the rows.
        household-carried | note | household from above | mã hộ lấy từ dòng trên
        The cell is empty, and the household of the row above was taken, as household books mean it. Nothing is to be \
        done.
        household-no-head | warning | household without a head | hộ không có chủ hộ
        No row of the household is its head. A row may be missing, or its relation may be wrong.
        household-two-heads | warning | household with two heads | hộ có hai chủ hộ
        Two households may have one code, or a relation may be wrong. Look at the household book.
        relation-against-sex | warning | relation against the sex | quan hệ không khớp giới tính
        The word for the relation is said of the other sex. One of the two cells is wrong, or the rows were moved.
        relation-against-age | warning | relation against the age | quan hệ không khớp tuổi
        The years between the person and the head do not suit the relation. A date of birth or the relation is wrong.
        unknown-hamlet | warning | unknown hamlet | tên thôn, tổ không có trong danh sách
        The hamlet is not among those that the office lists, so its cards come in a bundle of their own. Write the \
        name as in the list.
        unknown-commune | warning | unknown commune | tên xã, phường không có trong danh sách
        The commune is not among those that the office lists. Write the name as in the list.
        unknown-venue-type | error | unknown type of venue | loại hình địa điểm không rõ
        The poster and the statistics need one of the eight types. Write a known word, as in Trường học, Chợ or Cơ \
        quan, or its number.
        """
}
