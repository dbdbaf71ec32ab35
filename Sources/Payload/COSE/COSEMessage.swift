/// A tagged COSE_Mac0 or COSE_Sign1 message in the one shape that Mocban issues (RFC 9052).
///
/// The protected header is exactly `{1: alg, 4: kid}`, or `{1: alg, 3: content type, 4: kid}` where a content type is
/// asked for; the unprotected header is empty, the payload is within the message and there is no external data.
package struct COSEMessage: Sendable, Hashable {
    /// The two kinds of message, by CBOR tag.
    package enum Tag: UInt64, Sendable, Hashable {
        /// COSE_Mac0: a tag made with a shared key.
        case mac0 = 17
        /// COSE_Sign1: one signature.
        case sign1 = 18

        package init(_ algorithm: Algorithm) { self = algorithm == .hmac256 ? .mac0 : .sign1 }

        /// The one algorithm that Mocban uses with this kind of message.
        package var algorithm: Algorithm { self == .mac0 ? .hmac256 : .ed25519 }

        /// The context text of MAC_structure (RFC 9052 section 6.3) or Sig_structure (section 4.4).
        var context: String { self == .mac0 ? "MAC0" : "Signature1" }
    }

    package let tag: Tag
    /// The algorithm that the tag and the protected header announce; never to be trusted.
    package var algorithm: Algorithm { tag.algorithm }
    package let keyID: KeyID
    package let protectedHeader: ArraySlice<UInt8>
    /// The payload: encoded claims, or what the content type says.
    package let payload: ArraySlice<UInt8>
    /// The MAC's tag, 32 bytes, or the signature, 64 bytes.
    package let authenticator: ArraySlice<UInt8>

    /// Reads a message; the parts are slices of `bytes`.
    ///
    /// The tag, the algorithm and the length of the authenticator must be those of one algorithm; whether that is the
    /// key's is the verifier's to see. A message with another content type, or with one where none is given, is refused.
    package init(parsing bytes: [UInt8], contentType: String? = nil) throws(CBORError) {
        var reader = CBORReader(bytes)
        guard let tag = try Tag(rawValue: reader.tag()) else { throw .unexpectedValue(offset: 0) }
        self.tag = tag
        try reader.expectArray(4)
        protectedHeader = try reader.byteString()
        try reader.expectMap(0)
        payload = try reader.byteString()
        let authenticatorOffset = reader.offset
        authenticator = try reader.byteString()
        guard authenticator.count == tag.algorithm.authenticatorByteCount else {
            throw .unexpectedValue(offset: authenticatorOffset)
        }
        try reader.finish()

        var header = CBORReader(protectedHeader)
        try header.expectMap(contentType == nil ? 2 : 3)
        try header.expect(1)
        try header.expect(tag.algorithm.coseID)
        if let contentType {
            try header.expect(3)
            let start = header.offset
            // Swift's == takes canonically equivalent texts for one.
            guard try header.text().utf8.elementsEqual(contentType.utf8) else { throw .unexpectedValue(offset: start) }
        }
        try header.expect(4)
        let start = header.offset
        guard let keyID = try KeyID(bytes: header.byteString()) else { throw .unexpectedValue(offset: start) }
        self.keyID = keyID
        try header.finish()
    }

    /// The bytes that the authenticator covers: MAC_structure or Sig_structure, by the tag.
    package var authenticated: [UInt8] {
        Template(tag: tag, protectedHeader: protectedHeader).authenticated(payload: payload)
    }

    /// All of a message that a key settles in advance, ready for one payload after another.
    package struct Template: Sendable, Hashable {
        private let messageStart, authenticatedStart: [UInt8]

        package init(algorithm: Algorithm, keyID: KeyID, contentType: String? = nil) {
            var header = CBORWriter(capacity: 64)
            header.map(contentType == nil ? 2 : 3)
            header.unsigned(1)
            header.integer(algorithm.coseID)
            if let contentType {
                header.unsigned(3)
                header.text(contentType)
            }
            header.unsigned(4)
            header.byteString(keyID.bytes)
            self.init(tag: Tag(algorithm), protectedHeader: header.bytes[...])
        }

        init(tag: Tag, protectedHeader: ArraySlice<UInt8>) {
            var message = CBORWriter(capacity: protectedHeader.count + 4)
            message.tag(tag.rawValue)
            message.array(4)
            message.byteString(protectedHeader)
            message.map(0)
            messageStart = message.bytes
            var authenticated = CBORWriter(capacity: protectedHeader.count + 16)
            authenticated.array(4)
            authenticated.text(tag.context)
            authenticated.byteString(protectedHeader)
            authenticated.byteString(EmptyCollection())
            authenticatedStart = authenticated.bytes
        }

        /// The bytes to be authenticated for a payload: MAC_structure or Sig_structure.
        package func authenticated(payload: some Collection<UInt8>) -> [UInt8] {
            var writer = CBORWriter(capacity: authenticatedStart.count + payload.count + 9)
            writer.encoded(authenticatedStart)
            writer.byteString(payload)
            return writer.bytes
        }

        /// The whole message of a payload and its authenticator.
        package func message(payload: some Collection<UInt8>, authenticator: some Collection<UInt8>) -> [UInt8] {
            var writer = CBORWriter(capacity: messageStart.count + payload.count + authenticator.count + 18)
            writer.encoded(messageStart)
            writer.byteString(payload)
            writer.byteString(authenticator)
            return writer.bytes
        }
    }
}
