import Foundation
import TextSearch

/// Every place on earth where something is, so that what is around a point is found without looking at the rest.
///
/// Bands of latitude of a fiftieth of a degree (1.4 miles); within a band places stand by longitude, so that those of a
/// circle are one short run in each band. Then the exact distance.
struct Grid: Sendable {
    /// Ten-millionths of a degree (a centimetre), in the order of the bands.
    private let latitudes: [Int32]
    private let longitudes: [Int32]
    private let documents: [UInt32]
    /// Where each band begins; one more than there are bands.
    private let bands: [UInt32]
    private let capacity: Int
    /// Whatever has a place at all.
    let located: DocumentSet

    struct Spot: Sendable {
        let document: UInt32
        let latitude: Int32
        let longitude: Int32

        init(document: Int, _ coordinate: Coordinate) {
            self.document = UInt32(document)
            latitude = Int32((coordinate.latitude * Grid.units).rounded())
            longitude = Int32((coordinate.longitude * Grid.units).rounded())
        }

        var band: Int { Grid.band(of: latitude) }
    }

    private static let units = 10_000_000.0
    private static let bandHeight: Int32 = 200_000
    private static let mostBands = 9_001

    private static func band(of latitude: Int32) -> Int { Int((latitude + 900_000_000) / bandHeight) }

    init(capacity: Int, _ spots: [Spot]) {
        self.capacity = capacity
        let sorted = spots.sorted {
            ($0.band, $0.longitude, $0.latitude, $0.document) < ($1.band, $1.longitude, $1.latitude, $1.document)
        }
        latitudes = sorted.map(\.latitude)
        longitudes = sorted.map(\.longitude)
        documents = sorted.map(\.document)
        located = DocumentSet(capacity: capacity, numbers: documents[...])
        var bands = Array(repeating: UInt32(0), count: Self.mostBands + 1)
        for spot in sorted { bands[spot.band + 1] += 1 }
        for band in 0..<Self.mostBands { bands[band + 1] += bands[band] }
        self.bands = bands
    }

    init(_ reader: ArrayReader, capacity: Int) throws {
        self.capacity = capacity
        latitudes = try reader.array()
        longitudes = try reader.array()
        documents = try reader.array()
        bands = try reader.array()
        located = DocumentSet(capacity: capacity, numbers: documents[...])
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(latitudes)
        try writer.write(longitudes)
        try writer.write(documents)
        try writer.write(bands)
    }

    /// What has a place within some miles of a point, with the miles to its nearest one.
    func within(_ miles: Double, of centre: Coordinate) -> Nearby {
        let circle = Circle(centre, miles: miles)
        var hits = Nearby.Hits()
        let lowest = Self.band(of: Int32(max(-90, centre.latitude - circle.height) * Self.units))
        let highest = Self.band(of: Int32(min(90, centre.latitude + circle.height) * Self.units))
        for band in lowest...highest where bands[band] < bands[band + 1] {
            let all = Int(bands[band])..<Int(bands[band + 1])
            let base = Double(band) * Double(Self.bandHeight) / Self.units - 90
            let width = circle.width(from: base, to: base + Double(Self.bandHeight) / Self.units)
            let west = (centre.longitude - width) * Self.units
            let east = (centre.longitude + width) * Self.units
            // A circle over a pole or the date line is looked for in the whole band.
            let isSplit = west < -180 * Self.units || east > 180 * Self.units
            var place = isSplit ? all.lowerBound : first(in: all, from: Int32(west.rounded(.down)))
            while place < all.upperBound, isSplit || Double(longitudes[place]) <= east {
                if let away = circle.miles(
                    toLatitude: Double(latitudes[place]) / Self.units,
                    longitude: Double(longitudes[place]) / Self.units)
                {
                    hits.documents.append(documents[place])
                    hits.miles.append(away)
                }
                place += 1
            }
        }
        return Nearby(capacity: capacity, hits)
    }

    private func first(in range: Range<Int>, from longitude: Int32) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if longitudes[middle] < longitude { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var bytes: Int { latitudes.count * 12 + bands.count * 4 + located.bytes }
}
