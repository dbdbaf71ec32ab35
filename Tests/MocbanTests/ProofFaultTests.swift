@testable import Proofing
import Foundation
import Payload
import Testing

@testable import Mocban

@Suite("Faults of a proof")
struct ProofFaultTests {
    private static let serial = try? Serial(parsing: "G7RF-TPQM-1RBT")
    private static let site = SheetMap.Site(page: 2, position: 3)

    /// A fault at page 2, position 3, of a serial; or of a page of codes that are all of that kind.
    private static func fault(_ problem: ProofFault.Problem, count: Int = 1, lastPage: Int? = nil) -> ProofFault {
        var fault = ProofFault(problem, file: "a.pdf", at: site, serial: serial, row: 7)
        if count > 1 { (fault.position, fault.serial, fault.row) = (nil, nil, nil) }
        (fault.count, fault.lastPage) = (count, lastPage)
        return fault
    }

    private static let there = ProofFault.Location(file: "b.pdf", page: 5, position: 6)
    private static let away = ProofFault.Location(file: "b.pdf", page: 5, position: nil)
    private static let one = "a.pdf, page 2, position 3 (row 7, G7RF-TPQM-1RBT): "
    private static let json =
        #""file":"a.pdf","kind":"KIND","page":2,"position":3,"row":7,"serial":"G7RF-TPQM-1RBT"}"#

    @Test(
        "are told in English, in Vietnamese and as JSON",
        arguments: [
            (
                fault(.unreadable(resolutions: [600])), one + "the code cannot be read at 600 dpi",
                "Không đọc được mã ở 600 dpi", #"{"expected":"600 dpi","# + json.replacing("KIND", with: "unreadable")
            ),
            (
                fault(.stray(nil)), one + "a code that is not ours stands where none is to be (malformed)",
                "Có mã lạ ở chỗ không được có mã: không phải mã của hệ thống",
                "{" + json.replacing("KIND", with: "stray")
            ),
            (
                fault(.lapsed(.revoked)), one + "the code is revoked", "Thẻ đã bị thu hồi",
                #"{"expected":"revoked","# + json.replacing("KIND", with: "lapsed")
            ),
            (
                fault(.displaced(.swapped, there, found: serial)),
                one + "it is swapped with b.pdf, page 5, position 6",
                "Mã G7RF-TPQM-1RBT bị đổi chỗ với b.pdf, trang 5, vị trí 6",
                #"{"file":"a.pdf","found":"G7RF-TPQM-1RBT","kind":"swapped","other":{"file":"b.pdf","page":5,"position":6},"#
                    + #""page":2,"position":3,"row":7,"serial":"G7RF-TPQM-1RBT"}"#
            ),
            (
                fault(.unlisted(found: serial)),
                one + "the code G7RF-TPQM-1RBT is of no card or poster of the manifest",
                "Mã G7RF-TPQM-1RBT không thuộc thẻ hay áp phích nào trong bảng kê",
                #"{"file":"a.pdf","found":"G7RF-TPQM-1RBT","kind":"misplaced","page":2,"position":3,"row":7,"#
                    + #""serial":"G7RF-TPQM-1RBT"}"#
            ),
            (
                fault(.displaced(.misplaced, away, found: nil), count: 20, lastPage: 3),
                "a.pdf, pages 2 to 3: all 20 codes belong at b.pdf, pages 5 to 6",
                "Cả 20 mã phải nằm ở b.pdf, trang 5–6",
                #"{"count":20,"file":"a.pdf","kind":"misplaced","lastPage":3,"other":{"file":"b.pdf","page":5},"page":2}"#
            ),
            (
                fault(.displaced(.doubled, away, found: nil), count: 10),
                "a.pdf, page 2: all 10 codes are at b.pdf, page 5 too", "Cả 10 mã in trùng, đã có ở b.pdf, trang 5",
                #"{"count":10,"file":"a.pdf","kind":"doubled","other":{"file":"b.pdf","page":5},"page":2}"#
            ),
            (
                fault(.missing, count: 10), "a.pdf, page 2: all 10 are nowhere in the file",
                "Cả 10 thẻ không thấy ở đâu trong tệp", #"{"count":10,"file":"a.pdf","kind":"missing","page":2}"#
            ),
            (
                fault(.contradicted(claim: "name", registered: "", found: "Lê An")),
                one + "the code has name “Lê An”, the register nothing", "Mã ghi name là “Lê An”, sổ cấp thẻ ghi “”",
                #"{"expected":"","file":"a.pdf","found":"Lê An","kind":"contradicted","page":2,"position":3,"row":7,"#
                    + #""serial":"G7RF-TPQM-1RBT","subject":"name"}"#
            ),
            (
                ProofFault(.pages(expected: 1, found: 3), file: "a.pdf"),
                "a.pdf: the file has 3 pages and its run made 1 page", "Tệp có 3 trang, đúng ra là 1 trang",
                #"{"expected":"1 page","file":"a.pdf","found":"3 pages","kind":"pages"}"#
            ),
            (
                ProofFault(.changed(run: 4, registered: "ab", found: "cd"), file: "a.pdf"),
                "a.pdf: the file is not as run 4 printed it: its SHA-256 is cd, the register has ab",
                "Tệp không còn như khi in ở đợt in 4: SHA-256 khác sổ cấp thẻ",
                #"{"expected":"ab","file":"a.pdf","found":"cd","kind":"changed","run":4}"#
            ),
            (
                ProofFault(.unknownFile(found: "cd"), file: "a.pdf"),
                "a.pdf: no run printed this file (SHA-256 cd), and its codes are registered",
                "Sổ cấp thẻ không có tệp này, mà có mã trong tệp", #"{"file":"a.pdf","found":"cd","kind":"changed"}"#
            ),
        ] as [(ProofFault, String, String, String)])
    func words(fault: ProofFault, english: String, vietnamese: String, json: String) throws {
        #expect(fault.description == english)
        #expect(fault.what.vietnamese == vietnamese)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(fault), as: UTF8.self) == json)
    }
}
