import QRCode
import Scanning
import Testing

@testable import Grading

@Suite("Stress")
struct StressTests {
    @Test("the same seed gives the same picture, and every ageing changes it", arguments: Stress.all)
    func deterministic(stress: Stress) throws {
        let picture = Samples.picture(of: try Samples.card(.medium).code)
        let aged = stress.applied(to: picture, seed: 11)
        #expect(aged == stress.applied(to: picture, seed: 11))
        #expect(aged.image != picture.image)
        let isRandom =
            switch stress {
            case .noise, .stain: true
            default: false
            }
        #expect((stress.applied(to: picture, seed: 12) != aged) == isRandom)
    }

    @Test("a growing stain spoils more and more", arguments: 1...4 as ClosedRange<UInt64>)
    func growingStain(seed: UInt64) throws {
        let code = try Samples.card(.quartile).code
        let picture = Samples.picture(of: code)
        let grades = [0, 0.01, 0.02, 0.05, 0.08, 0.10, 0.14, 0.20].map { share in
            let aged = Stress.stain(share).applied(to: picture, seed: seed)
            return SymbolGrade(of: code, in: aged.image, at: aged.position)
        }
        for (smaller, larger) in zip(grades, grades.dropFirst()) {
            #expect(smaller.wrongModules < larger.wrongModules)
            #expect(smaller.unusedErrorCorrection >= larger.unusedErrorCorrection)
            #expect(smaller.overall >= larger.overall)
            #expect(zip(smaller.wrongCodewords, larger.wrongCodewords).allSatisfy { $0 <= $1 })
        }
        #expect(grades[0].overall == .a && !grades[7].isCorrectable)
    }

    @Test("a stain covers the share it says, and no finder pattern", arguments: [0.05, 0.10], [1, 2, 3] as [UInt64])
    func stainArea(share: Double, seed: UInt64) throws {
        let code = try Samples.card(.quartile).code
        var picture = Samples.picture(of: code)
        picture.image = GreyImage(
            unchecked: Array(repeating: 200, count: picture.image.pixels.count), width: picture.image.width,
            height: picture.image.height)
        let image = Stress.stain(share).applied(to: picture, seed: seed).image
        let stained = image.pixels.indices.filter { image.pixels[$0] == 40 }
        let area = Double(stained.count) / (picture.position.side * picture.position.side)
        #expect(abs(area - share) < 0.02 * share && image.pixels.allSatisfy { $0 == 40 || $0 == 200 })
        let map = CodewordMap(of: code)
        let samples = ModuleSamples(of: image, at: picture.position, width: code.width).values
        #expect(zip(samples, map.roles).allSatisfy { $0 == 200 || $1 != .finder })
    }

    @Test("dark bars grow and shrink by a share of a module", arguments: [0.15, -0.15, 0.40, -0.40])
    func dotGain(share: Double) throws {
        let code = try Samples.card(.medium).code
        var picture = Samples.picture(of: code, pixels: 6)
        let side = picture.image.width
        let (first, last) = (60, 84)
        picture.image = GreyImage(
            unchecked: (0..<side * side).map { first..<last ~= $0 % side ? 0 : 255 }, width: side, height: side)
        let row = Stress.dotGain(share).applied(to: picture, seed: 0).image.pixels[side * 100..<side * 101]
        let dark = row.reduce(0) { $0 + (255 - Double($1)) / 255 }
        #expect(abs(dark - (24 + share * 6)) < 0.02)
    }

    @Test("noise is as strong as it says, about the grey that was there", arguments: [0.05, 0.10])
    func noise(deviation: Double) throws {
        var picture = Samples.picture(of: try Samples.card(.medium).code)
        let side = picture.image.width
        picture.image = GreyImage(unchecked: Array(repeating: 128, count: side * side), width: side, height: side)
        let greys = Stress.noise(deviation).applied(to: picture, seed: 5).image.pixels.map(Double.init)
        let mean = greys.reduce(0, +) / Double(greys.count)
        let variance = greys.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(greys.count)
        #expect(abs(mean - 128) < 0.8 && abs(variance.squareRoot() - deviation * 255) < 0.03 * deviation * 255)
    }

    @Test("a blur spreads a point as far as it says, and loses no light", arguments: [0.3, 0.5, 1.0])
    func blur(radius: Double) throws {
        var picture = Samples.picture(of: try Samples.card(.medium).code, pixels: 12)
        let side = picture.image.width
        // A line, whose spread along the row is the blur's.
        picture.image = GreyImage(
            unchecked: (0..<side * side).map { 300..<310 ~= $0 % side ? 255 : 0 }, width: side, height: side)
        let row = Stress.blur(radius).applied(to: picture, seed: 0).image.pixels[side * 100..<side * 101].map(
            Double.init)
        let light = row.reduce(0, +)
        #expect(abs(light - 2550) < 40)
        let variance = row.enumerated().reduce(0) { sum, pixel in
            let away = Double(pixel.offset) + 0.5 - 305
            return sum + pixel.element * away * away
        }
        // The line's own variance is a twelfth of its width's square.
        let deviation = (variance / light - 100.0 / 12).squareRoot()
        #expect(abs(deviation - radius / 2 * 12) < 0.2 * radius / 2 * 12)
    }

    @Test("contrast is what is said to be left")
    func contrast() throws {
        let code = try Samples.card(.quartile).code
        let aged = Stress.contrast(0.40).applied(to: Samples.picture(of: code), seed: 0)
        let grade = SymbolGrade(of: code, in: aged.image, at: aged.position)
        #expect(abs(grade.symbolContrast - 0.40) < 1e-9 && grade.overall == .c)
    }

    @Test("a report has all ageings, and a usual card bears them", arguments: [RecoveryLevel.medium, .quartile])
    func report(level: RecoveryLevel) throws {
        let (code, text) = try Samples.card(level)
        let scanner = try CodeScanner()
        let report = StressReport(of: code, saying: text, Samples.picture(of: code), seed: 3, scanner: scanner)
        #expect(report.outcomes.map(\.stress) == Stress.all)
        #expect(report.unread.isEmpty)
        #expect(report.weakest?.stress == .stain(0.10))
        #expect(report == StressReport(of: code, saying: text, Samples.picture(of: code), seed: 3, scanner: scanner))
    }

    @Test("what is not read is an F, whatever the modules")
    func otherText() throws {
        let code = try Samples.card(.quartile).code
        let report = StressReport(
            of: code, saying: "another text", Samples.picture(of: code), seed: 3, stresses: [.rotation(7)],
            scanner: try CodeScanner())
        #expect(report.unread == [.rotation(7)] && report.weakest?.grade == .f)
        #expect(report.weakest?.estimate.overall == .a)
    }

    @Test("the weakest code comes first")
    func order() throws {
        let scanner = try CodeScanner()
        func report(_ level: RecoveryLevel, _ share: Double) throws -> StressReport {
            let (code, text) = try Samples.card(level)
            return StressReport(
                of: code, saying: text, Samples.picture(of: code), seed: 3, stresses: [.stain(share)], scanner: scanner)
        }
        let reports = [
            try report(.quartile, 0), try report(.medium, 0.25), try report(.quartile, 0.05), try report(.medium, 0.05),
        ]
        let sorted = reports.sorted()
        #expect(sorted == [reports[1], reports[3], reports[2], reports[0]])
        #expect(sorted[0].unread == [.stain(0.25)])
    }

    @Test("a poster's fine pixels are reduced before anything is done with them")
    func large() throws {
        let (code, text) = try Samples.code(version: 2, .medium)
        let picture = Samples.picture(of: code, pixels: 26)
        let reduced = picture.reduced
        #expect(reduced.image.width == picture.image.width / 4 && reduced.position.side == picture.position.side / 4)
        #expect(SymbolGrade(of: code, in: reduced.image, at: reduced.position).overall == .a)
        let report = StressReport(
            of: code, saying: text, picture, seed: 1, stresses: [.contrast(0.4), .rotation(7)],
            scanner: try CodeScanner())
        #expect(report.outcomes.map(\.grade) == [.c, .a])
    }
}
