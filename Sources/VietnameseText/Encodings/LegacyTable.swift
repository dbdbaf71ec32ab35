/// What each byte of a legacy encoding means.
///
/// Sources: TCVN 5712:1993 with its parts VN1, VN2 and VN3; Microsoft's table of code page 1258; the chart of VNI for
/// Windows, in which 0x80–0xBF are as in Windows-1252.
struct LegacyTable: Sendable {
    /// A byte's meaning: a character of its own, or a mark on the letter before it, or neither.
    struct Meaning {
        /// The character; 0 for none.
        var scalar: UInt16 = 0
        /// The code of the mark on the letter before; 0 for none.
        var mark: UInt8 = 0
        /// Whether the byte is the sign of Windows-1252 more often than the letter of this table.
        var isDoubtful = false
    }

    private var meanings: [Meaning]
    /// Whether capitals take marks of their own, whose bytes are 0x20 less.
    private(set) var marksHaveCase = false

    private init() {
        meanings = (0..<256).map { Meaning(scalar: $0 < 0x80 ? UInt16($0) : 0) }
    }

    subscript(byte: UInt8) -> Meaning { meanings[Int(byte)] }

    private mutating func set(_ first: Int, _ letters: String) {
        for (offset, letter) in letters.unicodeScalars.enumerated() {
            meanings[first + offset] = Meaning(scalar: UInt16(letter.value))
        }
    }

    /// Sets the tones 1 to 5 at five bytes; they also stand for themselves where no letter takes them.
    private mutating func set(tones bytes: [Int]) {
        for (offset, byte) in bytes.enumerated() {
            let combining = MarkedVowel.Mark.combining[offset]
            meanings[byte] = Meaning(scalar: UInt16(combining), mark: UInt8(offset + 1))
        }
    }

    private mutating func setWindows1252(_ range: ClosedRange<Int>) {
        for byte in range {
            meanings[byte] = Meaning(scalar: byte < 0xA0 ? Windows1252.upper[byte - 0x80] : UInt16(byte))
        }
    }

    static let windows1258: LegacyTable = {
        var table = LegacyTable()
        table.setWindows1252(0x80...0xFF)
        for byte in [0x8A, 0x8E, 0x9A, 0x9E] { table.meanings[byte] = Meaning() }
        for (byte, letter) in [
            (0xC3, "Ă"), (0xD0, "Đ"), (0xD5, "Ơ"), (0xDD, "Ư"), (0xE3, "ă"), (0xF0, "đ"), (0xF5, "ơ"), (0xFD, "ư"),
            (0xFE, "₫"),
        ] {
            table.set(byte, letter)
        }
        table.set(tones: [0xCC, 0xD2, 0xDE, 0xEC, 0xF2])
        return table
    }()

    static let tcvn3: LegacyTable = {
        var table = LegacyTable()
        // Capitals with tones of VN1.
        table.set(0x01, "ÚỤ")
        table.set(0x04, "ỪỬỮ")
        table.set(0x11, "ỨỰỲỶỸÝỴ")
        table.set(0x80, "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ")
        // The ellipsis, the quotation marks, the bullet and the dashes that Windows programs put in by themselves.
        for byte in [0x85] + Array(0x91...0x97) { table.meanings[byte].isDoubtful = true }
        table.set(0xA0, "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ")
        table.set(tones: Array(0xB0...0xB4))
        table.set(0xB5, "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ")
        return table
    }()

    static let vni: LegacyTable = {
        var table = LegacyTable()
        table.setWindows1252(0x80...0xBF)
        let letters: [(Int, String)] = [
            (0xC6, "Ỉ"), (0xCC, "Ì"), (0xCD, "Í"), (0xCE, "Ỵ"), (0xD1, "Đ"), (0xD2, "Ị"), (0xD3, "Ĩ"), (0xD4, "Ơ"),
            (0xD6, "Ư"),
            (0xE6, "ỉ"), (0xEC, "ì"), (0xED, "í"), (0xEE, "ỵ"), (0xF1, "đ"), (0xF2, "ị"), (0xF3, "ĩ"), (0xF4, "ơ"),
            (0xF6, "ư"),
        ]
        for (byte, letter) in letters { table.set(byte, letter) }
        table.marksHaveCase = true
        // Bytes of the tones none, huyền, hỏi, ngã, sắc, nặng; the capital's is 0x20 less.
        let marks: [(quality: UInt8, bytes: [Int])] = [
            (0, [0, 0xF8, 0xFB, 0xF5, 0xF9, 0xEF]),
            (MarkedVowel.Mark.circumflex, [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4]),
            (MarkedVowel.Mark.breve, [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB]),
        ]
        for (quality, bytes) in marks {
            for (tone, byte) in bytes.enumerated() where byte != 0 {
                table.meanings[byte].mark = quality | UInt8(tone)
                table.meanings[byte - 0x20].mark = quality | UInt8(tone)
            }
        }
        return table
    }()
}
