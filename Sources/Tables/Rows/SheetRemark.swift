package import Messages

/// Something about a sheet that a person should know who wants to be sure that it was read rightly.
package struct SheetRemark: Equatable, Sendable {
    package enum Kind: Hashable, CaseIterable, Sendable {
        /// Rows that Excel does not show; they are read as well.
        case hiddenRows
        /// Columns that Excel does not show; they are read as well.
        case hiddenColumns
        /// Cells merged into one: those below the first one have its text, those beside it are empty.
        case mergedCells
        /// Cells of which a text, or a part of it, is struck out; it is left out.
        case struckText
        /// Cells with an error such as `#N/A`, read as that text.
        case errors
        /// Formulas whose result the file does not have; their cells are read as empty.
        case formulasWithoutResult
        /// Formulas in a workbook whose results Excel would calculate when it opens it: they may be missing or old.
        case uncalculatedFormulas
        /// Cells in a font of TCVN3, such as `.VnTime`, turned into Unicode.
        case tcvn3
        /// Cells in a font of VNI, such as `VNI-Times`, turned into Unicode.
        case vni
        /// Days counted from 1904 rather than 1900.
        case datesFrom1904
        /// Days before 1 January 1900 or after 31 December 9999, which are no dates, and 29 February 1900.
        case impossibleDates
        /// Dates of the days 1900 to 2100, in the years 1905: a year that was typed into a cell for dates.
        case yearsAsDates
        /// Numbers of more than 15 digits, of which Excel keeps the first 15 only.
        case longNumbers
        /// Cells for numbers that have another text, which is read as it is.
        case badNumbers
    }

    package let kind: Kind
    /// How many cells, rows, columns or ranges there are.
    package let count: Int
    /// The first of them, at most 20: `B7`, `5:9` for rows, `C:D` for columns, `A1:B2` for a range.
    package let references: [String]
    /// The name of the font for a legacy font's cells, else nil.
    package let fontName: String?
}

extension SheetRemark: CustomStringConvertible {
    package var description: String { message.english }

    /// One sentence, with the positions.
    package var message: Message {
        Message(
            en: "\(english) (\(positions)\(hasOthers ? " and others" : "")).",
            vi: "\(count) \(vietnamese) (\(positions)\(hasOthers ? " và nơi khác" : "")).")
    }

    private var positions: String { references.prefix(5).joined(separator: ", ") }

    private var hasOthers: Bool { references.count > 5 || count > references.count && !isOfRanges }

    private var isOfRanges: Bool { kind == .hiddenRows || kind == .hiddenColumns }

    private func counted(_ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }

    private var english: String {
        let font = fontName.map { ", the font \($0)," } ?? ""
        return switch kind {
        case .hiddenRows: counted("hidden row is read too", "hidden rows are read too")
        case .hiddenColumns: counted("hidden column is read too", "hidden columns are read too")
        case .mergedCells: counted("merged range", "merged ranges") + ": the text of the first cell holds for all rows"
        case .struckText: counted("cell has", "cells have") + " struck-out text, which is left out"
        case .errors: counted("cell has an error of Excel", "cells have an error of Excel")
        case .formulasWithoutResult:
            counted("formula has", "formulas have") + " no result in the file: open and save it in Excel"
        case .uncalculatedFormulas:
            counted("formula was", "formulas were") + " never calculated by Excel: open and save the file in Excel"
        case .tcvn3: counted("cell", "cells") + " in TCVN3\(font) turned into Unicode"
        case .vni: counted("cell", "cells") + " in VNI\(font) turned into Unicode"
        case .datesFrom1904: counted("date is", "dates are") + " counted from 1904, as this workbook does"
        case .impossibleDates: counted("cell for a date has no day", "cells for dates have no day") + " of the calendar"
        case .yearsAsDates:
            counted("date", "dates") + " of 1905 may be a year alone that was typed into a cell for dates"
        case .longNumbers:
            counted("number has", "numbers have") + " more than 15 digits, of which Excel keeps 15: type them as text"
        case .badNumbers: counted("cell for a number has", "cells for numbers have") + " another text"
        }
    }

    /// The sentence without its beginning, the count.
    private var vietnamese: String {
        let font = fontName.map { ", phông \($0)," } ?? ""
        return switch kind {
        case .hiddenRows: "dòng bị ẩn cũng được đọc"
        case .hiddenColumns: "cột bị ẩn cũng được đọc"
        case .mergedCells: "vùng ô gộp: chữ ở ô đầu dùng cho mọi dòng"
        case .struckText: "ô có chữ bị gạch ngang, phần đó được bỏ ra"
        case .errors: "ô có lỗi của Excel"
        case .formulasWithoutResult: "công thức không có kết quả trong tệp: hãy mở và lưu lại bằng Excel"
        case .uncalculatedFormulas: "công thức chưa từng được Excel tính: hãy mở và lưu lại tệp bằng Excel"
        case .tcvn3: "ô mã TCVN3\(font) đã chuyển sang Unicode"
        case .vni: "ô mã VNI\(font) đã chuyển sang Unicode"
        case .datesFrom1904: "ngày được tính từ năm 1904, như sổ tính này quy định"
        case .impossibleDates: "ô ngày tháng có ngày không có trong lịch"
        case .yearsAsDates: "ngày thuộc năm 1905 có thể chỉ là năm được gõ vào ô ngày tháng"
        case .longNumbers: "số có hơn 15 chữ số mà Excel chỉ giữ 15: hãy gõ dưới dạng chữ"
        case .badNumbers: "ô số lại có chữ khác"
        }
    }
}
