import Drawing
import Foundation
import Layout
public import Payload
import Photographs
import Scanning

/// The proof of printed sheets by photographs: which cards of a sheet are there, which are missing or unreadable.
///
/// The sheets may be whole or cut, and several photographs may show one sheet.
public struct PhotoProof: Sendable {
    private let manifest: PrintedManifest
    private let map: SheetMap
    private let verifier: Verifier
    private let clock: Timestamp

    /// A proof of sheets of a run.
    ///
    /// - Parameters:
    ///   - manifest: the run's manifest.
    ///   - keyring: the keys that signed its codes.
    ///   - revocations: what is known of revocations.
    ///   - resources: Mocban's templates and sheet profiles.
    ///   - folder: the office's folder, for its own templates and profiles; nil without an office.
    ///   - clock: the moment that codes must be good at.
    /// - Throws: `MocbanError`, `ConfigurationError`.
    public init(
        manifest path: String, keyring: Keyring, revocations: (any Revocations)? = nil, resources: Resources,
        office folder: String?, clock: Timestamp
    ) throws {
        manifest = try PrintedManifest(path: path)
        map = try SheetMap(of: manifest.run, resources: resources, office: folder)
        verifier = Verifier(keyring: keyring, revocations: revocations)
        self.clock = clock
    }

    /// Looks at photographs, PNG or JPEG files, together.
    ///
    /// Throws `DrawingError.unreadablePicture`, `MocbanError`, `CancellationError`.
    public func prove(_ paths: [String], progress: (Int) -> Void = { _ in }) throws -> PhotoReport {
        var sightings = PhotoSightings()
        for path in paths {
            try Task.checkCancellation()
            let picture = try GreyPicture(path: path)
            guard let image = GreyImage(width: picture.width, height: picture.height, pixels: picture.pixels) else {
                throw MocbanError.notAPicture(path: path, reason: "it has no pixels")
            }
            try look(at: PhotoSearch.codes(in: image), of: path, &sightings)
            progress(1)
        }
        return try PhotoJudgement(manifest: manifest, map: map, sightings: sightings).report
    }

    private func look(at codes: PhotographedCodes, of path: String, _ sightings: inout PhotoSightings) throws {
        var photo = PhotoReport.Photo(photo: path, codes: codes.found.count, unreadable: codes.unreadable.count)
        var places: [PhotoSightings.Place] = []
        for code in codes.found {
            let verification = try verifier.verify(code.text, at: clock)
            let isOurs = [.valid, .notYetValid, .expired, .revoked].contains(verification.verdict)
            if isOurs, let serial = verification.claims?.serial {
                if verification.verdict != .valid { photo.foreign.append(.init(verification.verdict, serial)) }
                if let item = manifest.item(of: serial) {
                    places.append(PhotoSightings.Place(item: item, corners: code.place))
                } else {
                    photo.otherRuns.append(serial)
                }
            } else {
                photo.foreign.append(.init(verification.verdict, nil))
            }
        }
        sightings.photos.append(photo)
        sightings.seen.append(PhotoSightings.Seen(places: places, unreadable: codes.unreadable.map(\.place)))
    }
}

/// What photographs were found to show, before it is held against the manifest.
struct PhotoSightings {
    /// A card of the run.
    struct Place {
        var item: PrintedManifest.Item
        /// The corners of its code's modules.
        var corners: Quadrilateral
    }

    /// What one photograph shows.
    struct Seen {
        var places: [Place]
        /// Places of codes that were not read.
        var unreadable: [Quadrilateral]
    }

    var photos: [PhotoReport.Photo] = []
    var seen: [Seen] = []
}

/// Holds what photographs show against the sheets of a run.
private struct PhotoJudgement {
    let manifest: PrintedManifest
    let map: SheetMap
    let sightings: PhotoSightings

    private struct Sheet: Hashable, Comparable {
        var file: String
        var number: Int

        static func < (a: Sheet, b: Sheet) -> Bool { (a.file, a.number) < (b.file, b.number) }
    }

    var report: PhotoReport {
        get throws {
            var report = PhotoReport(photos: sightings.photos)
            let found = Dictionary(grouping: Set(sightings.seen.flatMap { $0.places.map(\.item) })) {
                Sheet(file: $0.file, number: $0.page)
            }
            for (sheet, present) in found.sorted(by: { $0.key < $1.key }) {
                let items = try manifest.items(of: sheet.file).filter { $0.page == sheet.number }
                // A card or two of a sheet lie among those of others, as after the cutting; they do not make it the one
                // that is asked about.
                guard present.count * 2 >= items.count || present.count > 2 else {
                    report.strays += present.sorted { $0.position < $1.position }
                        .map { PhotoReport.Card($0, .present) }
                    continue
                }
                let cards = items.map { item in
                    PhotoReport.Card(
                        item,
                        present.contains(item) ? .present : isSeenUnreadable(item) ? .unreadable : .missing)
                }
                report.sheets.append(PhotoReport.Sheet(file: sheet.file, sheet: sheet.number, cards: cards))
            }
            return report
        }
    }

    /// Whether a code that was not read is where the card's code is to be, as far as its neighbours on the sheet tell.
    ///
    /// Of cut sheets nobody knows where a card lies.
    private func isSeenUnreadable(_ item: PrintedManifest.Item) -> Bool {
        sightings.seen.contains { seen in
            let neighbours = seen.places.filter { $0.item.file == item.file && $0.item.page == item.page }
            guard !seen.unreadable.isEmpty, let home = box(of: item) else { return false }
            let near = neighbours.min { distance(box(of: $0.item), home) < distance(box(of: $1.item), home) }
            guard let near, let own = box(of: near.item), let code = map.template.front.code else { return false }
            // The neighbour's corners say where anything on the same flat sheet is; its own quiet zone is not in them.
            let side = code.box.size.width.millimetres
            let projection = Projection(square: 1, onto: near.corners)
            let right = (home.x - own.x).millimetres / (side * 0.86)
            let down = (home.y - own.y).millimetres / (side * 0.86)
            let expected = projection.point(0.5 + right, 0.5 + down)
            return seen.unreadable.contains { place in
                let off = ((place.centre.x - expected.x), (place.centre.y - expected.y))
                return (off.0 * off.0 + off.1 * off.1).squareRoot() < 0.6 * near.corners.side
            }
        }
    }

    /// The middle of a card's code on the front of its sheet.
    private func box(of item: PrintedManifest.Item) -> Point? {
        guard let code = map.template.front.code else { return nil }
        let box = map.box(code.box, at: item.position, .front)
        return Point(x: box.minX + box.size.width / 2, y: box.minY + box.size.height / 2)
    }

    private func distance(_ a: Point?, _ b: Point) -> Double {
        guard let a else { return .infinity }
        let (x, y) = ((a.x - b.x).millimetres, (a.y - b.y).millimetres)
        return (x * x + y * y).squareRoot()
    }
}
