import QRCode

/// Grades for modules that carry no text but that a reader needs first (ISO/IEC 18004 annex on print quality).
enum PatternDamage {
    /// The lowest grade of the finder patterns, the timing lines and the alignment patterns.
    static func ofFixedPatterns(_ map: CodewordMap, _ wrong: [Bool]) -> Grade {
        min(finders(map, wrong), timing(map, wrong), alignment(map, wrong))
    }

    /// The lower grade of the format's and the version's information; of two copies one may be lost.
    static func ofFormat(_ map: CodewordMap, _ wrong: [Bool]) -> Grade {
        let half = map.width / 2
        var (format, version) = ([0, 0], [0, 0])
        for module in wrong.indices where wrong[module] {
            let (x, y) = (module % map.width, module / map.width)
            switch map.roles[module] {
            case .format: format[x < half && y < half ? 0 : 1] += 1
            case .version: version[y < half ? 0 : 1] += 1
            default: break
            }
        }
        // The mean of both copies' grades, rounded up.
        func grade(_ wrong: [Int]) -> Grade {
            Grade(points: (wrong.reduce(0) { $0 + Grade(wrongModules: $1).points } + 1) / 2)
        }
        return min(grade(format), grade(version))
    }

    /// Each wrong module takes a grade away from its finder pattern.
    private static func finders(_ map: CodewordMap, _ wrong: [Bool]) -> Grade {
        var counts = [0, 0, 0]
        for module in wrong.indices where wrong[module] && map.roles[module] == .finder {
            let isRight = module % map.width > map.width / 2
            let isLow = module / map.width > map.width / 2
            counts[isRight ? 1 : isLow ? 2 : 0] += 1
        }
        return Grade(wrongModules: counts.max() ?? 0)
    }

    /// The worse of both lines: no wrong module for A, 7 % for B, 11 % for C, 14 % for D.
    private static func timing(_ map: CodewordMap, _ wrong: [Bool]) -> Grade {
        let length = map.width - 16
        let across = (8..<map.width - 8).count { wrong[6 * map.width + $0] }
        let down = (8..<map.width - 8).count { wrong[$0 * map.width + 6] }
        return Grade(-Double(max(across, down)) / Double(length), least: [0, -0.07, -0.11, -0.14])
    }

    /// The share of damaged alignment patterns: none for A, 10 % for B, 20 % for C, 30 % for D.
    private static func alignment(_ map: CodewordMap, _ wrong: [Bool]) -> Grade {
        guard !map.alignmentCentres.isEmpty else { return .a }
        let damaged = map.alignmentCentres.count { centre in
            (-2...2).contains { y in (-2...2).contains { x in wrong[(centre.y + y) * map.width + centre.x + x] } }
        }
        return Grade(-Double(damaged) / Double(map.alignmentCentres.count), least: [0, -0.10, -0.20, -0.30])
    }
}
