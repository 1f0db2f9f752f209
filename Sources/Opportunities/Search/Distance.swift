package enum Distance {
    /// As `under a mile away`, `2.1 miles away` or `38 miles away`.
    package static func words(_ miles: Double) -> String {
        if miles < 1 { return "under a mile away" }
        let tenths = (miles * 10).rounded() / 10
        return tenths < 10 ? "\(tenths) miles away" : "\(Int(miles.rounded())) miles away"
    }
}
