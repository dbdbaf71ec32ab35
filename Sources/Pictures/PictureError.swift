package import Messages

/// Why a picture of pixels cannot be used.
package enum PictureError: Failure, Equatable {
    /// A picture cannot be read.
    case unreadable(path: String, reason: String)
    /// There is no memory, or a library failed.
    case failed(String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .failed(let reason): "drawing failed: \(reason)"
        }
    }

    /// A template's pictures are part of its settings.
    package var category: FailureCategory {
        switch self {
        case .unreadable: .badConfiguration
        case .failed: .internalFault
        }
    }
}
