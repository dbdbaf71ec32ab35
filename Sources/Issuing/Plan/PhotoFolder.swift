import Files
import Foundation
package import Messages
import Payload
import Register
import Tables

/// The photographs of a folder, by their files' names; those of people and of nobody else.
///
/// A photograph is `046185000123.jpg` by its holder's national ID, `7K3M-92QF-A0X4.jpg` by a serial, with or without
/// hyphens, or `17.jpg` by the number of the roster's row as Excel shows it; `.jpeg` and `.png` do as well. Upper and lower
/// case are one.
package struct PhotoFolder: Sendable {
    package let path: String
    /// What the names, sizes and times of change of its photographs come to: another one is another run.
    package let digest: String
    private let files: [String: [String]]

    private static let endings: Set<String> = ["jpg", "jpeg", "png"]

    /// Lists a folder.
    ///
    /// Throws `FileError.unreadable`.
    package init(_ path: String) throws {
        self.path = path
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw FileError.unreadable(
                path: path,
                reason: Message(
                    en: "it is no folder, or you may not read it",
                    vi: "không phải là thư mục, hoặc bạn không có quyền đọc"))
        }
        var files: [String: [String]] = [:]
        var described = ""
        for name in names.sorted() {
            let file = name as NSString
            guard Self.endings.contains(file.pathExtension.lowercased()) else { continue }
            files[Self.key(file.deletingPathExtension), default: []].append(name)
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
            let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            described += "\(name)\u{0}\(attributes?[.size] as? Int ?? 0)\u{0}\(changed)\u{0}"
        }
        self.files = files
        digest = FileDigest.of(described.utf8).hexadecimal
    }

    /// How the photographs of a run are found.
    package struct Search: Sendable {
        package let folder: PhotoFolder
        /// The roster's field with the national ID, from 0; nil where there is none.
        package var identityField: Int?
        /// Whether an order's row is the roster's, so that its number names a photograph.
        package var hasRoster: Bool

        /// The photograph of an order's holder.
        ///
        /// Throws ``MissingPhoto`` where there is none, or more than one of the same kind.
        package func photo(of order: Order) throws(MissingPhoto) -> String {
            let names = names(of: order)
            for name in names {
                let found = folder.files[PhotoFolder.key(name), default: []]
                guard found.count <= 1 else { throw MissingPhoto.several(found, in: folder.path) }
                if let file = found.first { return "\(folder.path)/\(file)" }
            }
            throw MissingPhoto.none(names, in: folder.path)
        }

        /// What the photograph may be called, without ending, the surest first.
        private func names(of order: Order) -> [String] {
            var names: [String] = []
            if let identityField, identityField < order.row.fields.count {
                let digits = order.row.fields[identityField].filter { $0.isASCII && $0.isNumber }
                // Excel takes leading zeros off; the reader of rosters puts them back.
                if digits.count == 12 || digits.count == 9 { names.append(String(digits)) }
                if digits.count == 11 { names.append("0" + digits) }
            }
            names.append(order.issuance.serial.description)
            if hasRoster {
                names.append(String(order.row.number))
            } else if let asked = order.row.fields.first, !names.contains(asked) {
                // The serial that a new one takes the place of.
                names.append(asked)
            }
            return names
        }
    }

    private static func key(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != " " } }
}

/// Why a card has no photograph.
package enum MissingPhoto: Failure {
    case none([String], in: String)
    /// There are several, and which is the right one is not known.
    case several([String], in: String)

    package var category: FailureCategory { .refused }

    package var message: Message {
        switch self {
        case .none(let names, let folder):
            Message(
                en: "no photograph: \(folder) has no \(names.map { $0 + ".jpg" }.joined(separator: ", no "))",
                vi: "thiếu ảnh chân dung: \(folder) không có \(names.map { $0 + ".jpg" }.joined(separator: ", "))")
        case .several(let files, let folder):
            Message(
                en: "several photographs: keep one of \(files.joined(separator: ", ")) in \(folder)",
                vi: "có nhiều ảnh chân dung: hãy giữ một trong \(files.joined(separator: ", ")) ở \(folder)")
        }
    }
}
