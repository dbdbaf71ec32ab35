/// What a PDF file may be, so that none can take all memory or time.
///
/// Pages are small and small files have few of them. What a page draws is known only when it is drawn, so that time and
/// memory for that are watched (``LateLibrary/WatchedWork``).
enum PDFLimits {
    /// Bytes of a file: 4 GiB, of a province's cards in one.
    static let mostBytes = 4 << 30
    /// Bytes of a file for each page that it says to have, at least: no code is drawn in fewer than 128.
    static let leastPageBytes = 128
    /// A page's longest side, in millimetres: 1,380, Cairo's greatest number of pixels at 600 dots an inch.
    static let longestSide = 1_380.0
    /// Pixels of a page at 300 dots an inch: 72 million, a sheet of A1.
    static let mostPixels = 72_000_000.0
    /// Processor time for a page's reading and all drawings of its parts, in seconds; a sheet takes a tenth.
    static let pageSeconds = 10.0
    /// Processor time for opening a file, and for each of its pages on average, in seconds.
    static let fileSeconds = (opening: 20.0, page: 1.0)
}
