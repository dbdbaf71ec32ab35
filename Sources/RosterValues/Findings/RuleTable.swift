package import Messages

/// What is said of rules, in the order in which they are listed.
package enum RuleTable {
    /// A rule's severity and texts.
    package struct Entry {
        package let severity: Severity
        package let title, explanation: Message
    }

    private static let entries: [Rule: Entry] = {
        let lines = text.split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: lines.count, by: 3).map { index in
                let parts = lines[index].split(separator: " | ").map(String.init)
                guard parts.count == 4, let rule = Rule(rawValue: parts[0]), let severity = Severity(rawValue: parts[1])
                else { preconditionFailure("\(lines[index]) is no rule") }
                let entry = Entry(
                    severity: severity, title: Message(en: parts[2], vi: parts[3]),
                    explanation: Message(en: String(lines[index + 1]), vi: String(lines[index + 2])))
                return (rule, entry)
            })
    }()

    package static func entry(of rule: Rule) -> Entry {
        guard let entry = entries[rule] else { preconditionFailure("the table of rules lacks \(rule.rawValue)") }
        return entry
    }

    /// Of each rule its code, severity, English and Vietnamese title; below them its explanation in both.
    private static let text = """
        too-few-fields | error | too few fields | thiếu ô trong dòng
        Cells are missing at the end of the row, so that values may stand in the wrong columns. Fill the row up to the \
        header’s last column.
        Thiếu ô ở cuối dòng, nên giá trị có thể đứng sai cột. Hãy điền đủ ô đến cột cuối của tiêu đề.
        too-many-fields | error | too many fields | thừa ô trong dòng
        The row has text beyond the last column, usually from a comma in a cell without quotation marks. Put the cell \
        between quotation marks, or save the workbook as a file again.
        Dòng có chữ ngoài cột cuối, thường do dấu phẩy trong ô không có dấu ngoặc kép. Hãy đặt ô trong dấu ngoặc kép, \
        hoặc lưu lại tệp từ Excel.
        stray-quote | error | stray quotation mark | dấu ngoặc kép sai chỗ
        A quotation mark within a cell may have moved text to other cells. Double it, or take it away.
        Dấu ngoặc kép trong ô có thể đã đẩy chữ sang ô khác. Hãy viết nó hai lần, hoặc bỏ đi.
        unclosed-quote | error | unclosed quotation mark | thiếu dấu ngoặc kép đóng
        The quotation mark is not closed before the end of the file, and all that follows was taken into the cell. \
        Close it, and check the rows after it.
        Dấu ngoặc kép không đóng cho đến hết tệp, và mọi thứ phía sau bị gộp vào ô. Hãy đóng lại và xem các dòng sau.
        swallowed-rows | error | rows swallowed by a cell | ô nuốt cả các dòng sau
        A quotation mark is closed many lines later, and whole rows are hidden in the cell. Close it in its own row.
        Dấu ngoặc kép đóng nhiều dòng sau đó, và cả các dòng bị giấu trong ô. Hãy đóng ngay trong dòng của nó.
        zero-byte | error | zero byte | có ký tự rỗng (byte 0)
        The cell holds a byte that no text has: the file is damaged or not text. Save it from the workbook again.
        Ô có một byte không có trong văn bản nào: tệp hỏng hoặc không phải văn bản. Hãy lưu lại từ tệp Excel.
        undecodable | error | unreadable letters | chữ không đọc được
        The cell holds bytes that are no letters in the file’s encoding, so that letters of a name are lost. Save the \
        file as UTF-8, or name its encoding.
        Ô có byte không phải chữ trong bảng mã của tệp, nên chữ trong tên đã mất. Hãy lưu tệp theo UTF-8, hoặc cho \
        biết bảng mã.
        spreadsheet-error | error | spreadsheet error | ô báo lỗi của bảng tính
        A formula failed, or a column was too narrow, and the value is not in the file. Mend the workbook and save it \
        again.
        Công thức bị lỗi, hoặc cột quá hẹp, nên giá trị không có trong tệp. Hãy sửa trong Excel rồi lưu lại.
        note-row | note | note | dòng ghi chú
        The row is a remark or a signature and belongs to nobody. Nothing is to be done.
        Dòng là ghi chú hoặc chữ ký, không của ai. Không cần làm gì.
        total-row | note | total | dòng tổng cộng
        The row adds up others and belongs to nobody. Nothing is to be done.
        Dòng cộng các dòng khác, không của ai. Không cần làm gì.
        header-row | note | repeated header | dòng tiêu đề lặp lại
        The header or its column numbers stand here again, as on each printed page. Nothing is to be done.
        Tiêu đề hoặc số thứ tự cột lặp lại, như ở đầu mỗi trang in. Không cần làm gì.
        heading-row | note | heading with a hamlet | dòng tiêu đề ghi tên thôn
        The row names the hamlet of the rows below it, which have no column for it. Nothing is to be done.
        Dòng này ghi tên thôn của các dòng bên dưới, vì không có cột thôn. Không cần làm gì.
        struck-row | error | row struck out | dòng bị gạch bỏ
        The whole row is struck out in the workbook, and gets nothing. Delete it, or take the line through it away.
        Cả dòng bị gạch ngang trong tệp Excel nên không được cấp gì. Hãy xóa dòng, hoặc bỏ gạch ngang.
        person-gone | error | dead, moved or struck off | đã chết, chuyển đi hoặc bị xóa tên
        A remark behind the name or among the notes says that the person has died, has moved, is away, or is there twice. \
        Delete the row, or the remark where it is not so.
        Lời ghi sau họ tên hoặc ở cột ghi chú cho biết người này đã chết, đã chuyển đi, vắng mặt hoặc bị trùng. Hãy xóa \
        dòng, hoặc xóa lời ghi nếu không đúng.
        card-text | note | text of an identity card | ô có nội dung mã QR của thẻ CCCD
        A scanner typed the text of an identity card into the cell, and it was taken apart into the row’s cells. Look \
        whether it is the right card.
        Máy quét đã gõ nội dung mã QR của thẻ CCCD vào ô, và nội dung được tách ra các ô của dòng. Hãy xem có đúng thẻ \
        không.
        missing-value | error | missing value | thiếu thông tin bắt buộc
        A card or a poster needs the value. Fill the cell.
        Thẻ hoặc áp phích cần giá trị này. Hãy điền ô.
        too-long | error | too long | nội dung quá dài
        The text does not fit where it is printed. Shorten it, or move remarks to another column.
        Chữ không vừa chỗ in. Hãy viết ngắn lại, hoặc chuyển lời ghi sang cột khác.
        hidden-character | error | invisible character | có ký tự ẩn
        An invisible character makes two texts differ that look the same, and can turn the order of letters. Write the \
        text without it.
        Ký tự ẩn làm hai chữ trông giống nhau mà khác nhau, và có thể đảo thứ tự chữ. Hãy gõ lại không có nó.
        loose-spaces | warning | loose spaces | thừa khoảng trắng
        Spaces at the ends, doubled or of another kind keep a name from being found again. It is printed with single \
        spaces.
        Khoảng trắng ở hai đầu, gấp đôi hoặc loại khác làm tìm không ra tên. Khi in chỉ còn một khoảng trắng.
        decomposed-letters | warning | letters apart from their marks | chữ và dấu tách rời (Unicode tổ hợp)
        The name is typed in decomposed Unicode, in which programs do not find it again. It is printed with whole \
        letters.
        Tên gõ bằng Unicode tổ hợp, các chương trình tìm không ra. Khi in dùng chữ dựng sẵn.
        name-digits | error | digit in a name | họ tên có chữ số
        A name has no digits; a number behind it usually tells people of one name apart. Write the name alone.
        Họ tên không có chữ số; số phía sau thường để phân biệt người trùng tên. Hãy chỉ ghi họ tên.
        name-sign | error | sign in a name | họ tên có ký hiệu lạ
        The name holds a sign that no name has, or no letter at all. Write the name as on the identity paper.
        Họ tên có ký hiệu lạ, hoặc không có chữ nào. Hãy ghi như trên giấy tờ.
        name-lost-letter | error | lost letter | bị mất chữ khi lưu tệp
        A letter was lost when the file was saved in an encoding without it, and what it was is not known. Type it \
        again from the identity paper, and save the file as UTF-8.
        Một chữ đã mất khi lưu tệp bằng bảng mã không có chữ đó, và không biết là chữ gì. Hãy gõ lại theo giấy tờ và \
        lưu tệp theo UTF-8.
        name-script | error | letter of another script | chữ không thuộc bảng chữ Latinh
        The name holds letters that a card does not print. Write the name in Latin letters as on the passport.
        Họ tên có chữ mà thẻ không in được. Hãy ghi bằng chữ Latinh như trên hộ chiếu.
        name-look-alike | error | letter that only looks right | chữ trông giống nhưng sai mã
        A Cyrillic, Greek, Icelandic or fullwidth letter stands for a Latin one, and no search finds the name. Write \
        it with the Latin letter.
        Một chữ Kirin, Hy Lạp, Iceland hoặc chữ toàn khổ đứng thay chữ Latinh, nên tìm không ra tên. Hãy gõ bằng chữ \
        Latinh.
        name-garbled | error | name in an old font’s code | họ tên sai bảng mã (TCVN3, VNI)
        The name was typed in a font of before Unicode, or its encoding was misread. Compare the proposed name with \
        the identity paper.
        Họ tên gõ bằng phông chữ trước Unicode, hoặc bảng mã bị đọc sai. Hãy so tên đề nghị với giấy tờ.
        name-foreign-letter | warning | foreign letter | chữ có dấu ngoài tiếng Việt
        The name holds a Latin letter that Vietnamese does not have: it may be a foreigner’s, or a slip. Compare it \
        with the identity paper.
        Họ tên có chữ Latinh mà tiếng Việt không có: có thể là tên người nước ngoài, hoặc gõ nhầm. Hãy so với giấy tờ.
        name-capitals | warning | name in capitals | họ tên viết hoa toàn bộ
        Cards look alike when names are written alike. Write capitals at the beginning of words alone.
        Thẻ trông như nhau khi họ tên viết như nhau. Chỉ viết hoa chữ đầu mỗi từ.
        name-small-letters | warning | name in small letters | họ tên không viết hoa đầu từ
        Names begin each word with a capital. Write it so.
        Mỗi từ của họ tên viết hoa chữ đầu. Hãy viết như vậy.
        name-single-word | warning | single word | họ tên chỉ có một từ
        The family name or the given name may be missing. Compare it with the identity paper.
        Có thể thiếu họ hoặc tên. Hãy so với giấy tờ.
        name-dropped-letters | warning | letters with accents lost | họ tên mất các chữ có dấu
        The name looks like one whose letters with accents were dropped, as some scanners do. Type it again from the \
        identity paper.
        Họ tên có vẻ đã mất các chữ có dấu, như khi máy quét gõ không đúng. Hãy gõ lại theo giấy tờ.
        name-typing-keys | warning | typing keys left in a name | họ tên còn phím gõ Telex hoặc VNI
        The name was typed while the Vietnamese keyboard was off, so that its keys stayed in it. Take the proposed name \
        where it is right.
        Họ tên gõ khi chưa bật bộ gõ tiếng Việt, nên còn phím gõ bên trong. Hãy nhận tên đề nghị nếu đúng.
        not-a-date | error | not a date | ngày sinh không đọc được
        The cell is read neither as dd/mm/yyyy nor as a year. Write the date so, or the year alone where the day is \
        not known.
        Không đọc được ô theo dd/mm/yyyy, cũng không phải năm. Hãy ghi ngày như vậy, hoặc chỉ ghi năm khi không rõ \
        ngày.
        impossible-date | error | impossible date | ngày sinh không có trong lịch
        The calendar has no such day. Look it up on the identity paper, or write the year alone.
        Lịch không có ngày này. Hãy xem giấy tờ, hoặc chỉ ghi năm.
        future-date | error | date in the future | ngày sinh ở tương lai
        Nobody is born after today; spreadsheets take a year such as 29 for 2029. Look the year up.
        Không ai sinh sau hôm nay; bảng tính hiểu năm như 29 là 2029. Hãy xem lại năm.
        too-early | error | date too early | ngày sinh trước năm 1900
        Nobody alive was born before 1900. Look the year up.
        Không người nào đang sống sinh trước năm 1900. Hãy xem lại năm.
        old-age | warning | very old | tuổi quá cao
        The date makes the person older than anybody known. Look the year up, and whether the person is still alive.
        Ngày này cho tuổi cao hơn mọi người từng biết. Hãy xem lại năm, và người đó còn sống không.
        month-first | error | month before day | tháng đứng trước ngày
        The date is written as in America, and others of the file may be too without showing it. Check the dates of \
        the whole file.
        Ngày ghi theo lối Mỹ, và các ngày khác trong tệp có thể cũng vậy mà không lộ ra. Hãy xem ngày của cả tệp.
        month-first-file | warning | file with the month first | tệp ghi tháng trước ngày
        The file writes the month first where it shows, so this date may have another day and month than it seems. \
        Check it.
        Chỗ nào nhận ra được thì tệp ghi tháng trước, nên ngày này có thể bị đảo ngày và tháng. Hãy xem lại.
        serial-date | error | date as a number | ngày sinh thành số của Excel
        The cell holds the number by which Excel counts the day. Format the column as a date and save the file again, \
        or take the proposed date.
        Ô có số mà Excel dùng để đếm ngày. Hãy định dạng cột là ngày rồi lưu lại, hoặc nhận ngày đề nghị.
        short-year | error | year of two digits | năm sinh chỉ có hai chữ số
        Two digits do not tell 1920 from 2020. Write the year with four.
        Hai chữ số không phân biệt 1920 với 2020. Hãy ghi năm đủ bốn chữ số.
        unknown-sex | error | unknown sex | giới tính không hợp lệ
        The cell is read where it says Nam or Nữ. Write one of them, or leave it empty.
        Ô chỉ đọc được khi ghi Nam hoặc Nữ. Hãy ghi một trong hai, hoặc để trống.
        sex-against-id | warning | sex against the CCCD | giới tính không khớp số CCCD
        The fourth digit of a CCCD tells the sex, and the row says the other. One of the two cells is wrong, or the \
        number is another person’s.
        Chữ số thứ tư của CCCD cho biết giới tính, mà dòng ghi khác. Một trong hai ô sai, hoặc số của người khác.
        sex-against-name | warning | sex against the name | giới tính không khớp tên đệm
        The middle name is usual for the other sex. It is a hint alone: look at the identity paper.
        Tên đệm thường dùng cho giới kia. Đây chỉ là gợi ý: hãy xem giấy tờ.
        id-not-digits | error | identity number with other signs | số CCCD/CMND có ký tự lạ
        The number of a CCCD or CMND is 9 or 12 digits. Write the digits alone, or leave the cell empty.
        Số CCCD có 12, số CMND có 9 chữ số. Hãy chỉ ghi chữ số, hoặc để trống ô.
        id-length | error | identity number of a wrong length | số CCCD/CMND sai số chữ số
        A digit is missing or too many. Look the number up on the card.
        Thiếu hoặc thừa chữ số. Hãy xem số trên thẻ.
        id-lost-zero | error | identity number without its zero | số CCCD/CMND mất số 0 ở đầu
        Excel takes the zero in front of a number away. Format the column as text before typing, or take the proposed \
        number where it is right.
        Excel bỏ số 0 ở đầu. Hãy định dạng cột là Văn bản trước khi gõ, hoặc nhận số đề nghị nếu đúng.
        id-exponent | error | identity number with an exponent | số CCCD/CMND thành dạng 4.6E+10
        Excel showed the number in short, and its digits are not in the file. Format the column as text in the \
        original workbook and save the file again.
        Excel đã hiện số ở dạng rút gọn, và các chữ số không còn trong tệp. Hãy định dạng cột là Văn bản trong tệp gốc \
        rồi lưu lại.
        id-province | warning | unknown province | mã tỉnh trong CCCD không có
        The first three digits of a CCCD are a province’s code, and these are none’s. Look the number up on the card.
        Ba chữ số đầu của CCCD là mã tỉnh, mà mã này không có. Hãy xem số trên thẻ.
        id-century | warning | century against the CCCD | thế kỷ sinh không khớp số CCCD
        The fourth digit of a CCCD tells the century of birth, and the row says another. One of the two cells is \
        wrong.
        Chữ số thứ tư của CCCD cho biết thế kỷ sinh, mà dòng ghi khác. Một trong hai ô sai.
        id-year | warning | year against the CCCD | năm sinh không khớp số CCCD
        The fifth and sixth digits of a CCCD tell the year of birth, and the row says another. One of the two cells is \
        wrong.
        Chữ số thứ năm và thứ sáu của CCCD cho biết năm sinh, mà dòng ghi khác. Một trong hai ô sai.
        phone-not-a-number | warning | no telephone number | số điện thoại không hợp lệ
        The number cannot be dialled in Vietnam. Ask for it again, or leave the cell empty.
        Số này không gọi được ở Việt Nam. Hãy hỏi lại, hoặc để trống ô.
        phone-lost-zero | warning | telephone number without its zero | số điện thoại mất số 0 ở đầu
        Excel takes the zero in front of a number away. Format the column as text before typing, or take the proposed \
        number.
        Excel bỏ số 0 ở đầu. Hãy định dạng cột là Văn bản trước khi gõ, hoặc nhận số đề nghị.
        phone-old-prefix | warning | telephone number of before 2018 | số điện thoại đầu số cũ
        Numbers of eleven digits got new prefixes of ten in 2018. Take the proposed number.
        Năm 2018 số 11 chữ số đổi thành đầu số mới 10 chữ số. Hãy nhận số đề nghị.
        phone-country-code | warning | telephone number with 84 | số điện thoại có mã nước 84
        Numbers are printed as they are dialled within the country, from 0. Take the proposed number.
        Số được in như khi gọi trong nước, từ số 0. Hãy nhận số đề nghị.
        duplicate-id | error | identity number twice | trùng số CCCD/CMND
        Two rows have the number, which one person has alone. Find out whose it is, or delete the row that is too \
        many.
        Hai dòng có cùng một số, mà số này chỉ của một người. Hãy tìm xem của ai, hoặc xóa dòng thừa.
        duplicate-person | error | person twice | trùng người
        The person stands in another row already, and would get two cards. Delete one of the rows, or write what tells \
        the two apart.
        Người này đã có ở dòng khác và sẽ nhận hai thẻ. Hãy xóa một dòng, hoặc ghi điều phân biệt hai người.
        duplicate-venue | error | venue twice | trùng địa điểm
        The place stands in another row already, and would get two posters. Delete one of the rows.
        Địa điểm này đã có ở dòng khác và sẽ nhận hai áp phích. Hãy xóa một dòng.
        household-carried | note | household from above | mã hộ lấy từ dòng trên
        The cell is empty, and the household of the row above was taken, as household books mean it. Nothing is to be \
        done.
        Ô trống, nên lấy mã hộ của dòng trên, như trong sổ hộ. Không cần làm gì.
        household-no-head | warning | household without a head | hộ không có chủ hộ
        No row of the household is its head. A row may be missing, or its relation may be wrong.
        Không dòng nào của hộ là chủ hộ. Có thể thiếu một dòng, hoặc quan hệ ghi sai.
        household-two-heads | warning | household with two heads | hộ có hai chủ hộ
        Two households may have one code, or a relation may be wrong. Look at the household book.
        Có thể hai hộ chung một mã, hoặc quan hệ ghi sai. Hãy xem sổ hộ khẩu.
        relation-against-sex | warning | relation against the sex | quan hệ không khớp giới tính
        The word for the relation is said of the other sex. One of the two cells is wrong, or the rows were moved.
        Từ chỉ quan hệ là của giới kia. Một trong hai ô sai, hoặc các dòng bị xê dịch.
        relation-against-age | warning | relation against the age | quan hệ không khớp tuổi
        The years between the person and the head do not suit the relation. A date of birth or the relation is wrong.
        Số tuổi giữa người này và chủ hộ không hợp với quan hệ. Ngày sinh hoặc quan hệ ghi sai.
        unknown-hamlet | warning | unknown hamlet | tên thôn, tổ không có trong danh sách
        The hamlet is not among those that the office lists, so its cards come in a bundle of their own. Write the \
        name as in the list.
        Thôn không có trong danh sách của cơ quan, nên thẻ thành một tập riêng. Hãy ghi tên như trong danh sách.
        unknown-commune | warning | unknown commune | tên xã, phường không có trong danh sách
        The commune is not among those that the office lists. Write the name as in the list.
        Xã không có trong danh sách của cơ quan. Hãy ghi tên như trong danh sách.
        unknown-venue-type | error | unknown type of venue | loại hình địa điểm không rõ
        The poster and the statistics need one of the eight types. Write a known word, as in Trường học, Chợ or Cơ \
        quan, or its number.
        Áp phích và thống kê cần một trong tám loại hình. Hãy ghi từ đã biết, như Trường học, Chợ hoặc Cơ quan, hoặc \
        số của nó.
        """
}
