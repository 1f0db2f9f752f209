import Storage

/// Days as they are written, each spelled once: Foundation takes microseconds for each.
struct MadeDays {
    private let spelled: [String]
    private static let first = -2_000

    init(_ today: Day) { spelled = (Self.first...8_000).map { (today + $0).description } }

    /// As `2026-12-05T09:00:00`.
    func time(_ fromToday: Int, _ hour: Int) -> String {
        let day = spelled[min(max(fromToday - Self.first, 0), spelled.count - 1)]
        return "\(day)T\(hour < 10 ? "0" : "")\(min(hour, 23)):00:00"
    }
}
