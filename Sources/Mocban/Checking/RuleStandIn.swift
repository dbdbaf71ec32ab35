package import Roster

// Until the rules have texts of their own.
extension Rule {
    package var title: String { rawValue.replacing("-", with: " ") }
    package var vietnamese: String { rawValue }
    package var explanation: String { rawValue }
}
