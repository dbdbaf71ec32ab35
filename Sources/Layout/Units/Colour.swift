import Foundation

/// A colour of the sRGB space.
public struct Colour: Hashable, Sendable {
    /// Red, green and blue, each 0 to 1.
    public let red, green, blue: Double

    /// Black.
    public static let black = Colour(red: 0, green: 0, blue: 0)
    /// Paper white.
    public static let white = Colour(red: 1, green: 1, blue: 1)

    init(red: Double, green: Double, blue: Double) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// A colour written as `#RRGGBB`; nil for anything else.
    public init?(hex: String) {
        guard hex.utf8.count == 7, hex.first == "#", hex.dropFirst().allSatisfy(\.isHexDigit),
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        func channel(_ shift: UInt32) -> Double { Double(value >> shift & 0xFF) / 255 }
        self.init(red: channel(16), green: channel(8), blue: channel(0))
    }

    /// The contrast against another colour, 1 to 21 (WCAG 2.1, contrast ratio).
    public func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.1).
    var luminance: Double {
        func linear(_ channel: Double) -> Double {
            channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
