public import Payload

/// A card or poster as the register has it.
public struct RegisteredCard: Sendable, Hashable {
    /// What a card is good for.
    public enum State: String, Sendable, CaseIterable {
        /// It is good, or will be from its time of issue.
        case valid
        /// Its time is over.
        case expired
        /// It was revoked, by its serial or by its key.
        case revoked
    }

    /// When and why a card was revoked.
    public struct Revocation: Sendable, Hashable {
        /// When.
        public var time: Timestamp
        /// Why, in the officer's words.
        public var reason: String
        /// Whether everything by its key was revoked, not this card by its serial.
        public var isByKey: Bool
    }

    /// Its serial.
    public var serial: Serial
    /// 1 for the holder's first, one more with each new serial.
    public var number: UInt32
    /// Whether it is a card or a poster.
    public var kind: ClaimsKind
    /// What is printed on it; nil where the holder was forgotten.
    public var record: Record?
    /// The unit that issued it.
    public var unit: UnitCode
    /// The key that signed it.
    public var key: KeyID
    /// The algorithm that it is signed with.
    public var algorithm: Algorithm
    /// How much of the name its payload carries.
    public var nameForm: NameForm
    /// When it was issued.
    public var issued: Timestamp
    /// When it expires.
    public var expires: Timestamp
    /// The template of the run that issued it.
    public var template: String
    /// The run that issued it.
    public var run: Int
    /// Its revocation, where it is revoked.
    public var revocation: Revocation?
    /// The holder's number in the register.
    public var holder: Int64

    /// What it is good for at a moment.
    public func state(at clock: Timestamp) -> State {
        if revocation != nil { return .revoked }
        return expires < clock ? .expired : .valid
    }
}

extension [RegisteredCard] {
    /// The good one of a holder's cards, which there is one of at most.
    func good(at clock: Timestamp) -> RegisteredCard? { last { $0.state(at: clock) == .valid } }
}
