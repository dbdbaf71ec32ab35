package import Payload

/// A card or poster as the register has it.
package struct RegisteredCard: Sendable, Hashable {
    /// What a card is good for.
    package enum State: String, Sendable, CaseIterable {
        /// It is good, or will be from its time of issue.
        case valid
        /// Its time is over.
        case expired
        /// It was revoked, by its serial or by its key.
        case revoked
    }

    /// When and why a card was revoked.
    package struct Revocation: Sendable, Hashable {
        /// When.
        package var time: Timestamp
        /// Why, in the officer's words.
        package var reason: String
        /// Whether everything by its key was revoked, not this card by its serial.
        package var isByKey: Bool
    }

    /// Its serial.
    package var serial: Serial
    /// 1 for the holder's first, one more with each new serial.
    package var number: UInt32
    /// Whether it is a card or a poster.
    package var kind: ClaimsKind
    /// What is printed on it; nil where the holder was forgotten.
    package var record: Record?
    /// The unit that issued it.
    package var unit: UnitCode
    /// The key that signed it.
    package var key: KeyID
    /// The algorithm that it is signed with.
    package var algorithm: Algorithm
    /// How much of the name its payload carries.
    package var nameForm: NameForm
    /// When it was issued.
    package var issued: Timestamp
    /// When it expires.
    package var expires: Timestamp
    /// The template of the run that issued it.
    package var template: String
    /// The run that issued it.
    package var run: Int
    /// Its revocation, where it is revoked.
    package var revocation: Revocation?
    /// The holder's number in the register.
    package var holder: Int64

    /// What it is good for at a moment.
    package func state(at clock: Timestamp) -> State {
        if revocation != nil { return .revoked }
        return expires < clock ? .expired : .valid
    }
}

extension [RegisteredCard] {
    /// The good one of a holder's cards, which there is one of at most.
    func good(at clock: Timestamp) -> RegisteredCard? { last { $0.state(at: clock) == .valid } }
}
