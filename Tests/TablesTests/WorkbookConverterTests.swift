import Files
import Messages
import TestSupport
import Testing

@testable import Tables

@Suite("Converting other workbooks")
struct WorkbookConverterTests {
    static let hasOffice = ChildProgram.find("soffice", on: "/usr/local/bin:/usr/bin") != nil
    static let ssconvert = ChildProgram.find("ssconvert", on: "/usr/local/bin:/usr/bin")

    private func expectPeople(_ path: String, skip: Int) throws {
        let rows = try readSheet(path).rows.dropFirst(skip)
        #expect(
            rows.map { $0.fields[2] } == ["Nguyễn Văn An", "Trần Thị Ẳnh", "Nguyễn Thị Đoan Trang", "  Lê Hữu Ước "])
        #expect(rows.map { $0.fields[3] } == ["12/03/1975", "31/12/1978", "29/02/2004", "28/02/1900"])
        #expect(rows.map { $0.fields[5] } == ["046075003197", "046178000001", "046304000002", "046000000003"])
    }

    @Test(
        "LibreOffice", .enabled(if: WorkbookConverterTests.hasOffice), .timeLimit(.minutes(5)),
        arguments: [("xlwt.xls", 0), ("libreoffice.xls", 3), ("libreoffice.ods", 3)])
    func libreOffice(_ name: String, _ skip: Int) throws {
        let folder = try TemporaryFolder()
        let path = try WorkbookConverter().convert(path: resource(name), into: folder.path)
        #expect(path.hasPrefix(folder.path))
        try expectPeople(path, skip: skip)
    }

    @Test(
        "Gnumeric where LibreOffice is not there", .enabled(if: WorkbookConverterTests.ssconvert != nil),
        .timeLimit(.minutes(5)))
    func gnumeric() throws {
        let folder = try TemporaryFolder()
        let script = try program("ssconvert", "exec \(Self.ssconvert ?? "") \"$@\"", in: folder)
        let path = try WorkbookConverter(searchPath: script).convert(path: resource("xlwt.xls"), into: folder.path)
        try expectPeople(path, skip: 0)
    }

    /// A folder with a program that is this shell script.
    private func program(_ name: String, _ script: String, in folder: TemporaryFolder) throws -> String {
        let path = try folder.write("bin/" + name, "#!/bin/sh\n\(script)\n")
        #expect(try Program.system("chmod").run(["+x", path]).status == 0)
        return folder("bin")
    }

    private func fault(_ converter: WorkbookConverter, in folder: TemporaryFolder) throws -> WorkbookError? {
        do throws(WorkbookError) {
            _ = try converter.convert(path: resource("xlwt.xls"), into: folder.path)
            return nil
        } catch { return error }
    }

    @Test("no program is there")
    func none() throws {
        let folder = try TemporaryFolder()
        let error = try fault(WorkbookConverter(searchPath: folder.path), in: folder)
        #expect(error == .noConverter(path: resource("xlwt.xls"), found: .xls))
        #expect(error?.description.contains("File, Save As") == true)
    }

    @Test("a program that fails is quoted", arguments: ["exit 3", "true"])
    func failing(_ end: String) throws {
        let folder = try TemporaryFolder()
        let bin = try program(
            "soffice", "echo one; echo 'source file could not be loaded' >&2; echo; \(end)", in: folder)
        #expect(
            try fault(WorkbookConverter(searchPath: bin), in: folder)
                == .conversionFailed(
                    path: resource("xlwt.xls"), program: "LibreOffice",
                    reason: Message(verbatim: "source file could not be loaded")))
    }

    @Test("a program that says nothing")
    func silent() throws {
        let folder = try TemporaryFolder()
        let bin = try program("soffice", "exit 7", in: folder)
        #expect(
            try fault(WorkbookConverter(searchPath: bin), in: folder)
                == .conversionFailed(
                    path: resource("xlwt.xls"), program: "LibreOffice",
                    reason: Message(en: "it ended with status 7", vi: "chương trình kết thúc với mã 7")))
    }

    @Test("a program that does not end is ended with what it started", .timeLimit(.minutes(1)))
    func hanging() throws {
        let folder = try TemporaryFolder()
        let bin = try program("soffice", "sh -c 'echo $$ > \(folder("child")); exec sleep 60' & wait", in: folder)
        #expect(
            try fault(WorkbookConverter(searchPath: bin, seconds: 1), in: folder)
                == .conversionTooSlow(path: resource("xlwt.xls"), program: "LibreOffice", seconds: 1))
        let child = try folder.text("child").split(separator: "\n").first.map(String.init) ?? ""
        // A process that was killed may stay as a zombie of whoever takes it over.
        let state = try Program.system("ps").run(["-o", "stat=", "-p", child]).text
        #expect(state.isEmpty || state.hasPrefix("Z"))
    }

    @Test("files that need no converting, or a person")
    func others() throws {
        let folder = try TemporaryFolder()
        for (name, kind) in [("openpyxl.xlsx", WorkbookKind.xlsx), ("protected.xlsx", .protected)] {
            #expect(throws: WorkbookError.otherKind(path: resource(name), found: kind)) {
                try WorkbookConverter().convert(path: resource(name), into: folder.path)
            }
        }
    }
}
