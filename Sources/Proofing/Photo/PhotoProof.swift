import Gate
import Files
import LateLibrary
package import Office
package import Payload
import Photographs
import Pictures
import Register
import Scanning
package import Templates

/// The proof of printed sheets by photographs of them, whole or cut: which cards are there, missing, or unreadable.
package struct PhotoProof: Sendable {
    private let verifier: Verifier
    private let printed: PrintedSheets
    private let map: SheetMap?
    private let clock: Timestamp

    /// A proof against a run's manifest, which also says how sheets are laid out, with an office's own templates.
    ///
    /// Throws `FileError.unreadable` or `faultyManifest`.
    package init(
        manifest: String, office: Office? = nil, keyring: Keyring, resources: Resources, clock: Timestamp
    ) throws {
        let manifest = try PrintedManifest(path: manifest)
        // Without the template of then an unreadable card cannot be named, and all else is as good.
        map = try? SheetMap(of: manifest.run, resources: resources, office: office?.folder)
        printed = .manifest(manifest)
        (verifier, self.clock) = (Verifier(keyring: keyring), clock)
    }

    /// A proof against all that an office has registered.
    ///
    /// Throws `OfficeError.nothingRegistered`, or what opening the keyring and the register throws.
    package init(office: Office, clock: Timestamp) throws {
        guard try office.hasIssued else { throw OfficeError.nothingRegistered(folder: office.folder) }
        map = nil
        printed = .register(try office.register(.reading))
        (verifier, self.clock) = (Verifier(keyring: try office.keyring()), clock)
    }

    /// Proves PNG or JPEG files; cards that are missing are no errors, and `progress` is told how many files are done.
    ///
    /// Throws `FileError.unreadable` or `notAPicture`, `RegisterError`, `CancellationError`.
    package func prove(_ paths: [String], progress: (_ photos: Int) -> Void = { _ in }) throws -> PhotoReport {
        var photos: [SheetJudgement.Photo] = []
        var counts: [PhotoReport.Photo] = []
        var strangers: [PhotoReport.Stranger] = []
        for path in paths {
            try Task.checkCancellation()
            let image = try GreyImage(pictureFile: path)
            let work = WatchedWork(path, seconds: PictureLimits.searchingSeconds)
            let codes = try work.call { () throws(MissingLibrary) in try PhotoSearch.codes(in: image) }
            var photo = SheetJudgement.Photo(
                name: path, sights: [], unreadable: codes.unreadable.map(\.position.centre))
            for code in codes.found {
                let verification = try verifier.verify(code.text, at: clock)
                if let claims = verification.claims {
                    photo.sights.append(SheetJudgement.Photo.Sight(serial: claims.serial, outline: code.position))
                } else {
                    strangers.append(
                        PhotoReport.Stranger(
                            photo: path, origin: verification.verdict == .forged ? .forged : .notOurs, text: code.text))
                }
            }
            photos.append(photo)
            counts.append(PhotoReport.Photo(photo: path, read: codes.found.count, unreadable: codes.unreadable.count))
            progress(photos.count)
        }
        var judgement = SheetJudgement(printed, map: map)
        var report = try judgement.judge(photos)
        report.photos = counts
        report.strangers += strangers
        return report
    }
}
