extension Whereabouts {
    /// The nearest place, or the first, and how many more; with the miles to it where that is known.
    static func summary(
        _ places: [Whereabouts], isRemote: Bool, near: Coordinate?
    ) -> (words: String, miles: Double?) {
        func miles(_ place: Whereabouts) -> Double {
            guard let near, let coordinate = place.coordinate else { return .infinity }
            return coordinate.miles(to: near)
        }
        let nearest = near == nil ? places.first : places.min { miles($0) < miles($1) }
        let away = nearest.map(miles).flatMap { $0.isFinite ? ($0 * 10).rounded() / 10 : nil }
        let more = Set(places.map(\.name)).count - 1
        let place = nearest.map { more > 0 ? "\($0.name) and \(more) more \(more == 1 ? "place" : "places")" : $0.name }
        if isRemote { return (place.map { "From home, or \($0)" } ?? "From home", away) }
        return (place ?? "Place not stated", away)
    }
}
