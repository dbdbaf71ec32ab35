import CommandWords
import Messages
import Mocban

/// How far a long work is: what a bar says of it, and a line for programs, which leaves out what is not known.
struct ProgressFigures: Encodable {
    /// What is being done, in a word; nil where there is only one thing.
    let phase: RunProgress.Phase?
    let unit: CountedThing
    let done: Int
    /// Nil while nobody knows it.
    let total: Int?
    /// How many a second, to a tenth; nil at the start.
    let rate: Double?
    /// Seconds that the rest will take; nil where the total or the rate is.
    let secondsLeft: Int?

    init(_ unit: CountedThing, phase: RunProgress.Phase? = nil, done: Int, of total: Int?, seconds: Double) {
        (self.unit, self.phase, self.done, self.total) = (unit, phase, done, total)
        guard done > 0, seconds > 0 else {
            (rate, secondsLeft) = (nil, nil)
            return
        }
        let rate = Double(done) / seconds
        self.rate = (rate * 10).rounded() / 10
        secondsLeft = total.map { Int((Double($0 - done) / rate).rounded(.up)) }
    }

    /// A bar with count, rate and time left, which fits into 80 columns for a nation's roster.
    var bar: String {
        var words: [String] = []
        if let total, total > 0 {
            let filled = min(done, total) * 16 / total
            words.append(
                String(repeating: "█", count: filled) + String(repeating: "░", count: 16 - filled)
                    + " \(done)/\(total) \(unit.words.text)")
        } else if done > 0 {
            words.append("\(done) \(unit.words.text)")
        }
        if let rate { words.append(Message(en: "\(Int(rate))/s", vi: "\(Int(rate))/giây").text) }
        if let secondsLeft { words.append(Message(en: "\(secondsLeft) s left", vi: "còn \(secondsLeft) giây").text) }
        let text = words.joined(separator: ", ")
        return phase.map { "\($0.words.text.padded(to: 11)) \(text)" } ?? text
    }
}
