import Foundation
import Layout
package import Payload
import Rasterising
import Register
import Synchronization

/// A PDF file that is proved, and what is to be in it.
package struct ProofedFile: Sendable {
    /// Where it is now.
    package var path: String
    /// What it is called in faults.
    package var name: String
    /// Where the very file is that is hashed; nil where ``path`` will do.
    package var held: String?
    /// What the register says of its bytes; nil where nobody asks.
    package var bytes: PrintedBytes?
    /// What is to be in it; nil without a manifest.
    package var items: [PrintedManifest.Item]?
    /// Sheets that its run made; nil where that is not known.
    package var sheets: Int?
    /// Where a serial that is not in this file was printed.
    package var elsewhere: @Sendable (Serial) -> PrintedManifest.Item? = { _ in nil }
}

/// Proves whole files, several pages at once.
package struct FileProver: Sendable {
    package let terms: ProofTerms
    package let jobs: Int

    /// What the workers of a file share.
    private final class Shared: Sendable {
        let next = Atomic(0)
        let pages = Mutex<[Int: PageProof]>([:])
        let weakest = Mutex<[ProofedCode]>([])
    }

    // Pages that a worker takes at once: what it keeps of a page is small, and few are left for one worker at the end.
    private static let pagesAtOnce = 4

    /// Proves a file and adds what was found to a report.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - report: what is added to.
    ///   - progress: told how many more codes are done; from any thread.
    /// - Throws: `PDFError`, what reading the register throws, `CancellationError`.
    package func prove(
        _ file: ProofedFile, into report: inout ProofReport, progress: @escaping @Sendable (Int) -> Void
    ) async throws {
        let count = try PDFFile(path: file.path, at: file.held).pageCount
        let items = Dictionary(grouping: file.items ?? [], by: \.page)
        let shared = Shared()
        let chunks = (count + Self.pagesAtOnce - 1) / Self.pagesAtOnce
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, min(jobs, chunks)) {
                group.addTask { @concurrent in
                    let prover = try PageProver(file, terms)
                    while case let chunk = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue, chunk < chunks {
                        for page in chunk * Self.pagesAtOnce + 1...min(count, (chunk + 1) * Self.pagesAtOnce) {
                            try Task.checkCancellation()
                            let sheet = terms.map?.sheet(ofPage: page).sheet ?? page
                            let proof = try prover.prove(page, items[sheet] ?? [])
                            shared.pages.withLock { $0[page] = proof }
                            progress(proof.codes.count)
                        }
                    }
                    shared.weakest.withLock { all in prover.weakest.forEach { all.take($0) } }
                }
            }
            while try await group.next() != nil {}
        }
        for code in shared.weakest.withLock(\.self) { report.weakest.take(code) }
        let pages = shared.pages.withLock { pages in pages.sorted { $0.key < $1.key }.map(\.value) }
        Gathered(file, terms, pages: pages).add(to: &report)
    }
}

/// All codes of a file, held against its manifest.
private struct Gathered {
    let file: ProofedFile
    let terms: ProofTerms
    let codes: [PageProof.Code]
    let pageCount: Int
    /// Where the manifest has each serial; the front, where both sides have a code.
    private var homes: [Serial: [SheetMap.Site]] = [:]
    private var items: [SheetMap.Site: PrintedManifest.Item] = [:]
    private var found: [Serial: [SheetMap.Site]] = [:]

    init(_ file: ProofedFile, _ terms: ProofTerms, pages: [PageProof]) {
        (self.file, self.terms) = (file, terms)
        codes = pages.flatMap(\.codes)
        pageCount = pages.count
        if let map = terms.map {
            for item in file.items ?? [] {
                for side in map.layout.sides where map.side(side)?.code != nil {
                    let site = SheetMap.Site(page: map.page(ofSheet: item.page, side), position: item.position)
                    homes[item.serial, default: []].append(site)
                    items[site] = item
                }
            }
        }
        for code in codes { if let serial = code.serial { found[serial, default: []].append(code.site) } }
    }

    func add(to report: inout ProofReport) {
        var faults: [ProofFault] = []
        if let pages = pagesFault { faults.append(pages) }
        if let changed = file.bytes?.fault(of: file.name, hasCards: hasCards) { faults.append(changed) }
        for code in codes {
            report.readAt300 += code.isReadAt300 && (isExpected(code) || terms.map == nil) ? 1 : 0
            report.readAt600 += code.isReadAt600 && (isExpected(code) || terms.map == nil) ? 1 : 0
            report.signed += code.serial != nil && (isExpected(code) || terms.map == nil) ? 1 : 0
            report.placed += isHome(code) ? 1 : 0
            if let stress = code.stress { report.stress?.add(stress) }
            let placing = placingFault(code)
            faults += code.faults + [placing].compactMap(\.self)
            if let picture = code.picture, report.faulty.count < ProofReport.mostPictures {
                report.faulty.append(picture)
            }
        }
        report.faults += grouped(faults + missing)
        let sides = terms.map?.layout.sides.count ?? 1
        report.files.append(
            ProofReport.File(
                file: file.name, pages: pageCount, sheets: (pageCount + sides - 1) / sides,
                codes: terms.map == nil ? codes.count : items.count, hasManifest: file.items != nil,
                bytes: file.bytes?.standing))
    }

    /// Whether a code of the file is registered.
    private var hasCards: Bool {
        codes.contains { $0.serial != nil && !$0.faults.contains { $0.kind == .unregistered } }
    }

    private func isExpected(_ code: PageProof.Code) -> Bool { items[code.site] != nil }

    private func isHome(_ code: PageProof.Code) -> Bool {
        code.serial != nil && items[code.site]?.serial == code.serial
    }

    private var pagesFault: ProofFault? {
        guard let map = terms.map, let sheets = file.sheets, !homes.isEmpty else { return nil }
        let expected = sheets * map.layout.sides.count
        guard expected != pageCount else { return nil }
        var fault = ProofFault(.pages, file: file.name)
        func pages(_ count: Int) -> String { count == 1 ? "1 page" : "\(count) pages" }
        (fault.expected, fault.found) = (pages(expected), pages(pageCount))
        return fault
    }

    /// What is wrong with where a code of ours stands.
    private func placingFault(_ code: PageProof.Code) -> ProofFault? {
        guard let serial = code.serial else { return nil }
        let others = (found[serial] ?? []).filter { $0 != code.site }
        if terms.map == nil {
            guard let first = others.first, first < code.site || others.count == 1 && first == code.site else {
                return nil
            }
            return fault(.doubled, code, serial, at: place(first))
        }
        guard !isHome(code) else { return nil }
        if let home = homes[serial]?.first(where: { others.contains($0) }) {
            return fault(.doubled, code, serial, at: place(home))
        }
        if let home = homes[serial]?.first {
            let own = items[code.site]?.serial
            let isSwapped = codes.contains { $0.site == home && $0.serial != nil && $0.serial == own }
            return fault(isSwapped ? .swapped : .misplaced, code, serial, at: place(home))
        }
        let item = file.elsewhere(serial)
        return fault(
            .misplaced, code, serial,
            at: item.map { item in
                let page = terms.map?.page(ofSheet: item.page, .front) ?? item.page
                return ProofFault.Place(file: item.file, page: page, position: item.position)
            })
    }

    private func fault(
        _ kind: ProofFault.Kind, _ code: PageProof.Code, _ serial: Serial, at other: ProofFault.Place?
    ) -> ProofFault {
        let item = items[code.site]
        var fault = ProofFault(
            kind, file: file.name, page: code.site.page, position: code.site.position, serial: item?.serial ?? serial,
            row: item?.row)
        fault.other = other
        if fault.serial != serial { fault.found = serial.description }
        return fault
    }

    private func place(_ site: SheetMap.Site) -> ProofFault.Place {
        ProofFault.Place(file: file.name, page: site.page, position: site.position == 0 ? nil : site.position)
    }

    /// What the manifest has and no code of the file says; where a code is there and cannot be read, that is said already.
    private var missing: [ProofFault] {
        let unread = Set(codes.filter { $0.serial == nil && !$0.isBlank }.map(\.site))
        return items.filter { site, item in
            found[item.serial] == nil && !unread.contains(site) && homes[item.serial]?.first == site
        }.map { site, item in
            ProofFault(
                .missing, file: file.name, page: site.page, position: site.position, serial: item.serial, row: item.row)
        }
    }

    /// The faults in order, one for pages whose codes are all missing or out of place in the same way.
    private func grouped(_ faults: [ProofFault]) -> [ProofFault] {
        var ways: [Way: [ProofFault]] = [:]
        var result: [ProofFault] = []
        for fault in faults {
            if let way = Way(fault) { ways[way, default: []].append(fault) } else { result.append(fault) }
        }
        for (way, alike) in ways {
            let isWhole = alike.count > 1 && (way.kind != .missing || alike.count == itemCount(ofPage: way.page))
            guard isWhole, var whole = alike.first else {
                result += alike
                continue
            }
            (whole.position, whole.serial, whole.row, whole.found) = (nil, nil, nil, nil)
            whole.other?.position = nil
            whole.count = alike.count
            result.append(whole)
        }
        return Self.joined(result.sorted(by: Self.isBefore))
    }

    /// How a code is missing or out of place, alike for all codes of a page.
    private struct Way: Hashable {
        var kind: ProofFault.Kind
        var page: Int
        var other: ProofFault.Place?

        /// The way of a fault; nil where it is of one code alone.
        init?(_ fault: ProofFault) {
            guard let page = fault.page, fault.kind == .missing || fault.other != nil else { return nil }
            (kind, self.page, other) = (fault.kind, page, fault.other)
            if let position = other?.position, position != fault.position ?? position { return nil }
            other?.position = nil
            if other == ProofFault.Place(file: fault.file, page: page, position: nil) { return nil }
        }
    }

    private func itemCount(ofPage page: Int) -> Int { items.keys.count { $0.page == page } }

    private static func isBefore(_ a: ProofFault, _ b: ProofFault) -> Bool {
        let one = SheetMap.Site(page: a.page ?? 0, position: a.position ?? 0)
        let other = SheetMap.Site(page: b.page ?? 0, position: b.position ?? 0)
        return one == other ? a.kind.rawValue < b.kind.rawValue : one < other
    }

    /// The faults with those of whole pages that follow one another, and have their codes equally far away, in one.
    private static func joined(_ faults: [ProofFault]) -> [ProofFault] {
        var result: [ProofFault] = []
        for fault in faults {
            guard fault.count > 1, let page = fault.page,
                let index = result.lastIndex(where: { $0.kind == fault.kind && $0.count > 1 }),
                result[index].follows(fault, page)
            else {
                result.append(fault)
                continue
            }
            result[index].lastPage = page
            result[index].count += fault.count
        }
        return result
    }
}

extension ProofFault {
    /// Whether a fault of the next page is of the same kind and has its codes as far away.
    fileprivate func follows(_ fault: ProofFault, _ page: Int) -> Bool {
        guard kind != .swapped, let first = self.page, (lastPage ?? first) + 1 == page, other?.file == fault.other?.file
        else { return false }
        return other.map { $0.page - first } == fault.other.map { $0.page - page }
    }
}
