/// What a font's file may be.
enum FontLimits {
    /// Bytes of a file: 32 MiB; the largest fonts of Chinese have some 20.
    static let mostBytes = 32 << 20
}
