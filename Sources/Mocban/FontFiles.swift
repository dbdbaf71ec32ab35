public import Drawing
import Foundation
import Layout

/// The font files that texts may be set in: the list in `fonts/fonts.yaml`, and whatever an office keeps in `fonts/`.
struct FontFiles: Sendable {
    /// The files that are there.
    let found: [String]
    /// The Debian packages of listed files that are not.
    let missingPackages: [String]

    init(resources: Resources, officeFonts: String?) throws {
        let root = try YAMLValue.root(of: readText(resources.fontList), file: resources.fontList)
        try root.allow(["fonts"])
        var found: [String] = []
        var missing: [String] = []
        for entry in try root.required("fonts").list() {
            let map = try entry.map()
            try map.allow(["package", "folder", "files"])
            let folder = try map.required("folder").string()
            for file in try map.required("files").list() {
                let path = folder + "/" + (try file.string())
                let package = try map.required("package").string()
                if FileManager.default.fileExists(atPath: path) {
                    found.append(path)
                } else if !missing.contains(package) {
                    missing.append(package)
                }
            }
        }
        if let officeFonts {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: officeFonts)) ?? []
            for name in names.sorted() where name.lowercased().hasSuffix(".ttf") || name.lowercased().hasSuffix(".otf")
            {
                found.append(officeFonts + "/" + name)
            }
        }
        self.found = found
        missingPackages = missing
    }

    /// An error's message, with the packages to install where a listed font is not there.
    func explained(_ error: DrawingError) -> String {
        guard case .missingFont = error, !missingPackages.isEmpty else { return error.description }
        return "\(error). Install \(missingPackages.joined(separator: " ")), or put its files into the office's fonts/"
    }

    /// A typesetter of its own for one thread.
    func typesetter() throws(DrawingError) -> Typesetter { Typesetter(fonts: try FontBook(files: found)) }
}

extension Resources {
    /// A typesetter with the fonts of `fonts/fonts.yaml`, for one thread.
    public func typesetter() throws -> Typesetter { try FontFiles(resources: self, officeFonts: nil).typesetter() }
}
