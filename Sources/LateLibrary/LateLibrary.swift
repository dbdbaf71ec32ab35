import CLateLibrary
import Glibc
import Messages

/// A library of the system that is loaded when it is first needed, and then stays.
///
/// Most commands need none of these libraries, and loading them with all that they need in turn takes longer than
/// verifying a card. `Functions` is a C structure of nothing but pointers to functions (`late_functions.h`).
@safe package struct LateLibrary<Functions>: @unchecked Sendable {
    // Pointers to C functions, never written again, are the same for every thread.
    private let loaded: Result<Functions, MissingLibrary>

    /// Loads a library; a constant of this type does it when it is first used, for one thread while others wait.
    ///
    /// Its name is as `libqpdf`, the version of its interface that of the headers of the build; the functions' names are in the
    /// structure's order, with spaces between.
    package init(_ library: String, names: String) {
        self.init(file: lateFiles.first { $0.hasPrefix(library + ".so.") } ?? library + ".so", names: names)
    }

    package init(file: String, names: String) {
        loaded = Result { () throws(MissingLibrary) in try Self.load(file, names.split(separator: " ")) }
    }

    package var functions: Functions { get throws(MissingLibrary) { try loaded.get() } }

    private static func load(_ file: String, _ names: [Substring]) throws(MissingLibrary) -> Functions {
        func missing() -> MissingLibrary {
            let reason = unsafe dlerror().map { unsafe String(cString: $0) }
            return MissingLibrary(file: file, reason: reason.map(Message.init(verbatim:)) ?? .noReason)
        }
        // All that it needs is looked for at once, so that nothing can be missing later, in the midst of the work.
        guard let library = unsafe dlopen(file, RTLD_NOW) else { throw missing() }
        let addresses = try names.map { name throws(MissingLibrary) in
            guard let address = unsafe dlsym(library, String(name)) else { throw missing() }
            return Int(bitPattern: address)
        }
        precondition(MemoryLayout<Functions>.size == addresses.count * MemoryLayout<Int>.size)
        return unsafe addresses.withUnsafeBytes { unsafe $0.load(as: Functions.self) }
    }
}

/// The files of the libraries that are loaded late: `libqpdf.so.29`.
package let lateFiles = unsafe String(cString: late_files()).split(separator: " ").map(String.init)
