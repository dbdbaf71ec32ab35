import Files
import ArgumentParser
import Messages
import Mocban
import Payload

/// The office's folder, which every command takes.
struct OfficeOption: ParsableArguments {
    @Option(
        name: .customLong("office"),
        help: ArgumentHelp(en: "The office's folder.", vi: "Thư mục của cơ quan.", value: .folder)) var folder = "."

    @OptionGroup private var spoken: LanguageOption
}

/// The office of a command that changes it: one such command works in an office at a time.
struct WritableOffice: ParsableArguments {
    @OptionGroup private var office: OfficeOption

    @Flag(
        help: ArgumentHelp(
            en: "Where another command is working in the office, wait until it has ended.",
            vi: "Nếu lệnh khác đang làm việc trong cơ quan thì chờ đến khi xong.")) private var wait = false

    var folder: String { office.folder }

    /// Opens the office and holds its lock while `body` works; a person can stop the waiting.
    ///
    /// Others who want the office are told the command's name. Throws `OfficeError.officeBusy` where another command works in
    /// the office, and what `body` throws.
    func held<Result: Sendable>(
        by command: String, _ body: @escaping @Sendable (Office, OfficeLock) async throws -> Result
    ) async throws -> Result {
        let (folder, wait) = (office.folder, wait)
        return try await stoppable {
            let office = try Office(folder: folder)
            let lock =
                wait
                ? try await OfficeLock.waiting(for: office, command: command) {
                    note(.joined([Message(en: "waiting", vi: "đang chờ"), $0], by: ": "))
                }
                : try OfficeLock(office, command: command)
            defer { withExtendedLifetime(lock) {} }
            if let remark = office.clockRemark(at: .now()) { note(remark.prefixed("mocban")) }
            // Its settings may have changed while another command worked.
            return try await body(try Office(folder: folder), lock)
        }
    }
}
