// What a print shop can print in black ink alone: letters in four inks have coloured edges wherever the inks are a
// hundredth of a millimetre out of register, and letters in a tint of black are screened into dots.

extension Template {
    /// The template with its dark neutral texts in black, and its other grey texts and lines neutral; fills stay.
    public func withBlackTexts() -> Template {
        changed { side in
            side.face = Face(marks: side.face.marks.map { $0.withBlackTexts() })
            for index in side.texts.indices { side.texts[index].style.colour = side.texts[index].style.colour.ofText }
        }
    }
}

extension Mark {
    fileprivate func withBlackTexts() -> Mark {
        switch self {
        case .text(var text):
            text.style.colour = text.style.colour.ofText
            return .text(text)
        case .line(var line):
            line.colour = line.colour.ofGrey
            return .line(line)
        case .box(var box):
            box.stroke = box.stroke?.ofGrey
            return .box(box)
        case .code, .picture, .portrait: return self
        }
    }
}

extension Colour {
    /// Whether white letters stand out from it more than black ones do (WCAG 2.1): up to the root of 1.05 × 0.05, less
    /// 0.05.
    var isDark: Bool { luminance < 0.179 }

    /// Whether it is a grey to the eye: its channels are within a thirty-second of each other.
    private var isNeutral: Bool { max(red, green, blue) - min(red, green, blue) <= 1.0 / 32 }

    fileprivate var ofText: Colour { isNeutral && isDark ? .black : ofGrey }

    fileprivate var ofGrey: Colour {
        guard isNeutral else { return self }
        let grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        return Colour(red: grey, green: grey, blue: grey)
    }
}
