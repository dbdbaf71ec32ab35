package import Messages

/// Why something cannot be drawn.
package enum DrawingError: Failure, Equatable {
    /// Somebody's photograph cannot be read.
    case unreadablePhoto(path: String, reason: String)
    /// The output cannot be written.
    case cannotWrite(path: String, reason: String)
    /// A library refused an operation.
    case failed(String)

    package var description: String {
        switch self {
        case .unreadablePhoto(let path, let reason): "the photograph \(path): \(reason)"
        case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
        case .failed(let reason): "drawing failed: \(reason)"
        }
    }

    /// A photograph is one card's data, so that the others can still be drawn.
    package var category: FailureCategory {
        switch self {
        case .unreadablePhoto: .refused
        case .cannotWrite: .outputNotMade
        case .failed: .internalFault
        }
    }
}
