package import Layout
package import Typesetting

extension Typesetter {
    /// Sets every text of a page, and reads its photographs.
    ///
    /// Throws `TypesettingError` for the first text that does not fit or has a letter that its font lacks, and
    /// `DrawingError.unreadablePhoto` for a photograph that cannot be read.
    package func set(_ page: Page) throws -> TypesetPage { try set(page, photograph: Portrait.jpeg) }

    /// Sets every text of some marks, and reads their photographs.
    package func set(_ marks: [Mark]) throws -> [TypesetMark] { try set(marks, photograph: Portrait.jpeg) }

    /// Loads a template's fonts and pictures and sets its fixed texts, so that its faults are found before any data are.
    ///
    /// Throws `TypesettingError`, `PictureError` or `MissingLibrary` for the first fault.
    package func prepare(_ template: Template) throws {
        for mark in template.sides.flatMap(\.face.marks) {
            switch mark {
            case .text(let text): _ = try set(text)
            case .picture(let picture): _ = try TemplatePicture(picture)
            case .code, .line, .box, .portrait: continue
            }
        }
        try loadFonts(of: template)
    }
}
