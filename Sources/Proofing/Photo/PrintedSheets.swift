import Office
package import Payload
package import Register

/// What was printed on which sheet: what a run's manifest says, or else the office's register.
package enum PrintedSheets: Sendable {
    case manifest(PrintedManifest)
    case register(Register)

    package struct Sheet: Hashable, Sendable, Comparable {
        /// The run; nil where a manifest does not say.
        package var run: Int?
        package var file: String
        /// The sheet of the file, from 1.
        package var number: Int

        package static func < (a: Sheet, b: Sheet) -> Bool {
            (a.run ?? 0, a.file, a.number) < (b.run ?? 0, b.file, b.number)
        }
    }

    /// The sheets that a card or poster was printed on; none where nobody knows it.
    package func sheets(of serial: Serial) throws -> [Sheet] {
        switch self {
        case .manifest(let manifest): manifest.item(of: serial).map { [Sheet(file: $0.file, number: $0.page)] } ?? []
        case .register(let register):
            try register.reading { try $0.prints(of: serial) }
                .map { Sheet(run: $0.run, file: $0.file, number: $0.page) }
        }
    }

    package func cards(on sheet: Sheet) throws -> [PhotoReport.Card] {
        switch self {
        case .manifest(let manifest):
            try manifest.items(of: sheet.file).filter { $0.page == sheet.number }
                .map { PhotoReport.Card(serial: $0.serial, row: $0.row, position: $0.position) }
        case .register(let register):
            try register.reading { snapshot in
                try snapshot.printed(in: sheet.run ?? 0, file: sheet.file, sheets: sheet.number...sheet.number)
            }.filter { PrintedFigure.positions.contains($0.position.position) }
                .map { PhotoReport.Card(serial: $0.card.serial, row: nil, position: $0.position.position) }
        }
    }
}
