import Foundation

/// A circle on the earth, asked about often: the haversine formula of `Coordinate.miles(to:)` with what belongs to the
/// centre worked out once, and short sines.
struct Circle: Sendable {
    private let latitude: Double
    private let longitude: Double
    private let cosine: Double
    private let sine: Double
    /// The haversine of the radius: what is at most this is within.
    private let limit: Double
    /// Degrees of latitude from the middle to the edge.
    let height: Double

    private static let radian = Double.pi / 180

    init(_ centre: Coordinate, miles: Double) {
        latitude = centre.latitude
        longitude = centre.longitude
        cosine = cos(centre.latitude * Self.radian)
        sine = sin(centre.latitude * Self.radian)
        let half = sin(min(miles / Coordinate.earthRadiusInMiles, .pi) / 2)
        limit = half * half
        // A hair more than the radius, so that rounding leaves nothing out before it is measured.
        height = miles / Coordinate.earthRadiusInMiles / Self.radian + 0.000_01
    }

    /// Degrees of longitude from the middle that the circle can reach between two latitudes; 360 over a pole.
    func width(from south: Double, to north: Double) -> Double {
        let steepest = min(cos(south * Self.radian), cos(north * Self.radian))
        let product = cosine * max(0, steepest)
        guard product > limit else { return 360 }
        return 2 * asin((limit / product).squareRoot()) / Self.radian + 0.000_01
    }

    /// Degrees of longitude from the middle within which everything between two latitudes is inside; nil for none.
    func sureWidth(from south: Double, to north: Double) -> Double? {
        let up = Self.sine(max(abs(south - latitude), abs(north - latitude)) * Self.radian / 2)
        let widest = south * north < 0 ? 1 : max(cos(south * Self.radian), cos(north * Self.radian))
        let left = limit - up * up
        guard left > 0, left < cosine * widest else { return nil }
        // A hair less than that, as with the height.
        let width = 2 * asin((left / (cosine * widest)).squareRoot()) / Self.radian - 0.000_01
        return width > 0 ? width : nil
    }

    func contains(latitude north: Double, longitude east: Double) -> Bool {
        haversine(toLatitude: north, longitude: east) <= limit
    }

    /// Nil where it is outside.
    func miles(toLatitude north: Double, longitude east: Double) -> Double? {
        let haversine = haversine(toLatitude: north, longitude: east)
        guard haversine <= limit else { return nil }
        return 2 * Coordinate.earthRadiusInMiles * Self.arcsine(haversine.squareRoot())
    }

    private func haversine(toLatitude north: Double, longitude east: Double) -> Double {
        let up = Self.sine((north - latitude) * Self.radian / 2)
        let across = Self.sine((east - longitude) * Self.radian / 2)
        // cos(a + b) from the half angle's sine: no cosine of each place.
        let rise = 2 * up * (1 - up * up).squareRoot()
        let otherCosine = cosine * (1 - 2 * up * up) - sine * rise
        return up * up + cosine * otherCosine * across * across
    }

    /// To the last bits of a double below a fiftieth, which is 158 miles.
    private static func arcsine(_ x: Double) -> Double {
        guard x < 0.02 else { return asin(min(1, x)) }
        let square = x * x
        return x * (1 + square / 6 * (1 + square * 9 / 20 * (1 + square * 25 / 42)))
    }

    /// To the last bits of a double below a tenth of a radian, which is 1,000 miles at the half angle.
    private static func sine(_ x: Double) -> Double {
        guard abs(x) < 0.1 else { return sin(x) }
        let square = x * x
        return x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
    }
}
