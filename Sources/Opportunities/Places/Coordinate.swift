import Foundation

/// A point on the earth that is known: never (0, 0), which is what sources write when they know nothing.
package struct Coordinate: Hashable, Sendable {
    /// Degrees north.
    package let latitude: Double
    /// Degrees east.
    package let longitude: Double

    package init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude), latitude != 0 || longitude != 0 else {
            return nil
        }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Statute miles along the surface, by the haversine formula; the index measures with the same one.
    package func miles(to other: Coordinate) -> Double {
        let half = sin((other.latitude - latitude) * .pi / 360)
        let across = sin((other.longitude - longitude) * .pi / 360)
        let square = half * half + cos(latitude * .pi / 180) * cos(other.latitude * .pi / 180) * across * across
        return 2 * Self.earthRadiusInMiles * asin(min(1, square.squareRoot()))
    }

    static let earthRadiusInMiles = 3_958.8
}
