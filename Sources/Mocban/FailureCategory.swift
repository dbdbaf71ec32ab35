import Drawing
public import Files
import LateLibrary
import Layout
import Payload
import Rasterising
import Roster
import Tables

extension FailureCategory {
    /// The category of an error that this library throws.
    public init(_ error: any Error) {
        switch error {
        case is MissingLibrary, PDFError.missingLibrary, WorkbookError.missingLibrary: self = .unavailable
        case let error as MocbanError: self.init(error)
        case let error as DrawingError: self.init(error)
        case TableError.missing, WorkbookError.missing: self = .inputMissing
        case RosterError.lostKeys: self = .outputNotMade
        case is TableError, is WorkbookError, is RosterError, is UnverifiedPayload.ParseError: self = .badInput
        case is ConfigurationError, is CodeError, is KeyringError, is Signer.SigningError: self = .badConfiguration
        case PDFError.missing: self = .inputMissing
        case is PDFError: self = .badInput
        case is ProofFailure: self = .refused
        case let error as StoppedRun: self.init(error.cause)
        default: self.init(of: error)
        }
    }

    private init(_ error: MocbanError) {
        switch error {
        case .notAnOffice, .halfAnOffice, .keyringUnreadable, .keyringExposed, .noResources, .faultyTemplate,
            .wrongTemplateKind, .wrongSize, .noTemplate, .noProfile, .noPrinter, .otherPaper, .noBack, .unprintable,
            .otherUnit, .keptRevocationsFaulty, .noLetterFont, .photosNeeded, .photosUnused, .unusableTemplateName,
            .registerMissing, .registerLost:
            self = .badConfiguration
        case .noCode, .twoKinds, .olderRevocations, .otherRevocations: self = .refused
        case .notAPicture, .notReadTwice, .inputChanged, .faultyChanges, .notContinued, .notARevocationList,
            .faultyManifest, .smallPaper, .faultyMeasure,
            .revocationsOfOtherUnit:
            self = .badInput
        case .inputUnreadable, .nothingRegistered, .noSheets: self = .inputMissing
        case .officeExists, .registerExists, .templateExists, .outputUnwritable, .runNotEnded, .outputBusy, .officeBusy,
            .holdsSecrets, .outputIsInput:
            self = .outputNotMade
        }
    }

    private init(_ error: DrawingError) {
        switch error {
        case .cannotWrite: self = .outputNotMade
        case .missingFont, .unreadableFont, .damagedFont, .unreadablePicture: self = .badConfiguration
        case .missingLetter, .doesNotFit, .unreadablePhoto: self = .refused
        case .missingLibrary: self = .unavailable
        case .failed: self = .internalFault
        }
    }
}
