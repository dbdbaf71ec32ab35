/// The relationships of a part: which other parts it uses (Open Packaging Conventions, ECMA-376 part 2).
struct Relationships {
    struct Target {
        let id: String
        /// The last word of the type's address, the same for the transitional and the strict form: `worksheet`.
        let kind: String
        /// The part's name without a slash in front.
        let part: String
    }

    let targets: [Target]

    /// The relationships of a part, or of the package itself where it has no name; none where it has none.
    init(of part: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookError) {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
        guard let input = try archive.open("\(folder)_rels/\(file).rels", limit: limits.partSize) else {
            targets = []
            return
        }
        let handler = Handler(input, limits, folder: folder)
        try handler.parse()
        targets = handler.targets
    }

    /// The part of the first relationship of a kind.
    func part(ofKind kind: String) -> String? { targets.first { $0.kind == kind }?.part }

    private final class Handler: MarkupHandler {
        let folder: String
        var targets: [Target] = []

        init(_ input: PartInput, _ limits: WorkbookLimits, folder: String) {
            self.folder = folder
            super.init(input, limits)
        }

        override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
            guard name.is("Relationship"), let id = attributes["Id"]?.text, let type = attributes["Type"]?.text,
                let target = attributes["Target"]?.text
            else { return }
            if let mode = attributes["TargetMode"], mode.is("External") { return }
            let kind = type.split(separator: "/").last.map(String.init) ?? ""
            targets.append(Target(id: id, kind: kind, part: Self.resolve(target, in: folder)))
        }

        /// A part's name from a target, which is absolute or relative to the folder of the part that names it.
        private static func resolve(_ target: String, in folder: String) -> String {
            let target = String(target.map { $0 == "\\" ? "/" : $0 })
            var names: [Substring] = []
            for name in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
                switch name {
                case ".": break
                case "..": _ = names.popLast()
                default: names.append(name)
                }
            }
            return names.joined(separator: "/")
        }
    }
}
