import Files
package import Messages
import Scanning

/// What happens to a printed code in its life, and how strongly.
package enum Stress: Sendable, Hashable {
    /// Toner or ink spreads: a dark module grows wider by a share of a module, half at each edge, or narrower where it is
    /// negative (the print growth of ISO/IEC 15415).
    case dotGain(Double)
    /// Out of focus: a point becomes a disc of a radius in modules, that is a Gaussian of half as large a deviation.
    case blur(Double)
    /// Grain of paper and camera: normal noise on each pixel, by its standard deviation as a share of full contrast.
    case noise(Double)
    /// A corner that stands up: it moves inwards by a share of the picture's side, and shadow falls on it.
    case liftedCorner(Double)
    /// A dark stain over a share of the symbol's area, beside the finder patterns.
    case stain(Double)
    /// Faded or laminated: so much of the contrast is left, about mid grey.
    case contrast(Double)
    /// Held askew, by degrees.
    case rotation(Double)

    /// What `mocban proof --stress` puts each code through.
    package static let all: [Stress] = [
        .dotGain(0.15), .dotGain(-0.15), .blur(0.5), .noise(0.10), .liftedCorner(0.10), .stain(0.10), .contrast(0.40),
        .rotation(7), .rotation(45),
    ]

    /// The picture as it is afterwards; the same for the same seed.
    package func applied(to picture: SymbolPicture, seed: UInt64) -> SymbolPicture {
        var stressed = picture
        var numbers = SplitMix64(seed: seed)
        switch self {
        case .dotGain(let share): stressed.image = picture.image.spread(by: share / 2 * picture.module)
        case .blur(let radius): stressed.image = picture.image.blurred(sigma: radius / 2 * picture.module)
        case .noise(let deviation): stressed.image = picture.image.grainy(deviation: deviation, &numbers)
        case .liftedCorner(let share): return picture.withLiftedCorner(share)
        case .stain(let share): stressed.image = picture.stained(share, &numbers)
        case .contrast(let share): stressed.image = picture.image.faded(to: share)
        case .rotation(let degrees): return picture.rotated(by: degrees)
        }
        return stressed
    }
}

extension Stress: CustomStringConvertible {
    package var description: String { message.english }

    /// The stress in words: `dot gain of 15 %`.
    package var message: Message {
        func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
        return switch self {
        case .dotGain(let share) where share < 0:
            Message(en: "dot loss of \(percent(-share))", vi: "nét in mảnh đi \(percent(-share))")
        case .dotGain(let share):
            Message(en: "dot gain of \(percent(share))", vi: "nét in loang thêm \(percent(share))")
        case .blur(let modules):
            modules == 0.5
                ? Message(en: "blur of half a module", vi: "nhòe nửa ô mã")
                : Message(en: "blur of \(modules) modules", vi: "nhòe \(modules) ô mã")
        case .noise(let deviation): Message(en: "noise of \(percent(deviation))", vi: "nhiễu hạt \(percent(deviation))")
        case .liftedCorner: Message(en: "a lifted corner", vi: "một góc bị vênh")
        case .stain(let share): Message(en: "a stain over \(percent(share))", vi: "vết bẩn che \(percent(share))")
        case .contrast(let share):
            Message(en: "contrast of \(percent(share))", vi: "độ tương phản còn \(percent(share))")
        case .rotation(let degrees): Message(en: "rotation by \(Int(degrees))°", vi: "xoay \(Int(degrees))°")
        }
    }
}
