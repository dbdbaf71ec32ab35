import CommandWords
import Files
import ArgumentParser
import Foundation
import Messages
import Mocban
import Payload
import Proofing

struct ProofCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: Message(
            en: "Read finished PDF files back and say what is wrong with them.",
            vi: "Kiểm bản in: đọc lại tệp PDF đã in và cho biết sai ở đâu."),
        discussion: Message(
            en: """
                Draws every code as a printer does, at 300 and 600 dpi, decodes and verifies it, and holds it against the \
                manifest beside the file, the register and the printed texts. Pages without a manifest are searched for codes.

                With --photo it looks at photographs of printed sheets instead, whole or cut up on a table, and says which \
                cards are there, missing or unreadable: by --manifest, or else by the register.

                Exit status: 0 when all is well, 1 when there is any fault.
                """,
            vi: """
                Vẽ từng mã như máy in vẽ, ở 300 và 600 dpi, đọc và kiểm tra mã, rồi đối chiếu với bảng kê \
                cạnh tệp, với sổ và với chữ in. Trang không có bảng kê thì được tìm xem có mã nào.

                Với --photo thì xem ảnh chụp tờ đã in, còn nguyên hoặc đã cắt để trên bàn, và cho biết thẻ \
                nào có, thẻ nào thiếu hoặc không đọc được: theo --manifest, nếu không thì theo sổ.

                Mã kết thúc: 0 khi mọi thứ tốt, 1 khi có lỗi.
                """))

    @OptionGroup var office: OfficeOption
    @Option(
        help: ArgumentHelp(
            en: "An exported keyring, instead of the office; nothing is held against a register.",
            vi: "Chùm khóa đã xuất, thay cho cơ quan; khi đó không đối chiếu với sổ.", value: .file))
    var keys: String?
    @Argument(
        help: ArgumentHelp(
            en: "PDF files that Mocban printed.", vi: "Các tệp PDF do Mocban in.", value: Message(verbatim: "PDF")))
    var files: [String] = []
    @OptionGroup var photo: PhotoOptions
    @Option(
        help: ArgumentHelp(
            en: "Their run's manifest, instead of the one beside each file.",
            vi: "Bảng kê của đợt in, thay cho bảng kê cạnh mỗi tệp.", value: .file))
    var manifest: String?
    @Option(
        help: ArgumentHelp(
            en: "Write a page with all faults and pictures of the weakest codes.",
            vi: "Ghi một trang có mọi lỗi và ảnh các mã yếu nhất.", value: Message(verbatim: "OUT.html")))
    var report: String?
    @Flag(
        help: ArgumentHelp(
            en: """
                Age each code too (dot gain and loss, blur, noise, a lifted corner, a stain, faded contrast, rotation), \
                estimate its grade, and name the weakest.
                """,
            vi: """
                Thử bền từng mã nữa (nét in loang hoặc mảnh đi, nhòe, nhiễu hạt, vênh góc, vết bẩn, phai \
                màu, xoay), ước lượng hạng, và nêu mã yếu nhất.
                """))
    var stress = false
    @Option(help: ArgumentHelp(en: "Pages that are proved at once.", vi: "Số trang kiểm cùng lúc.", value: .number))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
    @Option(
        help: ArgumentHelp(
            en: "Prove as of this time (2026-11-24T06:43:29Z) instead of now.",
            vi: "Kiểm theo thời điểm này (2026-11-24T06:43:29Z) thay cho lúc này.", value: .time))
    var at: Timestamp?
    @Flag(help: .json) var json = false

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError(en: "--jobs is 1 to 256", vi: "--jobs là từ 1 đến 256")
        }
        guard photo.photos.isEmpty != files.isEmpty else {
            throw ValidationError(en: "Give PDF files, or --photo PHOTO.", vi: "Hãy ghi các tệp PDF, hoặc --photo ẢNH.")
        }
        guard photo.photos.isEmpty || (report == nil && !stress) else {
            throw ValidationError(
                en: "--report and --stress are for PDF files.", vi: "--report và --stress là cho tệp PDF.")
        }
        guard photo.photos.isEmpty || keys == nil || manifest != nil else {
            throw ValidationError(
                en: "--keys has no register: give --manifest FILE with it.",
                vi: "--keys không có sổ: hãy ghi thêm --manifest TỆP.")
        }
    }

    func answer() async throws {
        guard photo.photos.isEmpty else {
            return try await photo.prove(office: office, keys: keys, manifest: manifest, at: at ?? .now(), json: json)
        }
        if let report, [manifest, keys].contains(report) || files.contains(report) {
            throw FileError.outputIsInput(path: report, other: report)
        }
        let bar = ProgressLine(.codes)
        defer { bar.end() }
        let clock = at ?? .now()
        let resources = try Resources.located()
        let proof = try proof(at: clock, resources)
        let found = try await stoppable {
            try await proof.prove(files, manifest: manifest, stress: stress, jobs: jobs) { bar.update($0) }
        }
        bar.end()
        if let report { try ProofPage(found, on: clock.vietnamDay).write(to: report, resources: resources) }
        for file in found.files where !file.hasManifest {
            note(
                Message(
                    en: "there is no manifest of \(file.file): its codes are read and verified, not where they stand",
                    vi: "không có bảng kê của \(file.file): mã được đọc và kiểm tra, nhưng không xét vị trí"))
        }
        let changed = Set(found.faults.filter { $0.kind == .changed }.map(\.file))
        for file in found.files where file.bytes == .unknown && !changed.contains(file.file) {
            note(
                Message(
                    en: "the register does not know \(file.file): whether its bytes were changed is not known",
                    vi: "sổ không có tệp \(file.file): không biết tệp có bị sửa hay không"))
        }
        try say(
            [ProofWords.summary(found)] + found.faults.map(\.message) + ProofWords.stress(found), found, json: json)
        if !found.isFaultless { throw FailureCategory.refused.code }
    }

    private func proof(at clock: Timestamp, _ resources: Resources) throws -> Proof {
        let (kept, office) = try office.kept(keys: keys)
        let list = try kept.list { note($0.prefixed("mocban")) }
        let register = office.map { OfficeRevocations(office: $0, list: list) }
        return Proof(
            office: office, keyring: kept.keyring, revocations: register ?? list, resources: resources, clock: clock)
    }
}
