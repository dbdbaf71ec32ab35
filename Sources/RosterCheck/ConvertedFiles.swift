import Files
import Foundation
import Glibc
package import Tables

/// Copies of files that Mocban does not read itself, converted to workbooks that it does; gone with the last use of them.
package final class ConvertedFiles: Sendable {
    /// The files to read: a copy for each that had to be converted, the others as they were given.
    package let paths: [String]

    private let folder: ConversionFolder?

    /// Converts what must be converted, such as XLS and ODS.
    ///
    /// - Parameters:
    ///   - paths: files of any kind.
    ///   - converter: what converts them.
    /// - Throws: `WorkbookError`; `FileError.unwritable` where there is no room for copies.
    package init(_ paths: [String], converter: WorkbookConverter = WorkbookConverter()) throws {
        ConversionFolder.sweep()
        // What a pipe has given is gone: it is never looked into.
        let converted = try paths.map { path in
            FileStamp(path)?.isRegular == true ? try WorkbookKind.of(path: path).isConvertible : false
        }
        guard converted.contains(true) else {
            self.paths = paths
            folder = nil
            return
        }
        let folder = try ConversionFolder()
        self.folder = folder
        self.paths = try zip(paths, converted).enumerated().map { number, file in
            guard file.1 else { return file.0 }
            return try Self.copy(file.0, number, in: folder.path, converter)
        }
    }

    /// Messages name a copy as its original is named.
    private static func copy(
        _ path: String, _ number: Int, in folder: String, _ converter: WorkbookConverter
    ) throws -> String {
        let made = try converter.convert(path: path, into: folder)
        let own = "\(folder)/\(number)"
        let copy = own + "/" + (path as NSString).lastPathComponent
        try makeFolder(own)
        guard unsafe rename(made, copy) == 0 else { throw FileError.unwritable(path: copy, reason: lastSystemError) }
        return copy
    }

    private static func makeFolder(_ path: String) throws(FileError) {
        guard unsafe mkdir(path, 0o700) == 0 else { throw .unwritable(path: path, reason: lastSystemError) }
    }
}
