package import Payload

package struct RegisteredCard: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// It is good, or will be from its time of issue.
        case valid
        case expired
        /// It was revoked, by its serial or by its key.
        case revoked
    }

    package struct Revocation: Sendable, Hashable {
        package var time: Timestamp
        /// Why, in the officer's words.
        package var reason: String
        /// Whether everything by its key was revoked, not this card by its serial.
        package var isByKey: Bool
    }

    package var serial: Serial
    /// 1 for the holder's first, one more with each new serial.
    package var number: UInt32
    package var kind: ClaimsKind
    /// What is printed on it; nil where the holder was forgotten.
    package var record: Record?
    package var unit: UnitCode
    package var key: KeyID
    package var algorithm: Algorithm
    package var nameForm: NameForm
    package var issued, expires: Timestamp
    package var template: String
    package var run: Int
    package var revocation: Revocation?
    package var holder: Int64

    package func state(at clock: Timestamp) -> State {
        if revocation != nil { return .revoked }
        return expires < clock ? .expired : .valid
    }
}

extension [RegisteredCard] {
    /// The good one of a holder's cards, which there is one of at most.
    func good(at clock: Timestamp) -> RegisteredCard? { last { $0.state(at: clock) == .valid } }
}
