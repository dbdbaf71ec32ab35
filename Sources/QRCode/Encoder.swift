extension QRCode {
    /// Who makes a symbol of the segments; both make the same modules at the same mask.
    public enum Encoder: String, CaseIterable, Sendable, Codable {
        /// The library's own, more than ten times as fast, which chooses the mask by the standard's text.
        case builtIn = "built-in"
        /// libqrencode, whose choice of mask now and then is another one.
        case qrencode
    }
}
