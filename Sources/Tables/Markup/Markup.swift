internal import Glibc

/// The name of an element or an attribute without its prefix, while the parser reports it.
@safe struct MarkupName {
    private let start: UnsafePointer<CChar>

    @inline(__always)
    init(_ name: UnsafePointer<CChar>) {
        var start = unsafe name
        var next = unsafe name
        while unsafe next.pointee != 0 {
            let isColon = unsafe next.pointee == 0x3A
            unsafe next += 1
            if isColon { unsafe start = next }
        }
        unsafe self.start = start
    }

    func `is`(_ name: StaticString) -> Bool {
        unsafe strcmp(start, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// Whether the name is this one letter.
    @inline(__always)
    func `is`(letter: Unicode.Scalar) -> Bool {
        unsafe UInt8(bitPattern: start[0]) == UInt8(truncatingIfNeeded: letter.value) && start[1] == 0
    }
}

/// The value of an attribute, while the parser reports it: its UTF-8 bytes one by one.
@safe struct MarkupValue: Sequence, IteratorProtocol {
    private var position: UnsafePointer<CChar>

    @inline(__always)
    init(_ value: UnsafePointer<CChar>) { unsafe position = value }

    @inline(__always)
    mutating func next() -> UInt8? {
        let byte = unsafe UInt8(bitPattern: position.pointee)
        guard byte != 0 else { return nil }
        unsafe position += 1
        return byte
    }

    var text: String { unsafe String(cString: position) }

    func `is`(_ value: StaticString) -> Bool { unsafe MarkupName.equal(position, value) }

    /// Whether the value is `1` or `true`, as XML Schema writes truth.
    var isTrue: Bool { self.is("1") || self.is("true") }

    /// The value as a number from 0 to 999,999,999; nil where it is none.
    var number: Int? {
        var number = 0, digits = 0
        for byte in self {
            guard byte >= 0x30, byte <= 0x39, digits < 9 else { return nil }
            number = number * 10 + Int(byte - 0x30)
            digits += 1
        }
        return digits > 0 ? number : nil
    }
}

extension MarkupName {
    fileprivate static func equal(_ value: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
        unsafe strcmp(value, UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}

/// The attributes of an element, while the parser reports it.
@safe struct MarkupAttributes {
    private var position: UnsafeMutablePointer<UnsafePointer<CChar>?>

    @inline(__always)
    init(_ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) { unsafe position = attributes }

    /// The next attribute; the list ends with a null name.
    @inline(__always)
    mutating func next() -> (name: MarkupName, value: MarkupValue)? {
        guard let name = unsafe position[0], let value = unsafe position[1] else { return nil }
        unsafe position += 2
        return unsafe (MarkupName(name), MarkupValue(value))
    }

    /// The value of the first attribute of this name.
    subscript(name: StaticString) -> MarkupValue? {
        var attributes = self
        while let attribute = attributes.next() {
            if attribute.name.is(name) { return attribute.value }
        }
        return nil
    }
}

/// A piece of an element's text in UTF-8, while the parser reports it.
@safe struct MarkupText {
    private let bytes: UnsafeBufferPointer<UInt8>

    @inline(__always)
    init(_ start: UnsafePointer<CChar>, _ count: Int32) {
        let start = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
        unsafe bytes = UnsafeBufferPointer(start: start, count: Int(count))
    }

    @inline(__always)
    func append(to text: inout [UInt8]) { unsafe text.append(contentsOf: bytes) }
}
