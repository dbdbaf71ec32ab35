package import Payload

package struct ProofFault: Sendable, Hashable {
    package enum Problem: Sendable, Hashable {
        /// A code cannot be read at some resolutions, in dots an inch.
        case unreadable(resolutions: [Int])
        /// A code's signature does not hold, its key is not known, or it is no code of this system.
        case notOurs(Verdict)
        /// A code is ours and no longer good: expired or revoked.
        case lapsed(Verdict)
        case missing
        /// A code of the manifest stands where it does not belong, or once more; the serial where the manifest has
        /// another one there.
        case displaced(Displacement, Location, found: Serial?)
        /// A code of ours is of no card or poster of the manifest; the serial as in ``displaced``.
        case unlisted(found: Serial?)
        /// A code that is not ours stands where none is to be; without a verdict where revocations cannot be read.
        case stray(Verdict?)
        case unregistered
        case contradicted(claim: String, registered: String, found: String)
        /// A printed text, by the template's own words for it (`{name}`), is not what it should be.
        case text(label: String, expected: String, found: String)
        case pages(expected: Int, found: Int)
        /// The file's bytes are not those that a run printed: the run by its number in the register, and SHA-256 in
        /// hexadecimal digits.
        case changed(run: Int, registered: String, found: String)
        /// No run printed the file, and it has codes that are registered; its SHA-256 in hexadecimal digits.
        case unknownFile(found: String)
    }

    package enum Displacement: String, Sendable {
        /// It belongs there.
        case misplaced
        /// Each stands where the other belongs.
        case swapped
        /// It is there too.
        case doubled
    }

    /// Where else in printed files a fault points to.
    package struct Location: Sendable, Hashable, Encodable {
        package var file: String
        /// The page of the file, from 1.
        package var page: Int
        /// The position on the sheet, from 1; nil for all of them.
        package var position: Int?
    }

    package internal(set) var problem: Problem
    package let file: String
    /// The page of the file, from 1; nil for the whole file.
    package let page: Int?
    /// The last of several pages whose codes are all missing or misplaced in the same way; nil for one page.
    package internal(set) var lastPage: Int?
    /// The position on the sheet, from 1; nil for no certain one.
    package internal(set) var position: Int?
    /// The serial that the manifest has there, or that the code says.
    package internal(set) var serial: Serial?
    package internal(set) var row: Int?
    /// Codes that it is about; more than one where it is about a whole page.
    package internal(set) var count = 1

    package init(_ problem: Problem, file: String) { (self.problem, self.file, page) = (problem, file, nil) }

    package init(_ problem: Problem, file: String, at site: SheetMap.Site, serial: Serial?, row: Int?) {
        (self.problem, self.file, page) = (problem, file, site.page)
        (position, self.serial, self.row) = (site.position == 0 ? nil : site.position, serial, row)
    }

    /// Where what is there belongs, or where it is another time.
    package var other: Location? { if case .displaced(_, let location, _) = problem { location } else { nil } }

    /// What is wrong, in one word for programs.
    package enum Kind: String, Sendable, CaseIterable, Encodable {
        case unreadable
        case notOurs = "not-ours"
        case lapsed, missing, misplaced, swapped, doubled, stray, unregistered, contradicted, text, pages, changed
    }

    package var kind: Kind {
        switch problem {
        case .unreadable: .unreadable
        case .notOurs: .notOurs
        case .lapsed: .lapsed
        case .missing: .missing
        case .displaced(.misplaced, _, _), .unlisted: .misplaced
        case .displaced(.swapped, _, _): .swapped
        case .displaced(.doubled, _, _): .doubled
        case .stray: .stray
        case .unregistered: .unregistered
        case .contradicted: .contradicted
        case .text: .text
        case .pages: .pages
        case .changed, .unknownFile: .changed
        }
    }
}
