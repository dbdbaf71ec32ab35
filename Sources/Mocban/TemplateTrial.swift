import Drawing
public import Layout
import Payload

/// Checks a template and shows it with invented data.
public struct TemplateTrial: Sendable {
    private let template: Template
    private let fonts: FontFiles

    /// A trial with the resources' fonts and those of an office's folder.
    public init(_ template: Template, resources: Resources, office folder: String? = nil) throws {
        self.template = template
        fonts = try FontFiles(resources: resources, officeFonts: folder.map { $0 + "/fonts" })
    }

    // Below it, print is hard to read in poor light (the ratio of WCAG 2.1).
    private static let leastContrast = 7.0

    /// What is wrong with the template, nothing where all is well: boxes outside the safe area, letters that stand out
    /// too little, fonts and pictures that are not there, texts that do not fit, a code too fine for its payload.
    public func faults() throws -> [String] {
        let typesetter = try fonts.typesetter()
        do { try typesetter.prepare(template) } catch { return [fonts.explained(error)] }
        return try template.sides.flatMap { side in
            let prefix = side == template.front ? "" : "back, "
            return try faults(of: side, typesetter).map { prefix + $0 }
        }
    }

    private func faults(of side: Template.Side, _ typesetter: Typesetter) throws -> [String] {
        var faults: [String] = []
        let safe = Rectangle(origin: .zero, size: template.size).inset(by: template.safeMargin)
        for text in texts(of: side) {
            if !safe.contains(text.box) { faults.append("\(text.label): leaves the safe area") }
            let contrast = text.style.colour.contrast(with: background(of: text.box, on: side))
            if contrast < Self.leastContrast {
                faults.append("\(text.label): its contrast is \((contrast * 10).rounded() / 10), at least 7 is needed")
            }
        }
        if let code = side.code, !safe.contains(code.box) { faults.append("the code leaves the safe area") }
        for sample in SampleData.allCases {
            // Each text alone, so that one fault does not hide another.
            for mark in try template.page(sample.values(for: template.kind), side: side).marks {
                do { _ = try typesetter.set(Page(size: template.size, marks: [mark])) } catch {
                    faults.append("\(sample.rawValue) data: \(error)")
                }
            }
            do { _ = try page(sample, side) } catch let error as CodeError {
                faults.append("\(sample.rawValue) data: \(error)")
            }
        }
        return faults
    }

    /// Writes a picture of the template with usual, shortest and longest data side by side, backs below fronts.
    ///
    /// The file must not be there yet.
    public func writePreview(path: String, dotsPerInch: Double) throws {
        let typesetter = try fonts.typesetter()
        do {
            try typesetter.prepare(template)
            let rows = try template.sides.map { side in
                try SampleData.allCases.map { try typesetter.set(try page($0, side)) }
            }
            try PNGPicture.write(rows, path: path, dotsPerInch: dotsPerInch, typesetter: typesetter)
        } catch let error as DrawingError {
            if case .cannotWrite = error { throw error }
            throw MocbanError.faultyTemplate(name: template.name, message: fonts.explained(error))
        }
    }

    /// Every text of a side, fixed or with fields.
    private func texts(of side: Template.Side) -> [TextMark] {
        let fixed = side.face.marks.compactMap { mark in if case .text(let text) = mark { text } else { nil } }
        let filled = side.texts.map { text in TextMark(text.pattern.source, style: text.style, box: text.box) }
        return fixed + filled
    }

    /// The colour of the last filled box under the middle of a text, else paper white.
    private func background(of box: Rectangle, on side: Template.Side) -> Colour {
        let middle = Rectangle(
            origin: Point(x: box.minX + box.size.width / 2, y: box.minY + box.size.height / 2),
            size: Size(width: .zero, height: .zero))
        let fills = side.face.marks.compactMap { mark in
            if case .box(let mark) = mark, mark.box.contains(middle) { mark.fill } else { nil }
        }
        return fills.last ?? .white
    }

    private func page(_ sample: SampleData, _ side: Template.Side) throws -> Page {
        var random = SystemRandomNumberGenerator()
        let payload = try sample.payload(for: template.kind, using: &random)
        let values = sample.values(for: template.kind)
        return switch template.kind {
        case .card: try template.page(values, segments: payload.cardSegments, side: side)
        case .poster:
            try template.page(
                values, segments: payload.posterSegments(base: .init("https://tcs.thuathienhue.gov.vn")), side: side)
        }
    }
}
