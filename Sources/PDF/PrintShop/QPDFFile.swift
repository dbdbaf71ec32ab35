import CQPDF
import CairoDrawing
import Glibc
import LateLibrary
import Messages

extension QPDFFunctions {
    fileprivate static let library = unsafe LateLibrary<QPDFFunctions>(
        "libqpdf", names: String(cString: QPDFFunctionsNames()))
}

/// Owner of a PDF file that qpdf has read from memory.
@safe final class QPDFFile {
    /// An object of the file, good as long as the file is.
    struct Object { fileprivate let handle: qpdf_oh }

    private let qpdf: QPDFFunctions
    private var file: qpdf_data?
    // qpdf reads from here until the file is let go.
    private let bytes: UnsafeMutableRawBufferPointer

    /// Reads a whole file; throws `DrawingError.failed`, or `MissingLibrary` where qpdf is not there.
    init(_ content: [UInt8]) throws {
        qpdf = try QPDFFunctions.library.functions
        unsafe bytes = .allocate(byteCount: max(1, content.count), alignment: 1)
        unsafe bytes.copyBytes(from: content)
        unsafe file = qpdf.`init`()
        // What is wrong is thrown, never printed.
        unsafe qpdf.silence_errors(file)
        unsafe qpdf.set_suppress_warnings(file, 1)
        let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
        _ = unsafe qpdf.read_memory(file, "drawing", start, UInt64(content.count), nil)
        try check()
    }

    deinit {
        unsafe qpdf.cleanup(&file)
        unsafe bytes.deallocate()
    }

    /// Throws the first error since the last check.
    func check() throws(DrawingError) {
        guard unsafe qpdf.has_error(file) != 0 else { return }
        let error = unsafe qpdf.get_error(file)
        let reason = unsafe qpdf.get_error_full_text(file, error).map { unsafe String(cString: $0) }
        throw .failed(reason.map(Message.init(verbatim:)) ?? .noReason)
    }

    // MARK: Objects

    /// The pages in their order.
    func pages() throws(DrawingError) -> [Object] {
        let count = unsafe qpdf.get_num_pages(file)
        try check()
        return (0..<max(0, count)).map { Object(handle: unsafe qpdf.get_page_n(file, Int($0))) }
    }

    /// The value of a key of a dictionary, or of a stream's; nil where there is none.
    func value(_ key: String, of object: Object) -> Object? {
        let holder = dictionary(of: object).handle
        guard unsafe qpdf.oh_is_dictionary(file, holder) != 0, unsafe qpdf.oh_has_key(file, holder, key) != 0
        else { return nil }
        return Object(handle: unsafe qpdf.oh_get_key(file, holder, key))
    }

    /// The values of a dictionary; none where the object is no dictionary.
    func values(of object: Object?) -> [Object] {
        guard let object, unsafe qpdf.oh_is_dictionary(file, object.handle) != 0 else { return [] }
        var keys: [String] = []
        unsafe qpdf.oh_begin_dict_key_iter(file, object.handle)
        while unsafe qpdf.oh_dict_more_keys(file) != 0 {
            if let key = unsafe qpdf.oh_dict_next_key(file) { keys.append(unsafe String(cString: key)) }
        }
        return keys.compactMap { value($0, of: object) }
    }

    /// The elements of an array, the object itself where it is none.
    func elements(of object: Object) -> [Object] {
        guard unsafe qpdf.oh_is_array(file, object.handle) != 0 else { return [object] }
        let count = unsafe qpdf.oh_get_array_n_items(file, object.handle)
        return (0..<count).map {
            Object(handle: unsafe qpdf.oh_get_array_item(file, object.handle, $0))
        }
    }

    /// Whether the object is this name, `/Form`.
    func isName(_ name: String, _ object: Object?) -> Bool {
        guard let object else { return false }
        return unsafe qpdf.oh_is_name_and_equals(file, object.handle, name) != 0
    }

    /// The object's number, if it is one.
    func number(_ object: Object?) -> Double? {
        guard let object, unsafe qpdf.oh_is_number(file, object.handle) != 0 else { return nil }
        return unsafe qpdf.oh_get_numeric_value(file, object.handle)
    }

    /// Whether the object is a stream.
    func isStream(_ object: Object) -> Bool { unsafe qpdf.oh_is_stream(file, object.handle) != 0 }

    /// The number by which the file refers to an object; 0 where it stands within another.
    func identity(of object: Object) -> Int { Int(unsafe qpdf.oh_get_object_id(file, object.handle)) }

    private func dictionary(of object: Object) -> Object {
        isStream(object) ? Object(handle: unsafe qpdf.oh_get_dict(file, object.handle)) : object
    }

    // MARK: Changes

    /// Sets a key of a dictionary to numbers, rounded to a ten-thousandth.
    func set(_ key: String, of object: Object, to numbers: [Double]) {
        let list = unsafe qpdf.oh_new_array(file)
        for number in numbers { unsafe qpdf.oh_append_item(file, list, qpdf.oh_new_real_from_double(file, number, 4)) }
        unsafe qpdf.oh_replace_key(file, dictionary(of: object).handle, key, list)
    }

    /// Sets a key of a dictionary to a name.
    func set(_ key: String, of object: Object, toName name: String) {
        unsafe qpdf.oh_replace_key(file, dictionary(of: object).handle, key, qpdf.oh_new_name(file, name))
    }

    /// Takes a key off a dictionary.
    func remove(_ key: String, of object: Object) {
        unsafe qpdf.oh_remove_key(file, dictionary(of: object).handle, key)
    }

    /// A stream's bytes without their filters.
    func content(of stream: Object) throws(DrawingError) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        defer { unsafe free(start) }
        _ = unsafe qpdf.oh_get_stream_data(file, stream.handle, qpdf_dl_generalized, nil, &start, &count)
        try check()
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Puts other bytes into a stream, which qpdf compresses when it writes.
    func replace(_ stream: Object, by content: [UInt8]) {
        let nothing = unsafe qpdf.oh_new_null(file)
        unsafe qpdf.oh_replace_stream_data(file, stream.handle, content, content.count, nothing, nothing)
    }

    /// The file's bytes; the same objects give the same, since its identifier is made from them.
    func written() throws(DrawingError) -> [UInt8] {
        try check()
        _ = unsafe qpdf.init_write_memory(file)
        unsafe qpdf.set_deterministic_ID(file, 1)
        _ = unsafe qpdf.write(file)
        try check()
        return unsafe Array(UnsafeBufferPointer(start: qpdf.get_buffer(file), count: qpdf.get_buffer_length(file)))
    }
}
