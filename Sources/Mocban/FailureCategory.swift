public import Files
import Issuing
import Payload
import Register

extension FailureCategory {
    /// The category of an error that this library throws.
    public init(_ error: any Error) {
        switch error {
        case let error as RegisterError: self.init(error)
        case let error as SerialFaults: self.init(error.errors.first { Self($0) == .inputMissing } ?? error.errors[0])
        case let error as StoppedRun: self.init(error.cause)
        default: self.init(of: error)
        }
    }

    private init(_ error: RegisterError) {
        switch error {
        case .damaged, .tooNew, .headMissing, .headUnusable, .unusable: self = .badConfiguration
        case .unwritable, .copyUnwritable, .busy: self = .outputNotMade
        case .faulty, .notACopy, .notAnExport: self = .badInput
        case .olderExport, .parted, .merging: self = .refused
        case .unknownSerial, .unknownRun, .unknownHousehold, .noCutOff: self = .inputMissing
        case .alreadyRevoked, .notRevoked, .replaced, .forgotten, .revoked, .expired, .serialTaken: self = .refused
        }
    }
}
