import CairoDrawing
import Files
import LateLibrary
package import Layout
package import Messages
import Payload
import Pictures
import Typesetting

/// Checks a template and shows it with invented data.
package struct TemplateTrial: Sendable {
    private let template: Template
    private let fonts: FontFiles

    /// A trial with the resources' fonts and those of an office's folder.
    package init(_ template: Template, resources: Resources, office folder: String? = nil) throws {
        self.template = template
        fonts = try FontFiles(resources: resources, officeFonts: folder.map { $0 + "/fonts" })
    }

    /// What is wrong with the template, nothing where all is well: boxes outside the safe area, texts that overlap, stand
    /// on something, stand out too little, are too small or do not fit, letters, fonts and pictures that are not there, a
    /// code too fine for its payload.
    package func faults() throws -> [Message] {
        let typesetter = try fonts.typesetter()
        do { try typesetter.prepare(template) } catch {
            if error is MissingLibrary { throw error }
            return [fonts.explained(error)]
        }
        var faults = try SideCheck.faults(of: template.front, in: template, typesetter)
        if let back = template.back {
            faults += try SideCheck.faults(of: back, in: template, typesetter).map {
                Message(en: "back, \($0.english)", vi: "mặt sau, \($0.vietnamese)")
            }
        }
        return faults
    }

    /// Writes a picture of the template with usual, shortest and longest data side by side, backs below fronts.
    ///
    /// The file must not be there yet.
    package func writePreview(path: String, dotsPerInch: Double) throws {
        let typesetter = try fonts.typesetter()
        do {
            try typesetter.prepare(template)
            let rows = try template.sides.map { side in
                try SampleData.allCases.map { try typesetter.set(try page($0, side)) }
            }
            try PNGPicture.write(rows, path: path, dotsPerInch: dotsPerInch, typesetter: typesetter)
        } catch {
            switch error {
            case is TypesettingError, is PictureError, DrawingError.failed, DrawingError.unreadablePhoto:
                throw TemplateError.faultyTemplate(name: template.name, reason: fonts.explained(error))
            default: throw error
            }
        }
    }

    private func page(_ sample: SampleData, _ side: Template.Side) throws -> Page {
        let segments = side.code == nil ? [] : try sample.segments(for: template.kind)
        return try template.page(sample.values(for: template), segments: segments, side: side)
    }
}
