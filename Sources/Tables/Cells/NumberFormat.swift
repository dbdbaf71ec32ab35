/// How a number format shows a number, as far as it matters for what a cell means.
enum NumberFormat: Equatable {
    /// As the number itself.
    case plain
    /// A day, with the time where there is one.
    case date
    /// A time of the day.
    case time
    /// A duration in hours and minutes.
    case elapsed
    /// An integer laid into a pattern of digits, such as `000000000000`.
    case digits(DigitPattern)

    /// 255 characters of at most 4 bytes.
    private static let longestCode = 1_020

    /// The format of a built-in number (ECMA-376 part 1, 18.8.30).
    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...58: self = .date
        case 18...21, 32, 33, 45, 47: self = .time
        case 46: self = .elapsed
        default: self = .plain
        }
    }

    /// The format of a code such as `dd/mm/yyyy;@`; its first section, which is for positive numbers, decides.
    ///
    /// Excel's codes have at most 255 characters; a longer one shows the number itself.
    init(code: String) {
        guard code.utf8.count <= Self.longestCode else {
            self = .plain
            return
        }
        var letters = LetterCount()
        var pattern: DigitPattern? = DigitPattern()
        var scalars = code.unicodeScalars.makeIterator()
        scan: while let scalar = scalars.next() {
            switch scalar {
            case ";": break scan
            case "\"": while let quoted = scalars.next(), quoted != "\"" { pattern?.append(literal: quoted) }
            case "\\": if let escaped = scalars.next() { pattern?.append(literal: escaped) }
            case "_":
                _ = scalars.next()
                pattern?.append(literal: " ")
            case "*": _ = scalars.next()
            case "[":
                var inside = ""
                while let next = scalars.next(), next != "]" { inside.unicodeScalars.append(next) }
                switch inside.lowercased() {
                case "h", "hh", "m", "mm", "s", "ss": letters.isElapsed = true
                default:
                    // A colour or a language changes nothing; a condition, `[<=999]`, would change the section.
                    if inside.contains(where: { "<>=".contains($0) }) { pattern = nil }
                }
            case "0", "#", "?": pattern?.append(isRequired: scalar == "0")
            case " ", "-", "(", ")", "+", ":", "'", "$": pattern?.append(literal: scalar)
            case "y", "Y", "d", "D": letters.days += 1
            case "m", "M": letters.months += 1
            case "h", "H", "s", "S": letters.hours += 1
            case "a", "A":
                // AM/PM and A/P have an M that is no month.
                while let next = scalars.next(), next != ";" {
                    if next == "m" || next == "M" || next == "p" || next == "P" || next == "/" { continue }
                    if next == "d" || next == "D" || next == "y" || next == "Y" { letters.days += 1 }
                }
                break scan
            default: pattern = nil
            }
            if letters.any { pattern = nil }
        }
        if let format = letters.format {
            self = format
        } else if let pattern, pattern.changesNumbers {
            self = .digits(pattern)
        } else {
            self = .plain
        }
    }

    private struct LetterCount {
        var days = 0, months = 0, hours = 0
        var isElapsed = false

        var any: Bool { days + months + hours > 0 || isElapsed }

        /// `m` is a minute beside hours or seconds, else a month.
        var format: NumberFormat? {
            if days > 0 || months > 0 && hours == 0 && !isElapsed { return .date }
            if isElapsed { return .elapsed }
            return hours > 0 ? .time : nil
        }
    }
}
