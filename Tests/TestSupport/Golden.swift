import Files
import Foundation

/// A file that a result must equal; `MOCBAN_RECORD=1` writes the results into the sources instead.
package enum Golden {
    /// Nil where `text` is what the file of the name holds in the folder `Resources` beside the test, else what is
    /// wrong.
    package static func fault(_ text: String, _ name: String, source: String = #filePath) throws -> String? {
        let folder = (source as NSString).deletingLastPathComponent + "/Resources"
        let url = URL(fileURLWithPath: folder + "/" + name)
        if ProcessInfo.processInfo.environment["MOCBAN_RECORD"] == "1" {
            try Data(text.utf8).write(to: url)
            return nil
        }
        let golden = try Data(contentsOf: url)
        return golden == Data(text.utf8) ? nil : "\(name) differs from what was recorded:\n\(text)"
    }
}
