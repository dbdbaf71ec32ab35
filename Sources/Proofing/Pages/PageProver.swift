import Layout
package import Payload
import QRCode
import Rasterising
import Scanning
import Templates

/// Proves the pages of a file, one after the other, for one thread.
package final class PageProver {
    private let terms: ProofTerms
    private let file: PDFFile
    private let name: String
    // A new one for each page: ZBar throws dice where it looks for corners, and goes on from the picture before.
    private var scanner: CodeScanner
    package private(set) var weakest: [ProofedCode] = []

    // One line of pixels in so many is looked at first; finer codes are looked for in all of them, and from then on in more.
    private var steps = [4, 4]

    private static let resolutions = [300.0, 600.0]
    // Enough for a module of 0.40 mm, whose code is then read again at the full resolutions.
    private static let searching = 150.0

    // Codes on a page that are looked for at most: no sheet has more.
    private static let mostStray = 200

    /// A prover of a file; throws `PDFError`, or `MissingLibrary` where ZBar is not there.
    package init(_ file: ProofedFile, _ terms: ProofTerms) throws {
        self.file = try PDFFile(path: file.path, at: file.held)
        scanner = try CodeScanner()
        (name, self.terms) = (file.name, terms)
    }

    /// A code where one is to be.
    private struct Expected {
        var site: SheetMap.Site
        var box: Rectangle
        var item: PrintedManifest.Item?
    }

    /// Texts of a code's square.
    private struct Reading {
        /// What was read at each resolution; the code that is meant comes first.
        var texts: [[String]] = []
        /// The square at the lower resolution.
        var image: GreyImage?

        var text: String? { texts.lazy.compactMap(\.first).first }
        var isBlank: Bool { text == nil && image?.pixels.allSatisfy { $0 > 127 } == true }
        /// Resolutions at which nothing was read, or something else than at the other.
        var failures: [Int] { texts.indices.filter { texts[$0].first == nil || texts[$0].first != text } }
    }

    /// Proves a page, counted from 1, against what the manifest has on its sheet.
    ///
    /// Throws `PDFError`, `MissingLibrary`, and what reading the register throws.
    package func prove(_ number: Int, _ items: [PrintedManifest.Item]) throws -> PageProof {
        let page = try file.page(number)
        scanner = try CodeScanner()
        let boxes = boxes(of: number, items)
        var found = boxes.map { (expected: $0, reading: read(page, $0.box)) }
        // Without a manifest, all that is known of codes is what this search finds.
        let isAlone = terms.map == nil
        let resolution = isAlone ? Self.resolutions[0] : Self.searching
        for box in search(page, at: resolution, without: boxes.map(\.box), isThorough: isAlone) {
            found.append((Expected(site: SheetMap.Site(page: number, position: 0), box: box), read(page, box)))
        }
        let verified = try found.map { found in
            try found.reading.text.map { try terms.verifier.verify($0, at: terms.clock) }
        }
        let cards = try terms.records.cards(verified.compactMap { $0?.claims?.serial })
        let text = found.contains { $0.expected.item != nil } ? page.text() : PageText(glyphs: [])
        var proof = PageProof()
        for (found, verification) in zip(found, verified) {
            proof.codes.append(try code(found.expected, found.reading, verification, cards, text))
        }
        return proof
    }

    private func boxes(of page: Int, _ items: [PrintedManifest.Item]) -> [Expected] {
        guard let map = terms.map else { return [] }
        let side = map.sheet(ofPage: page).side
        guard let rule = map.side(side)?.code else { return [] }
        return items.filter { (1...map.layout.profile.capacity).contains($0.position) }.map { item in
            Expected(
                site: SheetMap.Site(page: page, position: item.position),
                box: map.box(rule.box, at: item.position, side), item: item)
        }
    }

    // MARK: Reading

    /// Reads a square at the lower resolution, and what is found in it at the higher one.
    ///
    /// Most of the time goes with the pixels of the higher one, a fifth of which are the quiet zone.
    private func read(_ page: PDFPage, _ box: Rectangle) -> Reading {
        var reading = Reading()
        var box = box
        for (index, dotsPerInch) in Self.resolutions.enumerated() {
            guard let image = page.raster(of: box, dotsPerInch: dotsPerInch) else {
                reading.texts.append([])
                continue
            }
            let found = scan(image, index)
            reading.texts.append(found.map(\.text))
            guard index == 0 else { continue }
            reading.image = image
            // Some of the quiet zone is needed to see where the code ends.
            if let square = found.first.map({ Self.square(of: $0, at: dotsPerInch) }) {
                box = Rectangle(
                    origin: Point(x: box.minX + square.minX, y: box.minY + square.minY), size: square.size
                ).inset(by: square.size.width * -0.03)
            }
        }
        return reading
    }

    /// Where a code was found on a picture, as a square.
    private static func square(of found: CodeScanner.Finding, at dotsPerInch: Double) -> Rectangle {
        func length(_ pixels: Int) -> Length { .mm(Double(pixels) / dotsPerInch * 25.4) }
        let side = max(length(found.width), length(found.height))
        return Rectangle(origin: Point(x: length(found.x), y: length(found.y)), size: Size(width: side, height: side))
    }

    private func scan(_ image: GreyImage, _ index: Int) -> [CodeScanner.Finding] {
        let findings = scanner.scan(image, step: steps[index])
        guard findings.isEmpty, steps[index] > 1 else { return findings }
        let finer = scanner.scan(image)
        if !finer.isEmpty { steps[index] /= 2 }
        return finer
    }

    /// The squares of codes on a page, with some of the paper around each.
    ///
    /// What was found is left out of another look, since codes beside one another may hide each other.
    private func search(
        _ page: PDFPage, at dotsPerInch: Double, without holes: [Rectangle], isThorough: Bool
    ) -> [Rectangle] {
        // A file of thousands of empty pages is soon made; beside a manifest they cost little.
        if isThorough, page.isBlank { return [] }
        var boxes: [Rectangle] = []
        var step = 2
        while let image = page.raster(dotsPerInch: dotsPerInch, without: holes + boxes) {
            let found = scanner.scan(image, step: step).map { found in
                let square = Self.square(of: found, at: dotsPerInch)
                return square.inset(by: square.size.width * -0.15)
            }
            boxes += found
            guard found.isEmpty || boxes.count > Self.mostStray else { continue }
            guard isThorough, step > 1 else { break }
            step = 1
        }
        return boxes
    }

    // MARK: Judging

    private func code(
        _ expected: Expected, _ reading: Reading, _ verification: Verification?, _ cards: [Serial: PrintedCard],
        _ text: PageText
    ) throws -> PageProof.Code {
        let claims = verification?.claims
        let (site, item) = (expected.site, expected.item)
        var faults: [ProofFault] = []
        func add(_ problem: ProofFault.Problem) {
            let row = claims == nil || claims?.serial == item?.serial ? item?.row : nil
            let serial = claims?.serial ?? item?.serial
            faults.append(ProofFault(problem, file: name, at: site, serial: serial, row: row))
        }
        if !reading.failures.isEmpty, !reading.isBlank, item != nil || reading.text != nil {
            add(.unreadable(resolutions: reading.failures.map { Int(Self.resolutions[$0]) }))
        }
        var isOurs = false
        if let verdict = verification?.verdict {
            switch verdict {
            case .valid, .notYetValid: isOurs = true
            case .expired, .revoked:
                isOurs = true
                add(.lapsed(verdict))
            case .forged, .unknownKey, .wrongPurpose, .malformed:
                add(item == nil && terms.map != nil ? .stray(verdict) : .notOurs(verdict))
            }
        }
        if isOurs, let claims {
            let card = cards[claims.serial]
            if card == nil, terms.records.knowsAll { add(.unregistered) }
            card?.contradictions(claims).forEach(add)
            if item != nil, let map = terms.map {
                let side = map.sheet(ofPage: site.page).side
                TextProof(office: terms.office, map: map)
                    .differences(claims, card, on: text, at: site.position, side).forEach(add)
            }
        }
        for extra in reading.texts.flatMap({ $0.dropFirst() }) where item != nil && extra != reading.text {
            add(.stray((try? terms.verifier.verify(extra, at: terms.clock))?.verdict))
        }
        let stress = item == nil ? nil : try stress(of: reading, on: site.page, serial: claims?.serial)
        return PageProof.Code(
            site: site, serial: isOurs ? claims?.serial : nil, isReadAt300: !reading.failures.contains(0),
            isReadAt600: !reading.failures.contains(1), isBlank: reading.isBlank, faults: faults,
            picture: picture(site, claims?.serial ?? item?.serial, reading, stress, isFaulty: !faults.isEmpty),
            stress: stress)
    }

    /// A code's picture where it is faulty; weak ones are taken note of.
    private func picture(
        _ site: SheetMap.Site, _ serial: Serial?, _ reading: Reading, _ stress: CodeStress?, isFaulty: Bool
    ) -> ProofedCode? {
        let isWeak = reading.text != nil && (stress != nil || weakest.mayTake(reading.text))
        guard isWeak || isFaulty, let image = reading.image else { return nil }
        let symbol = reading.text.flatMap { modules($0, site.page) }
        let code = ProofedCode(
            serial: serial, file: name, page: site.page, position: site.position, text: reading.text,
            code: symbol, image: site.position > 0 ? square(symbol, of: image, site.page) : image, stress: stress)
        if isWeak { weakest.take(code) }
        return isFaulty ? code : nil
    }

    private func stress(of reading: Reading, on page: Int, serial: Serial?) throws -> CodeStress? {
        guard terms.isStressed, let map = terms.map, let text = reading.text, let image = reading.image,
            let code = modules(text, page)
        else { return nil }
        let isTurned = map.layout.placement(at: 0, side: map.sheet(ofPage: page).side).isTurned
        let square = square(code, of: image, page)
        return try CodeStress(of: code, saying: text, isTurned ? square.turned : square, seed: serial?.rawValue ?? 0)
    }

    /// Of a picture of the rule's square the symbol's own, which its number of modules tells.
    private func square(_ code: QRCode?, of image: GreyImage, _ page: Int) -> GreyImage {
        guard let code, let map = terms.map, let rule = map.side(map.sheet(ofPage: page).side)?.code else {
            return image
        }
        return image.middle(rule.square(of: code).size.width / rule.box.size.width)
    }

    /// The modules of a text, encoded by the template's rule as it was for the file.
    private func modules(_ text: String, _ page: Int) -> QRCode? {
        guard let map = terms.map, let rule = map.side(map.sheet(ofPage: page).side)?.code,
            let payload = try? SignedPayload(text: text)
        else { return nil }
        let segments = text.hasPrefix(DigitText.prefix) ? payload.cardSegments : [Segment.byte(text)]
        return try? rule.encode(segments).code
    }
}

extension GreyImage {
    /// The part in the middle that is so much as wide and as high.
    fileprivate func middle(_ share: Double) -> GreyImage {
        let (columns, rows) = (Int((Double(width) * share).rounded()), Int((Double(height) * share).rounded()))
        guard columns < width, rows < height else { return self }
        let (left, top) = ((width - columns) / 2, (height - rows) / 2)
        let part = (top..<top + rows).flatMap { pixels[($0 * width + left)..<($0 * width + left + columns)] }
        return GreyImage(width: columns, height: rows, pixels: part) ?? self
    }

    fileprivate var turned: GreyImage { GreyImage(width: width, height: height, pixels: pixels.reversed()) ?? self }
}

package struct PageProof: Sendable {
    package struct Code: Sendable {
        package var site: SheetMap.Site
        /// Its serial, where its signature is ours.
        package var serial: Serial?
        /// Whether it was read at 300 and at 600 dots an inch.
        package var isReadAt300: Bool
        package var isReadAt600: Bool
        /// Whether its square is white.
        package var isBlank: Bool
        package var faults: [ProofFault]
        /// Its picture, where there are faults.
        package var picture: ProofedCode?
        package var stress: CodeStress?
    }

    /// The codes at the positions where codes are to be, then those elsewhere.
    package var codes: [Code] = []
}
