import Files
import Foundation
import Glibc
import Messages
package import Payload
import SystemPackage

/// The file beside a register in which the newest end of its log is kept: who puts the register back to an earlier state
/// has to put this back too.
///
/// It is a line of JSON, `{"entry":179,"mac":"…","seal":"…","time":"2021-11-08T07:03:59Z"}`; `seal` is the first 16 bytes
/// of the HMAC of the rest by the log's key. After a restore it also has `"forgone":185`: entries up to there were given up,
/// and nobody who still knows of them contradicts the register.
package struct HeadFile: Sendable, Hashable {
    package let path: String

    // A line of it has some 150 bytes.
    private static let longest = 4095

    /// The file beside a register or a copy of one: `register.head` for `register.sqlite`.
    package init(of register: String) {
        path = (register.hasSuffix(".sqlite") ? String(register.dropLast(7)) : register) + ".head"
    }

    /// Removes the file, where a register begins anew; throws `RegisterError.unwritable`.
    package func remove() throws(RegisterError) {
        do { try Errno.check(unsafe unlink(path)) } catch {
            guard error == .noSuchFileOrDirectory else { throw .unwritable(path: path, reason: error.message) }
        }
    }

    private struct Content: Codable {
        var entry: Int
        var mac, seal, time: String
        var forgone: Int?
    }

    /// The end that is kept, nil where there is no file; throws `headUnusable` for one that was not written with the
    /// key.
    package func read(key: RegisterKey) throws(RegisterError) -> LogHead? { try content(key)?.head }

    /// The last entry that a restore gave up; 0 where none did.
    func forgone(key: RegisterKey) throws(RegisterError) -> Int { try content(key)?.forgone ?? 0 }

    private func content(_ key: RegisterKey) throws(RegisterError) -> (head: LogHead, forgone: Int)? {
        let bytes: [UInt8]
        do { bytes = try RegularFile(path, limit: Self.longest).bytes } catch {
            switch error {
            case .system(.noSuchFileOrDirectory): return nil
            case .system(let error): throw .headUnusable(path: path, reason: error.message)
            case .folder, .notAFile, .tooLong: throw strange
            }
        }
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
            let mac = [UInt8](hexadecimal: content.mac), let time = Timestamp(content.time),
            case let (head, forgone) = (LogHead(at: content.entry, mac: mac, time: time), content.forgone ?? 0),
            head.hexadecimalSeal(forgone: forgone, key) == content.seal
        else { throw strange }
        return (head, forgone)
    }

    private var strange: RegisterError {
        .headUnusable(
            path: path, reason: Message(en: "it is not as Mocban wrote it", vi: "không đúng như Mocban đã ghi"))
    }

    /// Keeps an end, whole and on the disk when this returns; throws `RegisterError.unwritable`.
    ///
    /// The register was given up to the entry `lost`; what was given up before stays so.
    package func write(_ head: LogHead, key: RegisterKey, givingUp lost: Int = 0) throws(RegisterError) {
        let forgone = max(lost, (try? forgone(key: key)) ?? 0)
        let content = Content(
            entry: head.entry, mac: head.mac.hexadecimal, seal: head.hexadecimalSeal(forgone: forgone, key),
            time: head.time.description, forgone: forgone > 0 ? forgone : nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let line = try? encoder.encode(content) else { preconditionFailure("texts and a number are JSON") }
        do { try AtomicFile.write(Array(line) + [0x0A], to: path, mode: 0o600) } catch {
            throw .unwritable(path: path, reason: error.reason)
        }
    }
}

extension LogHead {
    fileprivate func hexadecimalSeal(forgone: Int, _ key: RegisterKey) -> String {
        var writer = CBORWriter(capacity: 64)
        writer.array(5)
        writer.text("head")
        writer.integer(Int64(entry))
        writer.byteString(mac)
        writer.integer(time.secondsSince1970)
        writer.integer(Int64(forgone))
        return Array(key.authenticate(writer.bytes).prefix(LogEntry.macLength)).hexadecimal
    }
}
