import Foundation
import Glibc

/// How many characters a line of the screen has: `COLUMNS`, else the terminal's own, else 80, as ArgumentParser counts.
package func screenWidth() -> Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) { return columns }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}
