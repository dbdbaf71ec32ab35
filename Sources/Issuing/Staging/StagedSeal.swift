import Files
import Foundation
package import Payload

/// What vouches for the files that a run leaves in a folder until it has ended: a MAC by a key of the office.
///
/// It is HMAC-SHA256 over the CBOR array `[folder, run, name, bytes]`: the output folder's absolute path, the SHA-256 of
/// the run's `run.json` (empty for files that say themselves which run they are of), the file's name, and what it says. So
/// no file can stand for another one, be it of the same run.
package struct StagedSeal: Sendable {
    /// The bytes that it adds to a file.
    package static let length = StagingKey.macLength

    package let key: StagingKey
    /// The output folder's absolute path.
    package let folder: String

    /// The MAC of a file of a run; of one that names its run itself where that is nil.
    package func mac(_ bytes: [UInt8], name: String, run: StagedRun?) -> [UInt8] {
        key.mac(of: sealed(bytes, name, run))
    }

    /// Whether a MAC is the file's.
    package func isMAC(_ mac: [UInt8], of bytes: [UInt8], name: String, run: StagedRun?) -> Bool {
        key.isMAC(mac, of: sealed(bytes, name, run))
    }

    private func sealed(_ bytes: [UInt8], _ name: String, _ run: StagedRun?) -> [UInt8] {
        var writer = CBORWriter(capacity: bytes.count + folder.utf8.count + name.utf8.count + 64)
        writer.array(4)
        writer.text(folder)
        writer.byteString(run.map { FileDigest.of(Self.json($0)) } ?? [])
        writer.text(name)
        writer.byteString(bytes)
        return writer.bytes
    }

    /// A value as the MAC takes it in: JSON with sorted names and without spaces.
    private static func json(_ value: some Encodable) -> [UInt8] {
        (try? JSONEncoder.plain.encode(value)).map(Array.init) ?? []
    }

    /// A value as JSON with its MAC as the member `mac`.
    package func file(_ value: some Codable & Sendable, name: String, run: StagedRun?) throws -> [UInt8] {
        let mac = mac(Self.json(value), name: name, run: run).hexadecimal
        let encoder = JSONEncoder.plain
        encoder.outputFormatting.insert(.prettyPrinted)
        return Array(try encoder.encode(Sealed(value: value, mac: mac))) + [0x0A]
    }

    /// The value of such a file; nil where it is none, or its MAC is not ours.
    package func value<Value: Codable & Sendable>(_: Value.Type, of file: [UInt8], name: String, run: StagedRun?)
        -> Value?
    {
        guard let sealed = try? JSONDecoder().decode(Sealed<Value>.self, from: Data(file)),
            let mac = [UInt8](hexadecimal: sealed.mac),
            isMAC(mac, of: Self.json(sealed.value), name: name, run: run)
        else { return nil }
        return sealed.value
    }

    /// The value of such a file of whatever office, which nobody vouches for; nil where it is none.
    package static func unverified<Value: Codable & Sendable>(_: Value.Type, of file: [UInt8]) -> Value? {
        try? JSONDecoder().decode(Value.self, from: Data(file))
    }
}

/// A value and, among its own members, its MAC.
private struct Sealed<Value: Codable & Sendable>: Codable {
    let value: Value
    let mac: String

    private enum CodingKeys: String, CodingKey { case mac }

    init(value: Value, mac: String) { (self.value, self.mac) = (value, mac) }

    init(from decoder: any Decoder) throws {
        value = try Value(from: decoder)
        mac = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .mac)
    }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(mac, forKey: .mac)
    }
}
