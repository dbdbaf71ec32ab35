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
            "Photographs of printed sheets, cut or not: which cards are there, missing or unreadable.",
            valueName: "PHOTO"))
    var photos: [String] = []
    @Option(
        help: ArgumentHelp(
            "With --photo: write what is to be printed once more, for `mocban reprint --list`.", valueName: "OUT.csv"))
    var reprintList: String?

    func validate() throws {
        guard !photos.isEmpty || reprintList == nil else { throw ValidationError("--reprint-list belongs to --photo.") }
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
        let bar = ProgressLine("photograph")
        defer { bar.end() }
        let found = try await stoppable { [photos] in try proof.prove(photos) { bar.update($0, of: photos.count) } }
        bar.end()
        if let reprintList { try ReprintList.write(found, to: reprintList) }
        try say(PhotoWords.lines(found), found, json: json)
        if !found.isFaultless { throw FailureCategory.refused.code }
    }

    private func proof(_ office: Office?, keys: String?, manifest: String?, at clock: Timestamp) throws -> PhotoProof {
        let keyring = try office?.keyring() ?? KeptRevocations(keys: keys ?? "").keyring
        if let manifest {
            return try PhotoProof(
                manifest: manifest, office: office, keyring: keyring, resources: try .located(), clock: clock)
        }
        guard let office else { throw ValidationError("--keys takes --manifest: there is no register.") }
        return try PhotoProof(office: office, clock: clock)
    }
}

enum PhotoWords {
    /// A line for each sheet, then for everything that does not belong there.
    static func lines(_ report: PhotoReport) -> [String] {
        var lines = report.sheets.map(line)
        if lines.isEmpty { lines.append("no sheet of ours is to be seen") }
        for photo in report.photos where photo.read == 0 {
            lines.append(
                "\(photo.photo): no code was read\(photo.unreadable > 0 ? ", \(photo.unreadable) are there" : ""): "
                    + "take a sharper picture, straight from above, in even light")
        }
        lines += report.strangers.map(line)
        lines += report.doubled.map { "\($0) lies there more than once" }
        return lines
    }

    private static func line(_ sheet: PhotoReport.Sheet) -> String {
        let run = sheet.run.map { " (run \($0))" } ?? ""
        let head = "sheet \(sheet.number) of \(sheet.file)\(run): "
        guard !sheet.isWhole else {
            return head + (sheet.count == 1 ? "its one card is there" : "all \(sheet.count) cards are there")
        }
        var parts = ["\(sheet.there.count) of \(sheet.count) cards are there"]
        if !sheet.missing.isEmpty { parts.append("missing: " + sheet.missing.map(name).joined(separator: ", ")) }
        if sheet.unsure > 0 {
            parts.append("\(sheet.unsure) of the missing \(sheet.unsure == 1 ? "lies" : "lie") there unreadable")
        }
        if !sheet.unreadable.isEmpty {
            parts.append("unreadable: " + sheet.unreadable.map(name).joined(separator: ", "))
        }
        return head + parts.joined(separator: "; ")
    }

    private static func name(_ card: PhotoReport.Card) -> String {
        let row = card.row.map { "row \($0), " } ?? ""
        return "\(card.serial) (\(row)position \(card.position))"
    }

    private static func line(_ stranger: PhotoReport.Stranger) -> String {
        let serial = stranger.serial.map { "\($0)" } ?? "a code"
        let what =
            switch stranger.origin {
            case .otherSheet: "\(serial) belongs on sheet \(stranger.sheet ?? 0) of \(stranger.file ?? "")"
            case .otherRun: "\(serial) is ours, but was not printed there"
            case .notOurs: "a code that is not ours: \((stranger.text ?? "").prefix(40).description.shown)"
            case .forged: "a code whose signature does not hold: \((stranger.text ?? "").prefix(40).description.shown)"
            }
        return "\(stranger.photo): \(what)"
    }
}
