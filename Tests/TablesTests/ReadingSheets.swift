@testable import Tables

/// The rows and remarks of a workbook's sheet, the first unless told otherwise.
func readSheet(
    _ path: String, _ sheet: Int = 0, limits: WorkbookLimits = WorkbookLimits()
) throws -> (rows: [Row], remarks: [SheetRemark]) {
    let workbook = try Workbook(path: path, limits: limits)
    let reader = try workbook.rows(of: workbook.sheets[sheet])
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return (rows, reader.remarks)
}

/// The path of a file beside the tests, made by `make_workbooks.sh`.
func resource(_ name: String) -> String {
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Resources/" + name
}
