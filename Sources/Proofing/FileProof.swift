import Layout
import Payload

package struct FileProof {
    private let file: ProofedFile
    private let map: SheetMap?
    private let codes: [PageProof.Code]
    private let pageCount: Int
    /// Where the manifest has each serial; the front, where both sides have a code.
    private var homes: [Serial: [SheetMap.Site]] = [:]
    private var items: [SheetMap.Site: PrintedManifest.Item] = [:]
    private var found: [Serial: [SheetMap.Site]] = [:]

    /// The codes of a file's pages, in order; without a map where there is no manifest.
    package init(_ file: ProofedFile, map: SheetMap?, pages: [PageProof]) {
        (self.file, self.map) = (file, map)
        codes = pages.flatMap(\.codes)
        pageCount = pages.count
        if let map {
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

    package func add(to report: inout ProofReport) {
        var faults = [pagesFault, file.bytes?.fault(of: file.name, hasCards: hasCards)].compactMap(\.self)
        for code in codes {
            if map == nil || items[code.site] != nil {
                report.readAt300 += code.isReadAt300 ? 1 : 0
                report.readAt600 += code.isReadAt600 ? 1 : 0
                report.signed += code.serial != nil ? 1 : 0
            }
            report.placed += isHome(code) ? 1 : 0
            if let stress = code.stress { report.stress?.add(stress) }
            faults += code.faults + [placingFault(code)].compactMap(\.self)
            if let picture = code.picture, report.faulty.count < ProofReport.mostPictures {
                report.faulty.append(picture)
            }
        }
        report.faults += grouped(faults + missing)
        let sides = map?.layout.sides.count ?? 1
        report.files.append(
            ProofReport.File(
                file: file.name, pages: pageCount, sheets: (pageCount + sides - 1) / sides,
                codes: map == nil ? codes.count : items.count, hasManifest: file.items != nil,
                bytes: file.bytes?.standing))
    }

    private var hasCards: Bool {
        codes.contains { $0.serial != nil && !$0.faults.contains { $0.kind == .unregistered } }
    }

    private func isHome(_ code: PageProof.Code) -> Bool {
        code.serial != nil && items[code.site]?.serial == code.serial
    }

    // MARK: Faults

    private var pagesFault: ProofFault? {
        guard let map, let sheets = file.sheets, !homes.isEmpty else { return nil }
        let expected = sheets * map.layout.sides.count
        return expected == pageCount ? nil : ProofFault(.pages(expected: expected, found: pageCount), file: file.name)
    }

    /// What is wrong with where a code of ours stands.
    private func placingFault(_ code: PageProof.Code) -> ProofFault? {
        guard let serial = code.serial, !isHome(code) else { return nil }
        let item = items[code.site]
        let printed = item == nil ? nil : serial
        func fault(_ problem: ProofFault.Problem) -> ProofFault {
            ProofFault(problem, file: file.name, at: code.site, serial: item?.serial ?? serial, row: item?.row)
        }
        func displaced(_ displacement: ProofFault.Displacement, _ site: SheetMap.Site) -> ProofFault {
            let position = site.position == 0 ? nil : site.position
            let location = ProofFault.Location(file: file.name, page: site.page, position: position)
            return fault(.displaced(displacement, location, found: printed))
        }
        let others = (found[serial] ?? []).filter { $0 != code.site }
        guard let map else {
            guard let first = others.first, first < code.site else { return nil }
            return displaced(.doubled, first)
        }
        if let home = homes[serial]?.first(where: { others.contains($0) }) { return displaced(.doubled, home) }
        if let home = homes[serial]?.first {
            let isSwapped = codes.contains { $0.site == home && $0.serial != nil && $0.serial == item?.serial }
            return displaced(isSwapped ? .swapped : .misplaced, home)
        }
        guard let home = file.elsewhere(serial) else { return fault(.unlisted(found: printed)) }
        let location = ProofFault.Location(
            file: home.file, page: map.page(ofSheet: home.page, .front), position: home.position)
        return fault(.displaced(.misplaced, location, found: printed))
    }

    /// What the manifest has and no code of the file says; where a code is there and cannot be read, that is said already.
    private var missing: [ProofFault] {
        let unread = Set(codes.filter { $0.serial == nil && !$0.isBlank }.map(\.site))
        return items.filter { site, item in
            found[item.serial] == nil && !unread.contains(site) && homes[item.serial]?.first == site
        }.map { site, item in
            ProofFault(.missing, file: file.name, at: site, serial: item.serial, row: item.row)
        }
    }

    // MARK: Whole pages

    /// The faults in order, one for pages whose codes are all missing or misplaced in the same way.
    private func grouped(_ faults: [ProofFault]) -> [ProofFault] {
        var ways: [Way: [ProofFault]] = [:]
        var result: [ProofFault] = []
        for fault in faults {
            if let way = Way(fault) { ways[way, default: []].append(fault) } else { result.append(fault) }
        }
        for (way, alike) in ways {
            let isWhole = alike.count > 1 && (way.kind != .missing || alike.count == itemCount(ofPage: way.page))
            result += isWhole ? [alike[0].ofWholePage(count: alike.count)] : alike
        }
        return Self.joined(result.sorted(by: Self.isBefore))
    }

    /// How a code is missing or misplaced, alike for all codes of a page.
    private struct Way: Hashable {
        var kind: ProofFault.Kind
        var page: Int
        var other: ProofFault.Location?

        /// The way of a fault; nil where it is of one code alone.
        init?(_ fault: ProofFault) {
            guard let page = fault.page, fault.kind == .missing || fault.other != nil else { return nil }
            (kind, self.page, other) = (fault.kind, page, fault.other)
            if let position = other?.position, position != fault.position ?? position { return nil }
            other?.position = nil
            if other == ProofFault.Location(file: fault.file, page: page, position: nil) { return nil }
        }
    }

    private func itemCount(ofPage page: Int) -> Int { items.keys.count { $0.page == page } }

    private static func isBefore(_ a: ProofFault, _ b: ProofFault) -> Bool {
        (a.page ?? 0, a.position ?? 0, a.kind.rawValue) < (b.page ?? 0, b.position ?? 0, b.kind.rawValue)
    }

    /// The faults with those of whole pages that follow one another, and have their codes equally far away, in one.
    private static func joined(_ faults: [ProofFault]) -> [ProofFault] {
        var result: [ProofFault] = []
        for fault in faults {
            guard fault.count > 1, let page = fault.page,
                let index = result.lastIndex(where: { $0.kind == fault.kind && $0.count > 1 }),
                result[index].isFollowed(by: fault, page)
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
    fileprivate func ofWholePage(count: Int) -> ProofFault {
        var whole = self
        (whole.position, whole.serial, whole.row, whole.count) = (nil, nil, nil, count)
        if case .displaced(let displacement, var location, _) = problem {
            location.position = nil
            whole.problem = .displaced(displacement, location, found: nil)
        }
        return whole
    }

    /// Whether a fault of the next page is of the same kind and has its codes as far away.
    fileprivate func isFollowed(by fault: ProofFault, _ page: Int) -> Bool {
        guard kind != .swapped, let first = self.page, (lastPage ?? first) + 1 == page, other?.file == fault.other?.file
        else { return false }
        return other.map { $0.page - first } == fault.other.map { $0.page - page }
    }
}
