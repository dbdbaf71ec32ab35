import Files
import Foundation
import Layout
package import Messages
import Synchronization
public import Typesetting

/// The font files that texts may be set in: the list in `fonts/fonts.yaml`, and whatever an office keeps in `fonts/`.
package struct FontFiles: Sendable {
    package let found: [String]
    /// The Debian packages of listed files that are not.
    package let missingPackages: [String]
    private let loaded = Loaded()

    package init(resources: Resources, officeFonts: String?) throws {
        let root = try YAMLValue.root(
            of: readText(resources.fontList, limit: YAMLLimits.mostBytes), file: resources.fontList)
        try root.allow(["fonts"])
        var found: [String] = []
        var missing: [String] = []
        for entry in try root.required("fonts").list() {
            let map = try entry.map()
            try map.allow(["package", "folder", "files"])
            // The first that is there, where systems differ.
            let folder = try map.required("folder")
            let folders = try (folder.isScalar ? [folder] : folder.list()).map { try $0.string() }
            let chosen = folders.first(where: FileManager.default.fileExists(atPath:)) ?? folders.first ?? ""
            for file in try map.required("files").list() {
                let path = chosen + "/" + (try file.string())
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
    package func explained(_ error: any Error) -> Message {
        guard case TypesettingError.missingFont = error, !missingPackages.isEmpty else { return Message(of: error) }
        let packages = missingPackages.joined(separator: " ")
        return Message(
            en: "\(error). Install \(packages), or put its files into the office's fonts/",
            vi:
                "\(Message(of: error).vietnamese). Hãy cài đặt \(packages), hoặc chép các tệp phông chữ vào fonts/ của cơ quan"
        )
    }

    /// Lets `work` set what has no template; a font that is missing is told with the package to install.
    package func setting<Result>(_ work: () throws -> Result) throws -> Result {
        do { return try work() } catch {
            guard case TypesettingError.missingFont = error else { throw error }
            throw TemplateError.noLetterFont(reason: explained(error))
        }
    }

    /// A typesetter of its own for one thread: one that was kept, or a new one.
    package func typesetter() throws(TypesettingError) -> Typesetter {
        if let kept = loaded.take() { return kept }
        return Typesetter(fonts: FontBook(try loaded.configuration(of: found)))
    }

    /// Keeps a typesetter, with the fonts and words that it has loaded, for whoever asks for one next.
    package func keep(_ typesetter: sending Typesetter) { loaded.keep(typesetter) }

    /// A typesetter between two threads: the one let go of it before the other takes it.
    private struct Spare: @unchecked Sendable { let typesetter: Typesetter }

    /// What the files hold, looked into once, and a typesetter that nobody uses.
    private final class Loaded: Sendable {
        private let configuration = Mutex<FontConfiguration?>(nil)
        private let spare = Mutex<Spare?>(nil)

        func keep(_ typesetter: sending Typesetter) {
            let new = Spare(typesetter: typesetter)
            spare.withLock { $0 = new }
        }

        func take() -> Typesetter? {
            spare.withLock { spare in
                defer { spare = nil }
                return spare
            }?.typesetter
        }

        func configuration(of files: [String]) throws(TypesettingError) -> FontConfiguration {
            try configuration.withLock { (known) throws(TypesettingError) in
                if let known { return known }
                let new = try FontConfiguration(files: files)
                known = new
                return new
            }
        }
    }
}

extension Resources {
    /// A typesetter with the fonts of `fonts/fonts.yaml`, for one thread.
    public func typesetter() throws -> Typesetter { try FontFiles(resources: self, officeFonts: nil).typesetter() }
}
