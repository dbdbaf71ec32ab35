import Files
import Payload
import TestSupport

@testable import Register
@testable import RegisterExchange

extension TestRegister {
    /// An empty register of the same office whose clock is so many seconds ahead.
    init(later seconds: Int64) throws {
        self = try TestRegister()
        clock = clock.adding(seconds: seconds)
    }

    /// A register in a folder of its own that has all that this one has.
    func copied() throws -> TestRegister {
        let folder = try TemporaryFolder()
        try register.copy(to: folder("register.sqlite"))
        let copy = try Register(path: folder("register.sqlite"), key: register.key, access: .writing)
        return TestRegister(folder: folder, register: copy, keyring: keyring, serialKey: serialKey, clock: clock)
    }
}

extension Record {
    var moved: Record {
        var record = self
        record.locality = Locality(commune: "Quảng Phú", hamlet: "Hạ Lang")
        return record
    }
}
