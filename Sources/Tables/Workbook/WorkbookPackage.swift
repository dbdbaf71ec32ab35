/// A ZIP file and what its main part is.
struct WorkbookPackage {
    let archive: ZipArchive
    let kind: WorkbookKind
    /// The name of the part that lists the sheets.
    let mainPart: String

    init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
        archive = try ZipArchive(path: path, limits: limits)
        let mimetype = String(decoding: archive.beginning(of: "mimetype", count: 128), as: UTF8.self)
        if mimetype.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
            (kind, mainPart) = (.ods, "")
            return
        }
        let named = try Relationships(of: "", in: archive, limits: limits).part(ofKind: "officeDocument")
        mainPart = named ?? "xl/workbook.xml"
        var type: String?
        if let input = try archive.open("[Content_Types].xml", limit: limits.partSize) {
            let types = ContentTypes(input, limits, of: mainPart)
            try types.parse()
            type = types.type
        }
        kind = Self.kind(type: type, part: mainPart, isThere: archive.index(of: mainPart) != nil)
    }

    private static func kind(type: String?, part: String, isThere: Bool) -> WorkbookKind {
        if let type {
            if type.contains("sheet.binary") { return .xlsb }
            if type.contains("wordprocessingml") || type.contains("ms-word") { return .word }
            if type.contains("spreadsheetml") || type.contains("ms-excel") { return isThere ? .xlsx : .zip }
        }
        if !isThere { return .zip }
        if part.hasSuffix(".bin") { return .xlsb }
        return part.hasPrefix("word/") ? .word : part.hasPrefix("xl/") ? .xlsx : .zip
    }

    /// Finds the content type that is declared for one part.
    private final class ContentTypes: MarkupHandler {
        let part: String
        var type: String?

        init(_ input: PartInput, _ limits: WorkbookLimits, of part: String) {
            self.part = "/" + part.lowercased()
            super.init(input, limits)
        }

        override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
            guard name.is("Override"), attributes["PartName"]?.text.lowercased() == part else { return }
            type = attributes["ContentType"]?.text.lowercased()
        }
    }
}

extension WorkbookKind {
    /// Finds out what a file is; throws ``WorkbookError`` `missing`, `unreadable` or, for a ZIP file, `damaged`.
    package static func of(path: String) throws(WorkbookError) -> WorkbookKind {
        let beginning = try FileBeginning.read(path: path, count: enough)
        if let kind = of(beginning: beginning) { return kind }
        if beginning.first == 0x50 { return try WorkbookPackage(path: path, limits: WorkbookLimits()).kind }
        return try CompoundFile.kind(path: path)
    }
}
