package import Foundation
import Storage

extension LocalTime {
    /// The moment this clock shows it. Of an hour that comes twice in autumn it is the second; one that spring leaves out
    /// is an hour later on the clock.
    package var moment: Date {
        let zone = TimeZone(identifier: "Europe/London") ?? .gmt
        let shown = Date(timeIntervalSince1970: Double(day.number) * 86_400 + Double(minute) * 60)
        let moment = shown - Double(zone.secondsFromGMT(for: shown))
        return zone.secondsFromGMT(for: moment) == zone.secondsFromGMT(for: shown) ? moment : shown
    }
}
