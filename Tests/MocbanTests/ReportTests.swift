import Documents
import Foundation
import Payload
import TestSupport
import Testing

@testable import Mocban

@Suite("Reports")
struct ReportTests {
    @Test(
        "coverage is valid cards for a hundred people, to the nearest tenth",
        arguments: [
            (973, 1000, "97.3"), (0, 7, "0.0"), (7, 7, "100.0"), (127, 100, "127.0"), (2, 3, "66.7"), (1, 3, "33.3"),
            (1, 2000, "0.1"), (1, 2001, "0.0"), (1_199_999, 1_200_000, "100.0"), (1, 0, nil), (0, 0, nil),
        ] as [(Int, Int, String?)])
    func coverage(valid: Int, people: Int, text: String?) {
        #expect(OfficeReport.Counts(people: people, valid: valid).coverage?.description == text)
        #expect(OfficeReport.Counts(people: nil, valid: valid).coverage == nil)
    }

    @Test("totals are the sums of the rows")
    func totals() {
        let report = SampleReport.report(
            SampleReport.unit(5), SampleReport.unit(7, commune: "Quảng Thọ", name: "UBND xã Quảng Thọ", code: 19894))
        let places = report.units.flatMap(\.hamlets)
        #expect(report.totals.people == places.reduce(0) { $0 + ($1.counts.people ?? 0) })
        #expect(report.totals.valid == places.reduce(0) { $0 + $1.counts.valid })
        #expect(report.totals.expired == places.reduce(0) { $0 + $1.counts.expired })
        #expect(report.totals.revoked == places.reduce(0) { $0 + $1.counts.revoked })
        #expect(report.totals.reprints == places.reduce(0) { $0 + $1.counts.reprints })
        #expect(report.posters.map(\.valid) == VenueType.allCases.map { 2 * (100 + $0.rawValue) })
    }

    @Test("what is unknown of a part is unknown of the whole")
    func unknown() {
        let report = SampleReport.report(SampleReport.unit(2), SampleReport.unit(2, commune: "Sịa", hasRoster: false))
        #expect(report.units[0].totals.coverage != nil && report.units[1].totals.people == nil)
        #expect(report.totals.people == nil && report.totals.coverage == nil && report.totals.valid > 0)
        // An office that has not begun is no part of the sum.
        let silent = SampleReport.unit(0, hasRoster: false)
        #expect(silent.totals.people == nil && SampleReport.report(silent).totals.people == nil)
        #expect(SampleReport.report(SampleReport.unit(2), silent).totals == SampleReport.unit(2).totals)
    }

    @Test("hamlets stand in the order of a Vietnamese dictionary")
    func order() {
        let names = SampleReport.unit(11).hamlets.map(\.hamlet)
        #expect(
            names == [
                "Bác Vọng Đông", "Bác Vọng Tây", "Đức Nhuận", "Hà Cảng", "Hạ Lang", "Nghĩa Lộ", "Phú Lễ", "Thôn 9",
                "Thôn 10", "Thôn 11", "Xuân Tùy",
            ])
    }

    @Test("people without any place come last, and make no commune of their own")
    func nameless() {
        let nowhere = OfficeReport.Hamlet(commune: "", hamlet: "", counts: .init(people: 1))
        let unit = OfficeReport.Unit(
            code: 1, name: "UBND xã Quảng Phú", parent: "", rosterRead: nil,
            hamlets: [nowhere] + SampleReport.unit(3).hamlets, posters: [])
        #expect(unit.hamlets.last == nowhere)
        let rows = ReportRows.candidates(for: SampleReport.report(unit))[0].rows
        #expect(rows.count == 4 && rows.allSatisfy { $0.kind == .counted } && rows.last?.isNamed == false)
    }

    @Test("CSV and JSON are as they were")
    func golden() throws {
        let odd = OfficeReport.Unit(
            code: 7, name: "UBND xã \"Sịa\"", parent: "", rosterRead: nil,
            hamlets: [
                .init(commune: "", hamlet: "2/9", counts: .init(valid: 3)),
                .init(commune: "", hamlet: "=Lễ, Đông", counts: .init(revoked: 1)),
                .init(commune: "", hamlet: "", counts: .init(expired: 4)),
            ], posters: [])
        let report = SampleReport.report(SampleReport.unit(3), odd)
        #expect(try Golden.fault(String(decoding: report.csv(in: .english), as: UTF8.self), "report.csv") == nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        #expect(try Golden.fault(String(decoding: try encoder.encode(report), as: UTF8.self), "report.json") == nil)
    }
}
