import Foundation
import TextSearch

/// Every place on earth where something is, so that what is around a point is found without looking at the rest.
///
/// Bands of latitude of a fiftieth of a degree (1.4 miles); within a band places stand by longitude, so that those of a
/// circle are one short run in each band. Most of a run is surely within; only towards its ends is each place measured.
struct Grid: Sendable {
    /// Ten-millionths of a degree (a centimetre), in the order of the bands.
    private let latitudes: [Int32]
    private let longitudes: [Int32]
    private let documents: [UInt32]
    /// Where each band begins; one more than there are bands.
    private let bands: [UInt32]
    /// Where each document's places begin in `places`; one more than there are documents.
    private let starts: [UInt32]
    private let places: [UInt32]
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
        let sorted = spots.sorted {
            ($0.band, $0.longitude, $0.latitude, $0.document) < ($1.band, $1.longitude, $1.latitude, $1.document)
        }
        var bands = Array(repeating: UInt32(0), count: Self.mostBands + 1)
        for spot in sorted { bands[spot.band + 1] += 1 }
        for band in 0..<Self.mostBands { bands[band + 1] += bands[band] }
        self.init(
            capacity: capacity, latitudes: sorted.map(\.latitude), longitudes: sorted.map(\.longitude),
            documents: sorted.map(\.document), bands: bands)
    }

    private init(capacity: Int, latitudes: [Int32], longitudes: [Int32], documents: [UInt32], bands: [UInt32]) {
        self.capacity = capacity
        self.latitudes = latitudes
        self.longitudes = longitudes
        self.documents = documents
        self.bands = bands
        located = DocumentSet(capacity: capacity, numbers: documents[...])
        var starts = Array(repeating: UInt32(0), count: capacity + 1)
        for document in documents { starts[Int(document) + 1] += 1 }
        for document in 0..<capacity { starts[document + 1] += starts[document] }
        var next = starts
        var places = Array(repeating: UInt32(0), count: documents.count)
        for (place, document) in documents.enumerated() {
            places[Int(next[Int(document)])] = UInt32(place)
            next[Int(document)] += 1
        }
        (self.starts, self.places) = (starts, places)
    }

    init(_ reader: ArrayReader, capacity: Int) throws {
        self.init(
            capacity: capacity, latitudes: try reader.array(), longitudes: try reader.array(),
            documents: try reader.array(), bands: try reader.array())
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(latitudes)
        try writer.write(longitudes)
        try writer.write(documents)
        try writer.write(bands)
    }

    /// What has a place within some miles of a point.
    func within(_ miles: Double, of centre: Coordinate) -> Nearby {
        let circle = Circle(centre, miles: miles)
        var within = DocumentSet(capacity: capacity)
        let lowest = Self.band(of: Int32(max(-90, centre.latitude - circle.height) * Self.units))
        let highest = Self.band(of: Int32(min(90, centre.latitude + circle.height) * Self.units))
        for band in lowest...highest where bands[band] < bands[band + 1] {
            let south = Double(band) * Double(Self.bandHeight) / Self.units - 90
            let north = south + Double(Self.bandHeight) / Self.units
            // A circle over a pole or the date line is looked for in the whole band.
            let outer =
                places(in: band, centre.longitude, width: circle.width(from: south, to: north))
                ?? Int(bands[band])..<Int(bands[band + 1])
            let sure = circle.sureWidth(from: south, to: north).flatMap {
                places(in: band, centre.longitude, width: $0)
            }
            let inner = (sure ?? outer.upperBound..<outer.upperBound).clamped(to: outer)
            within.insert(documents[inner])
            for place in outer.lowerBound..<inner.lowerBound where isWithin(circle, place) {
                within.insert(Int(documents[place]))
            }
            for place in inner.upperBound..<outer.upperBound where isWithin(circle, place) {
                within.insert(Int(documents[place]))
            }
        }
        return Nearby(documents: within, circle: circle, grid: self)
    }

    /// From the centre of a circle to the nearest place of a document; nil where none is within it.
    func miles(from circle: Circle, to document: Int) -> Double? {
        var nearest: Double?
        for place in places[Int(starts[document])..<Int(starts[document + 1])] {
            let (latitude, longitude) = coordinates(of: Int(place))
            guard let miles = circle.miles(toLatitude: latitude, longitude: longitude) else { continue }
            nearest = min(miles, nearest ?? miles)
        }
        return nearest
    }

    private func isWithin(_ circle: Circle, _ place: Int) -> Bool {
        let (latitude, longitude) = coordinates(of: place)
        return circle.contains(latitude: latitude, longitude: longitude)
    }

    private func coordinates(of place: Int) -> (latitude: Double, longitude: Double) {
        (Double(latitudes[place]) / Self.units, Double(longitudes[place]) / Self.units)
    }

    /// Those of a band within some degrees of a longitude; nil where that reaches over the date line.
    private func places(in band: Int, _ longitude: Double, width: Double) -> Range<Int>? {
        let all = Int(bands[band])..<Int(bands[band + 1])
        let (west, east) = ((longitude - width) * Self.units, (longitude + width) * Self.units)
        guard west >= -180 * Self.units, east <= 180 * Self.units else { return nil }
        let first = first(in: all, from: Int32(west.rounded(.up)))
        return first..<self.first(in: first..<all.upperBound, from: Int32(east.rounded(.down)) + 1)
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

    var bytes: Int { latitudes.count * 16 + (bands.count + starts.count) * 4 + located.bytes }
}
