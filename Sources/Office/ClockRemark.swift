package import Messages
package import Payload
import Register

extension Office {
    /// A remark where the clock is more than five minutes behind the register's last entry, for a person who starts a
    /// command; nil where it is not, or where nothing is registered that can be read.
    package func clockRemark(at clock: Timestamp) -> Message? {
        guard hasRegister, let last = try? register(.reading).reading({ try $0.lastTime }),
            clock.adding(seconds: 300) < last
        else { return nil }
        let behind = Self.words(seconds: last.secondsSince1970 - clock.secondsSince1970)
        return Message(
            en: "the clock is \(behind.english) behind the register's last entry (\(last.inVietnam)): "
                + "if the clock is wrong, set it",
            vi: "đồng hồ chậm \(behind.vietnamese) so với mục cuối của sổ cấp thẻ (\(last.inVietnamese)): "
                + "nếu đồng hồ sai, hãy chỉnh lại")
    }

    private static func words(seconds: Int64) -> Message {
        let (count, unit, vietnamese) =
            seconds < 7_200
            ? (seconds / 60, "minute", "phút")
            : seconds < 172_800 ? (seconds / 3_600, "hour", "giờ") : (seconds / 86_400, "day", "ngày")
        return Message(en: count == 1 ? "1 \(unit)" : "\(count) \(unit)s", vi: "\(count) \(vietnamese)")
    }
}
