import Foundation

/// When questions enter the queue and answers go out: together, so that no time tells whose they are.
enum Timetable: Equatable {
    /// Hours of the day in UTC.
    case hours([Int])
    /// A pause in seconds, as in the demo, so that a visitor sees the loop.
    case every(Int)

    /// From `6,12,18` or `60s`.
    init?(_ text: String) {
        if text.hasSuffix("s"), let seconds = Int(text.dropLast()), (1...86_400).contains(seconds) {
            self = .every(seconds)
            return
        }
        let hours = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard hours.allSatisfy({ $0.map { (0...23).contains($0) } ?? false }) else { return nil }
        self = .hours(hours.compactMap(\.self).sorted())
    }

    /// Whether a batch falls after one moment and not after the other.
    func hasBatch(after earlier: Date, until now: Date) -> Bool {
        switch self {
        case .every: true
        case .hours(let hours):
            hours.contains { hour in
                let today = (now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400 + Double(hour) * 3_600
                return earlier.timeIntervalSince1970 < today && today <= now.timeIntervalSince1970
            }
        }
    }

    /// Seconds between two looks at the clock.
    var tick: Int {
        switch self {
        case .every(let seconds): seconds
        case .hours: 30
        }
    }

    /// After "questions go to the desk".
    var words: String {
        switch self {
        case .every(60): "every minute, because this is a demo"
        case .every(let seconds): "every \(seconds) seconds"
        case .hours(let hours): "at " + hours.map { "\($0):00" }.joined(separator: ", ") + " UTC"
        }
    }
}
