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

    /// What is wrong with the template, nothing where all is well: boxes outside the safe area, fonts that are not
    /// there, texts that do not fit, a code too fine for the longest payload.
    public func faults() throws -> [String] {
        var faults: [String] = []
        let safe = Rectangle(origin: .zero, size: template.size).inset(by: template.safeMargin)
        let typesetter = try fonts.typesetter()
        func isSet(_ page: Page, _ what: String) throws {
            do { _ = try typesetter.set(page) } catch {
                guard case .missingFont = error else { return faults.append("\(what): \(error)") }
                throw MocbanError.missingFont(message: "\(error)", packages: fonts.missingPackages)
            }
        }
        for mark in template.face.marks {
            guard case .text(let text) = mark else { continue }
            if !safe.contains(text.box) { faults.append("'\(text.label)' leaves the safe area") }
            try isSet(Page(size: template.size, marks: [mark]), "fixed text")
        }
        for text in template.texts where !safe.contains(text.box) {
            faults.append("'\(text.pattern.source)' leaves the safe area")
        }
        if let code = template.code, !safe.contains(code.box) { faults.append("the code leaves the safe area") }
        for sample in SampleData.allCases {
            // Each text alone, so that one fault does not hide another.
            for mark in try template.page(sample.values(for: template.kind)).marks {
                try isSet(Page(size: template.size, marks: [mark]), "\(sample.rawValue) data")
            }
            do { _ = try page(sample) } catch let error as CodeError {
                faults.append("\(sample.rawValue) data: \(error)")
            }
        }
        return faults
    }

    /// Writes a picture of the template with usual, shortest and longest data side by side.
    ///
    /// The file must not be there yet.
    public func writePreview(path: String, dotsPerInch: Double) throws {
        let typesetter = try fonts.typesetter()
        var pages: [SetPage] = []
        for sample in SampleData.allCases {
            do { pages.append(try typesetter.set(try page(sample))) } catch let error as DrawingError {
                guard case .missingFont = error else { throw error }
                throw MocbanError.missingFont(message: "\(error)", packages: fonts.missingPackages)
            }
        }
        try PNGPicture.write(pages, path: path, dotsPerInch: dotsPerInch, typesetter: typesetter)
    }

    private func page(_ sample: SampleData) throws -> Page {
        let payload = try sample.payload(for: template.kind)
        let values = sample.values(for: template.kind)
        return switch template.kind {
        case .card: try template.page(values, segments: payload.cardSegments)
        case .poster:
            try template.page(values, segments: payload.posterSegments(base: .init("https://tcs.thuathienhue.gov.vn")))
        }
    }
}
