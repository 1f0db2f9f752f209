package import Foundation

/// Outward codes, towns and regions of the United Kingdom, from a file: where a member lives is asked of nobody.
///
/// Source: `uk-outcodes.csv`, 2,856 outward codes, CC0.
package struct Places: Sendable {
    private struct Area: Sendable {
        let code: String
        let coordinate: Coordinate
        let town: String
        let region: String
    }

    private let areas: [Area]
    /// Indices of `areas` from south to north.
    private let northward: [Int]
    private let areaOfCode: [String: Int]
    /// The names of towns alone, so written.
    private let towns: Set<String>
    /// Towns, regions and nations by their name in lower case without punctuation, the likeliest first.
    let named: [String: [Place]]

    package init(file: URL) throws {
        self.init(text: try String(contentsOf: file, encoding: .utf8))
    }

    /// - Parameter text: columns `postcode`, `latitude`, `longitude`, `town`, `region`, `uk_region`, `country_string`.
    package init(text: String) {
        let rows = CommaSeparated.rows(of: text)
        areas = rows.compactMap { row in
            guard let code = row["postcode"], let latitude = row["latitude"].flatMap(Double.init),
                let longitude = row["longitude"].flatMap(Double.init),
                let coordinate = Coordinate(latitude: latitude, longitude: longitude)
            else { return nil }
            return Area(code: code, coordinate: coordinate, town: row["town"] ?? "", region: row["region"] ?? "")
        }
        northward = areas.indices.sorted { [areas] one, other in
            (areas[one].coordinate.latitude, one) < (areas[other].coordinate.latitude, other)
        }
        areaOfCode = Dictionary(areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })

        // A town is one for each region it stands in: there are four Newports.
        var towns: [[String]: [Coordinate]] = [:]
        var regions: [String: [Coordinate]] = [:]
        for area in areas {
            if !area.region.isEmpty { regions[area.region, default: []].append(area.coordinate) }
            if !area.town.isEmpty { towns[[area.town, area.region], default: []].append(area.coordinate) }
        }
        self.towns = Set(towns.keys.map { Self.folded($0[0]) })
        var wider: [String: [Coordinate]] = [:]
        for row in rows {
            guard let code = row["postcode"], let index = areaOfCode[code] else { continue }
            // A few rows have a column too many, which puts a two-letter code where a name should be.
            for name in Set([row["uk_region"] ?? "", row["country_string"] ?? ""]) where name.count > 2 {
                wider[name, default: []].append(areas[index].coordinate)
            }
        }
        regions.merge(wider) { region, _ in region }
        var candidates: [String: [(place: Place, weight: Int)]] = [:]
        for (name, points) in regions {
            candidates[Self.folded(name), default: []].append((Self.middle(of: points, named: name), points.count + 1))
        }
        for (name, points) in towns where Self.folded(name[0]) != Self.folded(name[1]) {
            let place = Self.middle(of: points, named: name.filter { !$0.isEmpty }.joined(separator: ", "))
            for key in Set([Self.folded(name[0]), Self.folded(place.name)]) {
                candidates[key, default: []].append((place, points.count))
            }
        }
        named = candidates.mapValues { found in
            found.sorted { ($1.weight, $0.place.name) < ($0.weight, $1.place.name) }.map(\.place)
        }
    }

    /// The first town that stands between the commas of an address, where only one is called so; `Newport, Essex` is one.
    ///
    /// Regions are left alone: the middle of Devon is nowhere near most of it.
    func town(in address: String) -> Place? {
        let parts = address.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        for (place, part) in parts.enumerated() where towns.contains(Self.folded(part)) {
            let whole = place + 1 < parts.count ? named[Self.folded("\(part), \(parts[place + 1])")] : nil
            if let found = whole ?? named[Self.folded(part)], found.count == 1 { return found.first }
        }
        return nil
    }

    package var codes: Int { areas.count }
    /// The letters that outward codes begin with: `B`, `EC`, `SW`, …
    package var postcodeAreas: Int { Set(areas.map { $0.code.prefix { $0.isLetter } }).count }

    /// Finds an outward code, a full postcode, a town, a region or a nation; nil when it is none of them.
    ///
    /// `Newport, Essex` picks one among several.
    package func find(_ typed: String) -> Place.Match? {
        if let code = OutwardCode(typed), let place = place(of: code) { return Place.Match(place) }
        if let found = named[Self.folded(typed)] ?? named[Self.folded(Self.aliased(typed))] {
            return Place.Match(found[0], others: Array(found.dropFirst()))
        }
        // As this type itself writes it: `B3, Birmingham`.
        guard let comma = typed.firstIndex(of: ","), let code = OutwardCode(typed[..<comma]) else { return nil }
        return place(of: code).map { Place.Match($0) }
    }

    package func place(of code: OutwardCode) -> Place? {
        guard let index = areaOfCode[code.description] else { return nil }
        let area = areas[index]
        let name = area.town.isEmpty ? area.region : area.town
        return Place(name: name.isEmpty ? area.code : "\(area.code), \(name)", coordinate: area.coordinate)
    }

    /// What people call the surroundings: the town of the nearest outward code within 25 miles, else nil.
    package func surroundings(of point: Coordinate) -> String? {
        guard let nearest = nearest(to: point, within: 25) else { return nil }
        let parts = [nearest.town, nearest.region].filter { !$0.isEmpty }
        return parts.count == 2 && parts[0] == parts[1] ? parts[0] : parts.joined(separator: ", ")
    }

    /// From the point's latitude on to the north and to the south, as far as anything could be nearer: a degree of
    /// latitude is 69 miles, one of longitude that much times the cosine.
    private func nearest(to point: Coordinate, within most: Double) -> Area? {
        let narrow = 69 * cos(min(90, abs(point.latitude) + 0.37) * .pi / 180)
        var (best, miles): (Int?, Double) = (nil, most)
        func look(at index: Int) -> Bool {
            let place = areas[index].coordinate
            guard abs(place.latitude - point.latitude) * 69 <= miles else { return false }
            guard abs(place.longitude - point.longitude) * narrow <= miles else { return true }
            let distance = place.miles(to: point)
            // Of two as near, the first in the file.
            if distance < miles || (distance == miles && index < best ?? .max) { (best, miles) = (index, distance) }
            return true
        }
        let start = firstNorth(of: point.latitude)
        for index in northward[start...] where !look(at: index) { break }
        for index in northward[..<start].reversed() where !look(at: index) { break }
        return best.map { areas[$0] }
    }

    private func firstNorth(of latitude: Double) -> Int {
        var (low, high) = (0, northward.count)
        while low < high {
            let middle = (low + high) / 2
            if areas[northward[middle]].coordinate.latitude < latitude { low = middle + 1 } else { high = middle }
        }
        return low
    }

    static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .replacing(/[^\p{L}\p{N}]+/, with: " ").trimmingCharacters(in: .whitespaces)
    }

    /// Names in daily use that the file spells otherwise.
    private static func aliased(_ typed: String) -> String {
        let names = [
            "edinburgh": "City of Edinburgh", "glasgow": "Glasgow City",
            "newcastle": "Newcastle Upon Tyne", "hull": "Kingston upon Hull", "aberdeen": "Aberdeen City",
            "dundee": "Dundee City", "yorkshire": "Yorkshire and the Humber", "borders": "The Scottish Borders",
            "durham": "County Durham", "stoke": "Stoke-on-Trent", "the borders": "The Scottish Borders",
        ]
        return names[folded(typed)] ?? typed
    }

    /// The outward code closest to the mean, so that a region's middle is never in the sea.
    private static func middle(of points: [Coordinate], named name: String) -> Place {
        let count = Double(points.count)
        let mean = Coordinate(
            latitude: points.reduce(0) { $0 + $1.latitude } / count,
            longitude: points.reduce(0) { $0 + $1.longitude } / count)
        let closest = mean.flatMap { mean in points.min { $0.miles(to: mean) < $1.miles(to: mean) } }
        return Place(name: name, coordinate: closest ?? points[0])
    }
}
