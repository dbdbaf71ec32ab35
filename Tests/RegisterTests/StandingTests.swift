import Payload
import Testing

@testable import Register

@Suite struct StandingTests {
    @Test func whoHasACardGetsNoOther() throws {
        let test = try TestRegister()
        let person = TestRegister.person("Nguyễn Thị Hương")
        let serial = try test.issue(person)
        guard case .holding(let card, _) = try test.standing(person) else { throw TestRegister.Unexpected.standing }
        #expect(card.serial == serial)
        #expect(card.record == person)
        #expect(card.number == 1)
    }
}
