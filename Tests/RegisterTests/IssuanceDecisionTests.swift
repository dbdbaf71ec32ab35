import Payload
import Testing

@testable import Register
@testable import RegisterQueries

@Suite struct IssuanceDecisionTests {
    private static let huong = TestRegister.person("Nguyễn Thị Hương")

    @Test func whoHasACardGetsNoOther() throws {
        let test = try TestRegister()
        let serial = try test.issue(Self.huong)
        let card = try test.held(Self.huong)
        #expect(card.serial == serial)
        #expect(card.record == Self.huong)
        #expect(card.number == 1)
    }

    /// A national ID that is new, or left out, or of an older kind does not make another person of somebody.
    @Test(arguments: [(nil, "046080001234"), ("046080001234", nil)] as [(String?, String?)])
    func aNationalIDThatComesOrGoesChangesNobody(first: String?, second: String?) throws {
        let test = try TestRegister()
        let serial = try test.issue(Self.huong, id: first)
        #expect(try test.held(Self.huong, id: second).serial == serial)
    }

    @Test func anIDThatCameLaterIsKnownFromThenOn() throws {
        var test = try TestRegister()
        try test.issue(Self.huong)
        test.clock = test.clock.adding(seconds: 366 * 86_400)
        guard case .without(let issuance) = try test.decision(on: Self.huong, id: "046080001234") else {
            throw TestRegister.Unexpected.standing
        }
        #expect(issuance.number == 2)
        try test.run([issuance])
        // The name is corrected now, and the ID alone finds the person.
        let corrected = TestRegister.person("Nguyễn Thị Hường")
        guard case .changed(let card, let next) = try test.decision(on: corrected, id: "046080001234") else {
            throw TestRegister.Unexpected.standing
        }
        #expect(card.serial == issuance.serial)
        #expect(next.number == 3)
        #expect(next.reason == .replacing(issuance.serial))
    }

    @Test func twoNationalIDsAreTwoPersons() throws {
        let test = try TestRegister()
        try test.issue(Self.huong, id: "046080001234")
        guard case .without(let issuance) = try test.decision(on: Self.huong, id: "046080009999") else {
            throw TestRegister.Unexpected.standing
        }
        #expect(issuance.knownHolder == nil)
    }

    @Test(arguments: [
        ("name", TestRegister.person("Nguyễn Thị Hường")),
        ("birth", TestRegister.person("Nguyễn Thị Hương", birth: "1980-02-27")),
        ("household", TestRegister.person("Nguyễn Thị Hương", household: "HK-900")),
    ])
    func aCorrectionWithoutAnIDIsFound(what: String, corrected: Record) throws {
        let test = try TestRegister()
        try test.issue(Self.huong)
        let found = try test.register.reading { try $0.corrected([corrected]) { _ in false } }
        #expect(found == [0: 1])
        #expect(try test.register.reading { try $0.corrected([corrected]) { _ in true } } == [:])
    }

    @Test func twinsAreNotTakenForEachOther() throws {
        let test = try TestRegister()
        let twins = ["An", "Ân"].map { TestRegister.person("Lê Văn \($0)", birth: "2015-01-01") }
        try test.issue(twins[0])
        try test.issue(twins[1])
        let renamed = ["Ẩn", "Ấn"].map { TestRegister.person("Lê Quang \($0)", birth: "2015-01-01") }
        #expect(try test.register.reading { try $0.corrected(renamed) { _ in false } } == [:])
        // With one of them in the roster under the old name, the other is who is left.
        #expect(try test.register.reading { try $0.corrected([renamed[1]]) { $0 == 1 } } == [0: 2])
    }

    @Test func anExpiredOrRevokedCardGivesTheNextNumber() throws {
        var test = try TestRegister()
        let first = try test.issue(Self.huong)
        try test.register.writing { try $0.revoke(first, reason: "mất", at: test.clock) }
        let second = try test.issue(Self.huong)
        #expect(first != second)
        #expect(try test.held(Self.huong).number == 2)
        test.clock = test.clock.adding(seconds: 366 * 86_400)
        let third = try test.issue(Self.huong)
        #expect(Set([first, second, third]).count == 3)
    }

    @Test func aForgottenHolderWithAGoodCardGetsNoSecond() throws {
        let test = try TestRegister()
        let serial = try test.issue(Self.huong)
        _ = try test.register.writing { try $0.forget(serial, reason: "theo yêu cầu", at: test.clock) }
        let card = try test.held(Self.huong)
        #expect(card.serial == serial)
        #expect(card.record == nil)
        try test.register.writing { try $0.revoke(serial, reason: "chuyển đi", at: test.clock) }
        #expect(try test.issue(Self.huong) != serial)
    }

    @Test func aValueThatARosterLeavesOutChangesNothing() throws {
        let test = try TestRegister()
        try test.issue(Self.huong)
        var sparse = Self.huong
        sparse.sex = ""
        sparse.locality.commune = ""
        #expect(try test.held(sparse).record == Self.huong)
        var moved = Self.huong
        moved.locality.hamlet = "Hạ Lang"
        guard case .changed(let card, _) = try test.decision(on: moved) else { throw TestRegister.Unexpected.standing }
        #expect(card.record?.differences(from: moved).map(\.column) == ["hamlet"])
    }
}
