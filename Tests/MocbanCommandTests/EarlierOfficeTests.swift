import Foundation
import Mocban
import TestSupport
import Testing

/// An office that was made, printed in and revoked in before the library fell into the targets that it has now.
@Suite("An office of an earlier build")
struct EarlierOfficeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let kept = try #require(
            Bundle.module.url(forResource: "earlier-office", withExtension: nil, subdirectory: "Resources"))
        for name in try FileManager.default.contentsOfDirectory(atPath: kept.path) {
            let data = try Data(contentsOf: kept.appendingPathComponent(name))
            let path = try folder.write("office/" + name, data)
            // Version control keeps no such modes.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.mocban.run(arguments + ["--office", folder("office")])
    }

    @Test("knows its cards, which of them is revoked, and prints them again with their serials")
    func opened() throws {
        let checked = try run("register", "verify")
        #expect(checked.status == 0, "\(checked.errors)")
        let gate = try run("verify", "--image", folder("office/sheet.png"), "--at", "2026-11-04T01:00:00Z", "--json")
        let answers = try #require(try JSONSerialization.jsonObject(with: Data(gate.output)) as? [[String: Any]])
        #expect(
            answers.map { "\($0["serial"] ?? "") \($0["verdict"] ?? "")" }.sorted() == [
                "C6HP-Q01K-9S5G revoked", "GGRP-5QD4-CKPH valid", "QAH6-XPH0-Q9R1 valid",
            ])
        let again = try run(
            "reprint", "--household", "PL-001", "--clock", "2026-11-05T01:00:00Z", "--out", folder("again"))
        #expect(again.status == 0, "\(again.errors)")
        #expect(try folder.text("again/manifest.json").contains("QAH6-XPH0-Q9R1"))
    }

    @Test("goes on: new people get cards, those who have one get none, and all of it is good")
    func continued() throws {
        let roster = try folder.write(
            "roster.csv",
            """
            household,full_name,date_of_birth,hamlet
            PL-002,Trần Thị Bé,1990,Phú Lễ
            PL-003,Phạm Văn Tư,1979,Phú Lễ

            """)
        let printed = try run("cards", roster, "--clock", "2026-11-05T01:00:00Z", "--out", folder("cards"), "--json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(printed.output)) as? [String: Any])
        #expect(report["printed"] as? Int == 1 && report["holding"] as? Int == 1 && report["run"] as? Int == 2)
        #expect(try run("register", "verify").status == 0)
    }
}
