import Foundation

extension String {
    /// The text in NFC, the form that Mocban signs, prints and compares.
    package var precomposed: String { precomposedStringWithCanonicalMapping }
}
