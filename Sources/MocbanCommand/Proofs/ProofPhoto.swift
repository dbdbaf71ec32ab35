import CommandWords
import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Proofing

/// What `mocban proof --photo` takes besides the office, the keys and the manifest.
struct PhotoOptions: ParsableArguments {
    @Option(
        name: .customLong("photo"), parsing: .upToNextOption,
        help: ArgumentHelp(
            en: "Photographs of printed sheets, cut or not: which cards are there, missing or unreadable.",
            vi: "Ảnh chụp tờ đã in, đã cắt hay chưa: thẻ nào có, thẻ nào thiếu hoặc không đọc được.",
            value: Message(en: "PHOTO", vi: "ẢNH")))
    var photos: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "With --photo: write what is to be printed once more, for `mocban reprint --list`.",
            vi: "Với --photo: ghi những gì cần in lại, cho `mocban reprint --list`.",
            value: Message(verbatim: "OUT.csv")))
    var reprintList: String?

    func validate() throws {
        guard !photos.isEmpty || reprintList == nil else {
            throw ValidationError(en: "--reprint-list belongs to --photo.", vi: "--reprint-list đi với --photo.")
        }
    }

    /// Proves the photographs and answers; ends the program with status 1 where anything is not as it should be.
    ///
    /// An exported keyring, instead of the office, takes the run's manifest; else the office's register may stand for that.
    func prove(office: OfficeOption, keys: String?, manifest: String?, at clock: Timestamp, json: Bool) async throws {
        let opened = keys == nil ? try Office(folder: office.folder) : nil
        if let reprintList {
            if [manifest, keys].contains(reprintList) || photos.contains(reprintList) {
                throw FileError.outputIsInput(path: reprintList, other: reprintList)
            }
            try opened?.confirm(output: reprintList)
        }
        let proof = try proof(opened, keys: keys, manifest: manifest, at: clock)
        let bar = ProgressLine(.photographs)
        defer { bar.end() }
        let found = try await stoppable { [photos] in try proof.prove(photos) { bar.update($0, of: photos.count) } }
        bar.end()
        if let reprintList { try ReprintList.write(found, to: reprintList, wording: language) }
        try say(PhotoWords.lines(found), found, json: json)
        if !found.isFaultless { throw FailureCategory.refused.code }
    }

    private func proof(_ office: Office?, keys: String?, manifest: String?, at clock: Timestamp) throws -> PhotoProof {
        let keyring = try office?.keyring() ?? KeptRevocations(keys: keys ?? "").keyring
        if let manifest {
            return try PhotoProof(
                manifest: manifest, office: office, keyring: keyring, resources: try .located(), clock: clock)
        }
        guard let office else {
            throw ValidationError(
                en: "--keys takes --manifest: there is no register.", vi: "--keys đi với --manifest: ở đây không có sổ."
            )
        }
        return try PhotoProof(office: office, clock: clock)
    }
}

enum PhotoWords {
    /// A line for each sheet, then for everything that does not belong there.
    static func lines(_ report: PhotoReport) -> [Message] {
        var lines = report.sheets.map(line)
        if lines.isEmpty {
            lines.append(Message(en: "no sheet of ours is to be seen", vi: "không thấy tờ nào của đơn vị"))
        }
        for photo in report.photos where photo.read == 0 {
            let more = photo.unreadable > 0
            lines.append(
                Message(
                    en: "no code was read\(more ? ", \(photo.unreadable) are there" : ""): "
                        + "take a sharper picture, straight from above, in even light",
                    vi: "không đọc được mã nào\(more ? ", có \(photo.unreadable) mã ở đó" : ""): "
                        + "hãy chụp rõ hơn, thẳng từ trên xuống, nơi sáng đều"
                ).prefixed(photo.photo))
        }
        lines += report.strangers.map(line)
        lines += report.doubled.map {
            Message(en: "\($0) lies there more than once", vi: "\($0) nằm ở đó hơn một lần")
        }
        return lines
    }

    private static func line(_ sheet: PhotoReport.Sheet) -> Message {
        let head = Message(
            en: "sheet \(sheet.number) of \(sheet.file)\(sheet.run.map { " (run \($0))" } ?? ""): ",
            vi: "tờ \(sheet.number) của \(sheet.file)\(sheet.run.map { " (đợt in \($0))" } ?? ""): ")
        guard !sheet.isWhole else {
            return .joined([
                head,
                Message(
                    en: sheet.count == 1 ? "its one card is there" : "all \(sheet.count) cards are there",
                    vi: sheet.count == 1 ? "có đủ một thẻ" : "có đủ \(sheet.count) thẻ"),
            ])
        }
        var parts = [
            Message(
                en: "\(sheet.there.count) of \(sheet.count) cards are there",
                vi: "có \(sheet.there.count)/\(sheet.count) thẻ")
        ]
        if !sheet.missing.isEmpty {
            let names = Message.joined(sheet.missing.map(name), by: ", ")
            parts.append(Message(en: "missing: \(names.english)", vi: "thiếu: \(names.vietnamese)"))
        }
        if sheet.unsure > 0 {
            parts.append(
                Message(
                    en: "\(sheet.unsure) of the missing \(sheet.unsure == 1 ? "lies" : "lie") there unreadable",
                    vi: "\(sheet.unsure) thẻ thiếu nằm ở đó nhưng không đọc được"))
        }
        if !sheet.unreadable.isEmpty {
            let names = Message.joined(sheet.unreadable.map(name), by: ", ")
            parts.append(Message(en: "unreadable: \(names.english)", vi: "không đọc được: \(names.vietnamese)"))
        }
        return .joined([head, .joined(parts, by: "; ")])
    }

    private static func name(_ card: PhotoReport.Card) -> Message {
        Message(
            en: "\(card.serial) (\(card.row.map { "row \($0), " } ?? "")position \(card.position))",
            vi: "\(card.serial) (\(card.row.map { "dòng \($0), " } ?? "")vị trí \(card.position))")
    }

    private static func line(_ stranger: PhotoReport.Stranger) -> Message {
        let serial =
            stranger.serial.map { Message(verbatim: "\($0)") } ?? Message(en: "a code", vi: "một mã")
        let text = (stranger.text ?? "").prefix(40).description.shown
        let what =
            switch stranger.origin {
            case .otherSheet:
                Message(
                    en: "\(serial.english) belongs on sheet \(stranger.sheet ?? 0) of \(stranger.file ?? "")",
                    vi: "\(serial.vietnamese) thuộc tờ \(stranger.sheet ?? 0) của \(stranger.file ?? "")")
            case .otherRun:
                Message(
                    en: "\(serial.english) is ours, but was not printed there",
                    vi: "\(serial.vietnamese) của đơn vị, nhưng không in ở đó")
            case .notOurs:
                Message(en: "a code that is not ours: \(text)", vi: "một mã không phải của đơn vị: \(text)")
            case .forged:
                Message(en: "a code whose signature does not hold: \(text)", vi: "một mã có chữ ký không đúng: \(text)")
            }
        return what.prefixed(stranger.photo)
    }
}
