package import Payload
import Register

extension Office {
    /// A remark where the clock is more than five minutes behind the register's last entry, for a person who starts a
    /// command; nil where it is not, or where nothing is registered that can be read.
    package func clockRemark(at clock: Timestamp) -> String? {
        guard hasRegister, let last = try? register(.reading).reading({ try $0.lastTime }),
            clock.adding(seconds: 300) < last
        else { return nil }
        let behind = Self.words(seconds: last.secondsSince1970 - clock.secondsSince1970)
        return "the clock is \(behind) behind the register's last entry (\(last.inVietnam)): "
            + "if the clock is wrong, set it"
    }

    private static func words(seconds: Int64) -> String {
        let (count, unit) =
            seconds < 7_200
            ? (seconds / 60, "minute") : seconds < 172_800 ? (seconds / 3_600, "hour") : (seconds / 86_400, "day")
        return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }
}
