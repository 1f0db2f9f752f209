enum HoursAWeek {
    /// As `3 hours a week`, `2 to 3.5 hours a week` or `under an hour a week`.
    static func words(_ hours: ClosedRange<Double>) -> String {
        if hours.upperBound < 1 { return "under an hour a week" }
        let (least, most) = (number(hours.lowerBound), number(hours.upperBound))
        return least == most ? "\(most) \(most == "1" ? "hour" : "hours") a week" : "\(least) to \(most) hours a week"
    }

    private static func number(_ hours: Double) -> String {
        let tenths = (hours * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
}
