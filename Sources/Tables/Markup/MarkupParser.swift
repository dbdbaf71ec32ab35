import Messages

internal import CExpat

/// What is told of a part's XML as it is parsed; a class for each kind of part.
class MarkupHandler {
    final let input: PartInput, limits: WorkbookLimits
    /// Elements within one another, the one that begins or ends among them.
    final fileprivate(set) var depth = 0
    /// Set where the part cannot be read any further; parsing stops then.
    final var failure: WorkbookError?

    init(_ input: PartInput, _ limits: WorkbookLimits) { (self.input, self.limits) = (input, limits) }

    /// Notes that the part goes beyond a limit.
    final func refuse(_ bound: WorkbookError.Bound) {
        failure = .tooLarge(path: input.path, part: input.name, bound)
    }

    final func parse() throws(WorkbookError) {
        let parser = MarkupParser(self)
        while try parser.advance() {}
    }

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) {}
    /// The element that began last and has not ended yet ends.
    func end() {}
    /// A piece of text of the element that began last and has not ended yet.
    func text(_ text: MarkupText) {}
}

/// Parses a part's XML through expat, 64 KiB at a time.
///
/// Prefixes of names are dropped, so that it does not matter which one a program chose for the namespaces, transitional
/// or strict. A document type declaration is refused before anything in it is read: without it there are no entities.
@safe final class MarkupParser {
    private let parser: OpaquePointer
    private let input: PartInput
    private let handler: MarkupHandler
    private var events = 0, quietChunks = 0
    private var isStopped = false

    private static let chunk = 65_536
    /// Chunks in a row that may go by within one tag or comment: 1 MiB, for expat keeps a tag whole in memory.
    private static let longestQuiet = 16

    init(_ handler: MarkupHandler) {
        guard let parser = unsafe XML_ParserCreate(nil) else { preconditionFailure("out of memory") }
        unsafe self.parser = parser
        (self.handler, input) = (handler, handler.input)
        // The parser lives as long as its context.
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let parser = unsafe MarkupParser.from(context), let name = unsafe name,
                    let attributes = unsafe attributes
                else { return }
                unsafe parser.begin(MarkupName(name), MarkupAttributes(attributes))
            },
            { context, _ in unsafe MarkupParser.from(context)?.end() })
        unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let parser = unsafe MarkupParser.from(context), let text = unsafe text else { return }
            unsafe parser.take(MarkupText(text, count))
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            unsafe MarkupParser.from(context)?.refuseDocumentType()
        }
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Parses the next chunk of the part, false at its end; throws the handler's failure too.
    func advance() throws(WorkbookError) -> Bool {
        guard let buffer = unsafe XML_GetBuffer(parser, Int32(Self.chunk)) else {
            throw .tooLarge(path: input.path, part: input.name, .markup(Self.chunk))
        }
        let count = try unsafe input.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.chunk))
        let before = events
        let status = unsafe XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
        if let failure = handler.failure { throw failure }
        guard status == XML_STATUS_OK else { throw malformed() }
        quietChunks = events == before ? quietChunks + 1 : 0
        guard quietChunks < Self.longestQuiet else {
            throw .tooLarge(path: input.path, part: input.name, .markup(Self.longestQuiet * Self.chunk))
        }
        return count > 0
    }

    private func malformed() -> WorkbookError {
        let code = unsafe XML_GetErrorCode(parser)
        let text = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "not well formed"
        let line = unsafe expat_line_number(parser)
        return .damaged(
            path: input.path, part: input.name,
            reason: Message(en: "XML line \(line): \(text)", vi: "XML dòng \(line): \(text)"))
    }

    @inline(__always)
    private static func from(_ context: UnsafeMutableRawPointer?) -> MarkupParser? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<MarkupParser>.fromOpaque(context).takeUnretainedValue()
    }

    private func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
        // expat may report the rest of a tag after it was told to stop.
        guard !isStopped else { return }
        events &+= 1
        handler.depth += 1
        guard handler.depth <= handler.limits.depth else {
            handler.refuse(.depth(handler.limits.depth))
            return stop()
        }
        handler.start(name, attributes)
        stopIfAsked()
    }

    private func end() {
        guard !isStopped else { return }
        events &+= 1
        handler.end()
        handler.depth -= 1
        stopIfAsked()
    }

    private func take(_ text: MarkupText) {
        guard !isStopped else { return }
        events &+= 1
        handler.text(text)
        stopIfAsked()
    }

    private func refuseDocumentType() {
        handler.failure = .documentType(path: input.path, part: input.name)
        stop()
    }

    @inline(__always)
    private func stopIfAsked() {
        if handler.failure != nil { stop() }
    }

    private func stop() {
        isStopped = true
        unsafe XML_StopParser(parser, 0)
    }
}
