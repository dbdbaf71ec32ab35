import Files
import Foundation
import Glibc
public import Payload

/// The revocation list that a gate keeps in a file beside its keys.
public struct KeptRevocations: Sendable {
    // A province whose every card is revoked has a list of 6 MB; what is longer is cut, and then no list.
    private static let sizeLimit = 32 << 20

    /// The list's file.
    public let path: String
    /// The keys beside it, which vouch for it.
    public let keyring: Keyring

    private let keyringPath: String

    /// What became of a list that was offered.
    public enum Outcome: Sendable {
        /// It is kept from now on.
        case kept(RevocationList)
        /// It is kept from now on instead of a file that was no list, or none that the keys vouch for.
        case repaired(RevocationList)
        /// It is the list that was kept already.
        case same(RevocationList)
    }

    /// The place beside a gate's keys: `gate.revocations` for `gate.jwks`.
    ///
    /// Throws what reading the keys throws.
    public init(keys keyringPath: String) throws {
        keyring = try Keyring(file: keyringPath)
        path = (keyringPath as NSString).deletingPathExtension + ".revocations"
        self.keyringPath = keyringPath
    }

    /// The place beside an office's own keyring: `revocations` in its folder.
    ///
    /// Throws what ``Office/keyring()`` throws.
    public init(office: Office) throws {
        keyring = try office.keyring()
        path = office.folder + "/revocations"
        keyringPath = office.keyringPath
    }

    /// The list that is kept; nil where there is none.
    ///
    /// Throws `MocbanError.keptRevocationsFaulty` where the file is no list that the keys vouch for.
    public func list() throws -> RevocationList? {
        guard let bytes = try keptBytes() else { return nil }
        do { return try RevocationList(verifying: bytes, keyring: keyring) } catch {
            throw MocbanError.keptRevocationsFaulty(path: path, reason: "\(error)")
        }
    }

    /// The list of any file.
    ///
    /// Throws `MocbanError.notARevocationList` where the keys do not vouch for it, or `inputUnreadable`.
    public func list(file: String) throws -> RevocationList { try verified(Self.bytes(of: file), file: file) }

    /// Keeps the list of a file instead of an older one, whole or not at all.
    ///
    /// Throws `MocbanError.notARevocationList` where the keys do not vouch for it, `olderRevocations` where its number is
    /// below that of the list that is kept, `otherRevocations` where both have one number and differ,
    /// `revocationsOfOtherUnit` where the list that is kept is another unit's.
    public func take(file: String) throws -> Outcome {
        // Keys may bear any name, and no list is written over them.
        guard path != keyringPath else { throw MocbanError.outputIsInput(path: path, other: keyringPath) }
        let bytes = try Self.bytes(of: file)
        let list = try verified(bytes, file: file)
        let lock = try FolderLock(folder(of: path))
        defer { lock.release() }
        let earlierBytes = try keptBytes()
        guard earlierBytes != bytes else { return .same(list) }
        let earlier = earlierBytes.flatMap { try? RevocationList(verifying: $0, keyring: keyring) }
        if let earlier { try list.checkFollows(earlier) }
        try StagedFile.write(bytes, to: path)
        return earlierBytes != nil && earlier == nil ? .repaired(list) : .kept(list)
    }

    private func verified(_ bytes: [UInt8], file: String) throws(MocbanError) -> RevocationList {
        do { return try RevocationList(verifying: bytes, keyring: keyring) } catch {
            throw .notARevocationList(path: file, reason: "\(error)")
        }
    }

    private func keptBytes() throws(MocbanError) -> [UInt8]? {
        do { return try RegularFile(path, limit: Self.sizeLimit).bytes } catch {
            switch error {
            case .system(ENOENT): return nil
            // No list either, and the next one takes its place.
            case .tooLong, .notAFile: return []
            default: throw .keptRevocationsFaulty(path: path, reason: error.description)
            }
        }
    }

    private static func bytes(of path: String) throws(MocbanError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .inputUnreadable(path: path, reason: lastSystemError) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do { return Array(try file.read(upToCount: sizeLimit) ?? Data()) } catch {
            throw .inputUnreadable(path: path, reason: systemReason(error))
        }
    }
}

extension RevocationList {
    /// Holds this list, whose bytes are others, to the one that it is to take the place of.
    fileprivate func checkFollows(_ earlier: RevocationList) throws(MocbanError) {
        guard unit == earlier.unit else { throw .revocationsOfOtherUnit(offered: "\(unit)", kept: "\(earlier.unit)") }
        guard sequence != earlier.sequence else { throw .otherRevocations(number: sequence) }
        guard sequence > earlier.sequence else {
            throw .olderRevocations(offered: numberAndDate, kept: earlier.numberAndDate)
        }
    }

    private var numberAndDate: String { "number \(sequence) of \(issued)" }
}
