import Foundation
package import Storage

/// A time on a clock on a wall in the United Kingdom: what an advert means by "9 o'clock", summer and winter.
package struct LocalTime: Hashable, Sendable, Comparable, LosslessStringConvertible {
    package let day: Day
    /// Minutes after midnight, 0..<1440.
    package let minute: Int

    /// From `2026-12-05T09:00:00` or `2026-12-05 09:00`; seconds and what follows them are not looked at.
    package init?(_ text: String) {
        if let (day, minute) = Self.plain(text) {
            (self.day, self.minute) = (day, minute)
            return
        }
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":")
        guard clock.count >= 2, let hour = Int(clock[0]), let minute = Int(clock[1]), (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        self.day = day
        self.minute = hour * 60 + minute
    }

    /// As nearly all are written: `2026-12-05T09:00` with or without `:00` after it; nil for anything else, which is read
    /// the long way.
    private static func plain(_ text: String) -> (Day, Int)? {
        var text = text
        let digits: (hour: Int, minute: Int)? = text.withUTF8 { bytes in
            guard bytes.count == 16 || (bytes.count == 19 && bytes[16] == UInt8(ascii: ":")),
                bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes[13] == UInt8(ascii: ":")
            else { return nil }
            func number(at place: Int) -> Int? {
                let (tens, ones) = (Int(bytes[place]) - 48, Int(bytes[place + 1]) - 48)
                return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
            }
            guard let hour = number(at: 11), let minute = number(at: 14), bytes.count == 16 || number(at: 17) != nil,
                hour < 24, minute < 60
            else { return nil }
            return (hour, minute)
        }
        guard let digits, let day = Day(String(text.prefix(10))) else { return nil }
        return (day, digits.hour * 60 + digits.minute)
    }

    /// A time that may say its zone, as `2026-07-05T09:00:00Z` or `…+02:00`: then it is what clocks here show at that
    /// moment, else what is written.
    static func stated(_ text: String) -> LocalTime? {
        guard let written = LocalTime(text), let zone = zone(of: text) else { return LocalTime(text) }
        let seconds = Double(written.day.number) * 86_400 + Double(written.minute - zone) * 60
        return LocalTime(Date(timeIntervalSince1970: seconds))
    }

    /// Minutes east of Greenwich; nil where the text says nothing.
    private static func zone(of text: String) -> Int? {
        guard let clock = text.split(whereSeparator: { $0 == "T" || $0 == " " }).dropFirst().first else { return nil }
        if clock.hasSuffix("Z") || clock.hasSuffix("z") { return 0 }
        guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        let digits = clock[sign...].dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4 || digits.utf8.count == 2, let number = Int(digits) else { return nil }
        let minutes = digits.utf8.count == 4 ? number / 100 * 60 + number % 100 : number * 60
        return clock[sign] == "-" ? -minutes : minutes
    }

    init(_ moment: Date) {
        // Without the system's time zones a summer time is an hour early, which is better than no time.
        let zone = TimeZone(identifier: "Europe/London") ?? .gmt
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        day = Day(containing: Date(timeIntervalSince1970: seconds))
        minute = min(1_439, max(0, Int((seconds - Double(day.number) * 86_400) / 60)))
    }

    /// As `2026-12-05 09:00`.
    package var description: String { "\(day) \(clock)" }

    /// As `09:00`.
    package var clock: String {
        let hour = minute / 60
        let rest = minute % 60
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }
}

/// One occasion an advert offers; more than a day long, it is a period in which times are agreed.
package struct Session: Hashable, Sendable {
    package let starts: LocalTime
    package let ends: LocalTime?

    package var isPeriod: Bool { ends.map { $0.day != starts.day } ?? false }
}
