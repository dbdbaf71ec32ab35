import Files
import Foundation
import Mocban
import Payload
import TestSupport
import Testing

@Suite("a revocation list whose next one should have come")
struct StaleListTests {
    @Test("a stale list still serves, with a warning")
    func stale() throws {
        let gate = try TestGate()
        let text = try gate.office.text(days: 30)
        #expect(try gate.take(gate.list(days: 7)).errors.isEmpty)
        let next = gate.made.adding(seconds: 7 * 86_400)
        let fresh = try gate.verify(text, text, "--at", next.description)
        #expect(fresh.status == 0 && fresh.errors.isEmpty)
        let stale = try gate.verify(text, text, "--at", next.adding(seconds: 1).description)
        #expect(stale.status == 0 && stale.lines.count == 2 && stale.errors.count { $0 == "\n" } == 1)
        #expect(stale.errors.contains("the revocation list is stale: number 3") && stale.errors.contains("\(next)"))
        let old = TestRun.clock.adding(seconds: -60)
        let list = RevocationList(unit: 19897, sequence: 4, issued: old, nextUpdate: old, serials: [])
        let key = try Office(folder: gate.office.path).keyring().keys.first { $0.purpose == .ed25519 }
        let taken = try gate.take(list.signed(with: try #require(key)))
        #expect(taken.status == 0 && taken.errors.contains("is stale"))
    }

    @Test("a list that goes stale while the gate is open is told of once")
    func goesStale() throws {
        let gate = try TestGate()
        let text = try gate.office.text()
        let issued = TestRun.clock
        let list = RevocationList(
            unit: 19897, sequence: 4, issued: issued, nextUpdate: issued.adding(seconds: 2), serials: [])
        let key = try Office(folder: gate.office.path).keyring().revocationsKey(at: issued)
        #expect(try gate.take(list.signed(with: key)).status == 0)
        // The gate's clock runs on from when it is started.
        let running = try Program.mocban.with("MOCBAN_CLOCK=\(issued)+").start(["verify", "--keys", gate.keys, "-"])
        func ask() { running.write(text + "\n") }
        ask()
        #expect(running.line()?.hasPrefix("valid\t") == true)
        Thread.sleep(forTimeInterval: 3.5)
        for _ in 0..<3 {
            ask()
            #expect(running.line()?.hasPrefix("valid\t") == true)
        }
        let outcome = running.outcome()
        #expect(outcome.status == 0 && outcome.errors.count { $0 == "\n" } == 1)
        #expect(outcome.errors.contains("the revocation list is stale"))
    }
}
