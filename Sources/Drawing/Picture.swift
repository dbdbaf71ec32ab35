import CCairo

/// Owner of a PNG picture.
@safe final class Picture {
    let surface: OpaquePointer
    /// Pixels from left to right and from top to bottom.
    let width, height: Double

    init(path: String) throws(DrawingError) {
        unsafe surface = cairo_image_surface_create_from_png(path)
        unsafe width = Double(cairo_image_surface_get_width(surface))
        unsafe height = Double(cairo_image_surface_get_height(surface))
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            // Cairo says "out of memory" of every file that is not a PNG.
            let isMissing = status == CAIRO_STATUS_FILE_NOT_FOUND
            throw .unreadablePicture(
                path: path, reason: isMissing ? "there is no such file" : "it is not a PNG picture")
        }
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}
