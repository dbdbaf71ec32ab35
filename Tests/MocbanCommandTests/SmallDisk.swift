import Foundation
import Glibc
import TestSupport
import Testing

/// A file system in memory of a size that a test chooses; mounting it takes a privileged user.
struct SmallDisk {
    private let path: String

    /// Mounts a disk; nil where that is not allowed, as for a developer who is not root.
    init?(at path: String, kibibytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard geteuid() == 0,
            try Program.system("mount").run(["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path]).status == 0
        else { return nil }
    }

    /// Writes a file until so much room is left.
    func fill(leavingKibibytes room: Int) throws {
        let attributes = try FileManager.default.attributesOfFileSystem(forPath: path)
        let free = try #require(attributes[.systemFreeSize] as? Int) / 1024
        try Data(count: max(0, free - room) * 1024).write(to: URL(fileURLWithPath: path + "/filling"))
    }

    func grow(toKibibytes size: Int) throws { try remount("size=\(size)k") }

    func makeReadOnly() throws { try remount("ro") }

    /// Takes the disk out of its folder at once, though a program of another test may hold a file of it a moment longer.
    func unmount() {
        let outcome = try? Program.system("umount").run(["--lazy", path])
        #expect(outcome?.status == 0, "\(outcome?.errors ?? "umount could not be run")")
    }

    private func remount(_ option: String) throws {
        let outcome = try Program.system("mount").run(["-o", "remount,\(option)", path])
        try #require(outcome.status == 0, "\(outcome.errors)")
    }
}
