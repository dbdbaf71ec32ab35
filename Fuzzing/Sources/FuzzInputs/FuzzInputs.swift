import CFuzzer
import Files
import FuzzedFiles
import Glibc
import Layout
import Proofing
import Typesetting
import Payload

/// The kinds of input that are not rosters, each by the name of its corpus; `MOCBAN_FUZZ` says which.
private enum Kind: String {
    case manifest, journal, settlement, jpeg, png, svg, font, pdf, yaml, keys, revocations

    static let chosen: Kind = {
        guard let name = unsafe getenv("MOCBAN_FUZZ"), let kind = unsafe Kind(rawValue: String(cString: name)) else {
            preconditionFailure("MOCBAN_FUZZ is the name of a folder in Fuzzing/corpus")
        }
        return kind
    }()
}

/// Reads whatever libFuzzer thinks of as an input of the chosen kind.
///
/// A trap, a hang or memory beyond the limits of `Fuzzing/run` is a finding of libFuzzer's; an error without words is one too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    do { try read(bytes, as: .chosen) } catch { precondition(!"\(error)".isEmpty, "an error says something") }
    return 0
}

private func read(_ bytes: [UInt8], as kind: Kind) throws {
    let file = try InputFile(bytes)
    switch kind {
    case .manifest: try FuzzedInputs.manifest(path: file.path)
    case .journal: FuzzedInputs.journal(bytes)
    case .settlement: FuzzedInputs.settlement(bytes)
    case .jpeg, .png, .svg:
        try FuzzedInputs.picture(path: file.path, typesetter: Typesetter(fonts: FontBook(files: [])))
    case .font: try FuzzedInputs.font(path: file.path)
    case .pdf: try FuzzedInputs.pdf(path: file.path)
    case .yaml: try readSettings(String(decoding: bytes, as: UTF8.self))
    case .keys:
        let keyring = try Keyring(jwkSet: String(decoding: bytes, as: UTF8.self))
        let again = try Keyring(jwkSet: keyring.jwkSet())
        precondition(again.keys.count == keyring.keys.count, "keys are written as they were read")
    case .revocations: _ = try RevocationList(verifying: bytes, keyring: Keyring())
    }
}

/// Reads a text as each kind of YAML file; the last fault is thrown.
private func readSettings(_ text: String) throws {
    _ = try? OfficeConfiguration(yaml: text, file: "mocban.yaml")
    _ = try? SheetProfile(yaml: text, file: "sheet.yaml", name: "sheet")
    _ = try? OfficePrinter(yaml: text, file: "printer.yaml", name: "printer")
    _ = try Template(yaml: text, file: "template.yaml", name: "template")
}
