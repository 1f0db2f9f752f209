import Foundation
import Storage

/// An hour in UTC, as `2026-09-15T13`: as fine as the outbox counts.
struct Hour {
    private let number: Int

    init(containing moment: Date) { number = Int((moment.timeIntervalSince1970 / 3_600).rounded(.down)) }
    private init(number: Int) { self.number = number }

    var text: String {
        let hour = number % 24
        return "\(Day(number: number / 24))T\(hour < 10 ? "0" : "")\(hour)"
    }

    static func + (hour: Hour, hours: Int) -> Hour { Hour(number: hour.number + hours) }
}
