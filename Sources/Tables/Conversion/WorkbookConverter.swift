import Files
internal import Glibc
import Messages
import SystemPackage

/// Converts workbooks of other kinds to XLSX through LibreOffice or Gnumeric, where one of them is installed.
package struct WorkbookConverter: Sendable {
    private let searchPath: String
    private let seconds: Int

    /// Makes a converter that looks for programs on a path, the environment's by default, and gives each so many seconds.
    package init(searchPath: String? = nil, seconds: Int = 120) {
        let path = unsafe getenv("PATH").map { unsafe String(cString: $0) }
        self.searchPath = searchPath ?? path ?? "/usr/local/bin:/usr/bin"
        self.seconds = max(1, seconds)
    }

    /// Converts a file of a kind that ``WorkbookKind/isConvertible`` tells of, into a new folder within one for temporary
    /// files, which its owner deletes; gives the path of the XLSX workbook.
    ///
    /// LibreOffice runs with a profile of its own, so that one that a person has open is left alone.
    package func convert(path: String, into folder: String) throws(WorkbookError) -> String {
        let kind = try WorkbookKind.of(path: path)
        guard kind.isConvertible else { throw .otherKind(path: path, found: kind) }
        let office = ChildProgram.find("soffice", on: searchPath)
        // Gnumeric does not read XLSB.
        let gnumeric = kind == .xlsb ? nil : ChildProgram.find("ssconvert", on: searchPath)
        guard office != nil || gnumeric != nil else { throw .noConverter(path: path, found: kind) }
        let room = try Self.makeFolder(in: folder)
        // The name of a file may be an option to the program, or end with a form that it is not of.
        let source = room + "/workbook." + Self.ending(kind)
        guard let absolute = Self.absolute(path), unsafe symlink(absolute, source) == 0 else {
            throw .unreadable(path: path, reason: Errno.last.message)
        }
        if let office {
            try run(
                [
                    office, "-env:UserInstallation=file://\(Self.escaped(room))/profile", "--headless", "--norestore",
                    "--convert-to", "xlsx", "--outdir", room + "/out", source,
                ], in: room, named: "LibreOffice", for: path)
        } else if let gnumeric {
            guard unsafe mkdir(room + "/out", 0o700) == 0 else {
                throw .unreadable(path: room, reason: Errno.last.message)
            }
            try run([gnumeric, source, room + "/out/workbook.xlsx"], in: room, named: "Gnumeric", for: path)
        }
        return room + "/out/workbook.xlsx"
    }

    private func run(_ words: [String], in room: String, named name: String, for path: String) throws(WorkbookError) {
        let log = room + "/log"
        let ending = ChildProgram.run(words, log: log, limit: .seconds(seconds))
        switch ending {
        case .tookTooLong: throw .conversionTooSlow(path: path, program: name, seconds: seconds)
        case .notStarted:
            throw .conversionFailed(
                path: path, program: name, reason: Message(en: "it cannot be started", vi: "không khởi động được"))
        case .ended(let status):
            // LibreOffice ends with 0 where it could not read the file.
            guard status == 0, unsafe access(room + "/out/workbook.xlsx", R_OK) == 0 else {
                throw .conversionFailed(
                    path: path, program: name,
                    reason: Self.lastLine(of: log).map(Message.init(verbatim:))
                        ?? Message(en: "it ended with status \(status)", vi: "chương trình kết thúc với mã \(status)"))
            }
        }
    }

    private static func ending(_ kind: WorkbookKind) -> String {
        switch kind {
        case .ods: "ods"
        case .xlsb: "xlsb"
        default: "xls"
        }
    }

    private static func makeFolder(in folder: String) throws(WorkbookError) -> String {
        var template = Array((folder + "/workbook-XXXXXX").utf8CString)
        let name = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else { return nil }
            return unsafe String(cString: made)
        }
        guard let name, let absolute = absolute(name) else {
            throw .unreadable(path: folder, reason: Errno.last.message)
        }
        return absolute
    }

    private static func absolute(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// A path within a URL.
    private static func escaped(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    /// The last line of a file that is not blank, at most 200 characters of it.
    private static func lastLine(of file: String) -> String? {
        guard let bytes = try? FileBeginning.read(path: file, count: 65_536) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.last { !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(200)) }
    }
}
