public import Messages
public import QRCode

/// How a template's code is made: its square, and how fine and how robust it may be.
public struct CodeRule: Hashable, Sendable {
    /// The least module that telephones read well, 0.40 mm.
    public static let smallestModule = Length.mm(0.40)

    /// The square, quiet zone included; with ``modules``, the largest that it comes to.
    public var box: Rectangle
    /// The square that the modules fill whatever their number, the quiet zone lying around it; nil where the quiet zone is
    /// part of a fixed square.
    public var modules: Rectangle?
    /// The recovery level; nil for the highest, M at least, that keeps the smallest module.
    public var level: RecoveryLevel?
    /// The smallest module allowed.
    public var smallestModule: Length
    /// How the modules reach the page.
    public var rendering: CodeMark.Rendering
    /// Who makes the symbol.
    public var encoder = QRCode.Encoder.builtIn

    /// A rule for a square of a template.
    public init(
        box: Rectangle, level: RecoveryLevel? = nil, smallestModule: Length = Self.smallestModule,
        rendering: CodeMark.Rendering
    ) {
        (self.box, self.level, self.smallestModule, self.rendering) = (box, level, smallestModule, rendering)
    }

    /// A rule for a square that the modules fill, as a column of text beside it does.
    public init(
        modules: Rectangle, level: RecoveryLevel? = nil, smallestModule: Length = Self.smallestModule,
        rendering: CodeMark.Rendering
    ) {
        let box = modules.inset(by: Self.quietZone(of: modules, width: Self.fewestModules) * -1)
        self.init(box: box, level: level, smallestModule: smallestModule, rendering: rendering)
        self.modules = modules
    }

    /// Modules along the side of the least code of a signed payload: version 6.
    private static let fewestModules = 41

    private static func quietZone(of modules: Rectangle, width: Int) -> Length {
        modules.size.width * (Double(QRCode.quietZone) / Double(width))
    }

    /// The square of a code, quiet zone included.
    package func square(of code: QRCode) -> Rectangle {
        modules.map { $0.inset(by: Self.quietZone(of: $0, width: code.width) * -1) } ?? box
    }

    /// Encodes a payload's segments at the rule's level.
    ///
    /// Throws `CodeError` where the module would be smaller than the smallest, or the text is too long for any code.
    public func encode(_ segments: [Segment]) throws(CodeError) -> CodeMark {
        // The slack keeps a module of exactly the smallest size from being refused by a rounding error.
        let room = Int(((modules ?? box).size.width / smallestModule + 1e-9).rounded(.down))
        let widest = modules == nil ? room - 2 * QRCode.quietZone : room
        guard let level = QRCode.highestLevel(for: segments, atLeast: level ?? .medium, width: widest) else {
            throw .tooFine(box: (modules ?? box).size.width, smallest: smallestModule)
        }
        do {
            let code = try QRCode(segments, level: self.level ?? level, encoder: encoder)
            return CodeMark(code, box: square(of: code), rendering: rendering)
        } catch {
            throw .notEncoded(error)
        }
    }
}

/// Why a payload has no code of its template.
public enum CodeError: Failure, Equatable {
    /// The text needs modules smaller than the template allows.
    case tooFine(box: Length, smallest: Length)
    /// The text has no code at all.
    case notEncoded(EncodingError)

    /// The message for a person.
    public var message: Message {
        switch self {
        case .tooFine(let box, let smallest):
            Message(
                en: "the code does not fit \(box.millimetres) mm at modules of \(smallest.millimetres) mm: "
                    + "enlarge it in the template",
                vi: "mã không vừa \(box.millimetres) mm với ô mã \(smallest.millimetres) mm: hãy làm mã to "
                    + "hơn trong mẫu")
        case .notEncoded(let error): error.message
        }
    }

    /// The template, or what it is filled with.
    public var category: FailureCategory { .badConfiguration }
}
