import Storage

/// An advert's text, cleaned, with what was wrong with it counted.
struct Description {
    let text: String

    init(_ raw: String, counting harvested: inout Harvested) {
        let plain = AdvertText(raw)
        text = plain.text
        if plain.hadMarkup { harvested.count(.markup) }
        if plain.hadCarriageReturns { harvested.count(.carriageReturns) }
        if text.characters(most: 60) < 60 { harvested.count(.shortDescription) }
        if text.withoutContacts != text { harvested.count(.contactDetails) }
    }
}

/// A link that a page may show: `http` or `https` with a host, whatever a source writes.
struct WebLink {
    let text: String

    init?(_ raw: String) {
        let hasSpace = raw.utf8.contains { $0 <= 0x20 || $0 >= 0x80 }
        let trimmed = hasSpace ? String(raw.filter { !$0.isWhitespace }) : raw
        let whole = trimmed.hasPrefix("www.") ? "https://" + trimmed : trimmed
        guard whole.utf8.count <= 2_000, Self.leadsSomewhere(whole) else { return nil }
        text = whole
    }

    /// Whether a host with a point in it stands behind the scheme, and nothing that ends an address anywhere.
    private static func leadsSomewhere(_ address: String) -> Bool {
        let scheme = address.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else { return false }
        let rest = address.utf8.dropFirst(scheme.utf8.count)
        guard rest.starts(with: "://".utf8), !rest.contains(where: { [0x22, 0x3C, 0x3E].contains($0) }) else {
            return false
        }
        let path = rest.dropFirst(3)
        let host = path.prefix { $0 != UInt8(ascii: "/") }
        return host.dropFirst().contains(UInt8(ascii: "."))
            && (host.dropFirst().dropLast().contains(UInt8(ascii: ".")) || host.count < path.count)
    }
}

/// Days as an advert means them.
enum StatedDay {
    /// Nil for a date after 2040, which stands for "no end": the furthest in the sources is in 2145.
    static func of(_ time: LocalTime?, counting harvested: inout Harvested) -> Day? {
        guard let day = time?.day else { return nil }
        guard day < firstSentinel else {
            harvested.count(.sentinelDate)
            return nil
        }
        return day
    }

    /// 1 January 2041.
    static let firstSentinel = Day(number: 25_933)
}

extension Taxonomy {
    /// The causes an advert states, else those its text implies.
    func attributed(
        stated labels: [String], title: String, text: String, counting harvested: inout Harvested
    ) -> [Advert.Attribution] {
        var seen: Set<String> = []
        let stated = labels.flatMap(causes(labelled:)).filter { seen.insert($0.id).inserted }
        if !stated.isEmpty { return stated.map { Advert.Attribution(cause: $0, isInferred: false) } }
        let inferred = inferred(title: title, text: text)
        harvested.count(inferred.isEmpty ? .noCause : .inferredCauses)
        return inferred.map { Advert.Attribution(cause: $0, isInferred: true) }
    }
}

extension Places {
    /// Nil where neither the address nor the coordinates say anything.
    ///
    /// A postcode in the address stands in for coordinates that are missing or (0, 0), else the town that is named apart
    /// from it or between its commas, where only one is called so.
    func whereabouts(
        address: String, latitude: Double?, longitude: Double?, town: String = "", counting harvested: inout Harvested
    ) -> Whereabouts? {
        var coordinate: Coordinate?
        if let latitude, let longitude {
            coordinate = Coordinate(latitude: latitude, longitude: longitude)
            if latitude == 0, longitude == 0 { harvested.count(.zeroCoordinates) }
        }
        if coordinate == nil { coordinate = OutwardCode.last(in: address).flatMap(place(of:))?.coordinate }
        if coordinate == nil, !town.isEmpty, let found = find(town), found.others.isEmpty {
            coordinate = found.place.coordinate
        }
        if coordinate == nil { coordinate = self.town(in: address)?.coordinate }
        guard coordinate != nil || !address.isEmpty else { return nil }
        return Whereabouts(
            address: address, coordinate: coordinate, surroundings: coordinate.flatMap(surroundings(of:)))
    }
}
