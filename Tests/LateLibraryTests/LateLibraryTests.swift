import Glibc
@testable import LateLibrary
import Messages
import Testing

@Suite("a library that is loaded when it is first needed")
struct LateLibraryTests {
    private struct Mathematics {
        let cos: @convention(c) (Double) -> Double
        let fabs: @convention(c) (Double) -> Double

        static let library = LateLibrary<Mathematics>(file: "libm.so.6", names: "cos fabs ")
    }

    @Test("has the functions of the names, for many threads at once")
    func functions() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 1...100 {
                group.addTask { @concurrent in
                    let library = try Mathematics.library.functions
                    return library.cos(0) == 1 && library.fabs(Double(-number)) == Double(number)
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test(
        "that is not there, or lacks a function, is named with the package to install",
        arguments: [("libmocban-none.so.1", "cos fabs "), ("libm.so.6", "cos mocban_none ")])
    func missing(file: String, names: String) throws {
        let library = LateLibrary<Mathematics>(file: file, names: names)
        let error = try #require(throws: MissingLibrary.self) { _ = try library.functions }
        #expect(error.file == file)
        #expect(error.reason.english.contains(file.contains("none") ? file : "mocban_none"))
        #expect(
            error.description.contains(file) && error.description.contains("apt-get install \(error.debianPackage)"))
    }

    @Test(
        "is of the package that Debian calls after its file",
        arguments: [
            ("libzip.so.5", "libzip5"), ("libqpdf.so.30", "libqpdf30"), ("librsvg-2.so.2", "librsvg2-2"),
            ("libnone.so", "libnone"),
        ])
    func debianPackage(file: String, package: String) {
        #expect(MissingLibrary(file: file, reason: Message(verbatim: "")).debianPackage == package)
    }

    @Test("is the one whose headers the build had, by the file that the system has for it")
    func files() throws {
        #expect(lateFiles.count == 5)
        for file in lateFiles {
            let handle = unsafe dlopen(file, RTLD_LAZY)
            #expect(unsafe handle != nil, "\(file)")
        }
    }
}
