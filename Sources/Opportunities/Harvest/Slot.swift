import Foundation
package import Storage

package enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    package init(of day: Day) {
        // 1 January 1970 was a Thursday.
        self = Self.allCases[((day.number + 3) % 7 + 7) % 7]
    }

    /// As `Tuesday`.
    package var name: String { word.capitalized }

    /// As `tuesday`. Kept, since Swift looks the names of cases up anew each time.
    var word: String { Self.words[rawValue - 1] }
    private static let words = allCases.map { "\($0)" }
}

package enum PartOfDay: String, CaseIterable, Sendable {
    /// Until 12:00.
    case morning
    /// From 12:00 to 17:00.
    case afternoon
    case evening

    static func parts(from start: Int, to end: Int) -> [PartOfDay] {
        allCases.filter { part in
            switch part {
            case .morning: start < 720
            case .afternoon: start < 1_020 && end > 720
            case .evening: end > 1_020
            }
        }
    }
}

/// One of the 21 times of a week, or a row or column of them when the advert says only one of the two.
package struct Slot: Hashable, Sendable {
    package let weekday: Weekday?
    package let part: PartOfDay?

    static func slots(of session: Session) -> [Slot] {
        guard !session.isPeriod else { return [] }
        let weekday = Weekday(of: session.starts.day)
        let end = session.ends?.minute ?? session.starts.minute + 1
        return PartOfDay.parts(from: session.starts.minute, to: end).map { Slot(weekday: weekday, part: $0) }
    }
}

extension Slot {
    /// Days and parts of the day that a text names in the plural: "Tuesdays or Thursdays", "weekday evenings".
    static func slots(in text: String) -> [Slot] {
        let lower = Prose(text)
        var days = Weekday.allCases.filter { lower.holds($0.word + "s") }
        if lower.holds("weekends") { days += [.saturday, .sunday].filter { !days.contains($0) } }
        let parts = PartOfDay.allCases.filter { lower.holds("\($0.rawValue)s") }
        if days.isEmpty { return parts.map { Slot(weekday: nil, part: $0) } }
        // Which day goes with which part is beyond a pattern.
        return days.map { Slot(weekday: $0, part: nil) }
    }
}
