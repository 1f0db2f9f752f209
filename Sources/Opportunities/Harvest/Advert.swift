import Storage

/// One item of a source, read and cleaned, on its way into the catalogue.
struct Advert: Sendable {
    /// The source's own id.
    private(set) var providerID: String
    /// Without the status that stood in it.
    var title: String
    var status: AdvertStatus?
    /// Where it was first published, where that is an address: what comes back by way of others is known by it.
    var origin: String?
    let organisation: String?
    /// What tells one organisation from another where it has no name.
    let organisationKey: String
    let description: String
    let link: String?
    let isRemote: Bool
    let isPaidResearch: Bool
    let whereabouts: [Whereabouts]
    let sessions: [Session]
    let starts: Day?
    let ends: Day?
    let slots: [Slot]
    let hours: Hours?
    let terms: Terms
    let needs: [Skill]
    let gains: [Skill]
    let requirements: [String]
    let causes: [Attribution]

    struct Attribution: Hashable, Sendable {
        let cause: Cause
        let isInferred: Bool
    }

    func known(as providerID: String) -> Advert {
        var advert = self
        advert.providerID = providerID
        return advert
    }

    /// Whatever was read of an item: an advert, the end of one, or the reason why it is neither.
    enum Reading: Sendable {
        case live(Advert)
        case withdrawn(providerID: String)
        case refused(Refusal)

        var providerID: String? {
            switch self {
            case .live(let advert): advert.providerID
            case .withdrawn(let id): id
            case .refused: nil
            }
        }
    }
}

/// What was made of items so far, and what was mended on the way.
struct Harvested: Sendable {
    /// Of the items that nobody has taken away yet.
    private(set) var readings: [Advert.Reading] = []
    private(set) var defects: [Defect: Int] = [:]
    private(set) var boilerplate = Boilerplate()

    mutating func add(_ reading: Advert.Reading) {
        if case .live(let advert) = reading {
            readings.append(.live(advert.withStatusApart()))
        } else {
            readings.append(reading)
        }
    }

    mutating func count(_ defect: Defect, _ times: Int = 1) {
        if times > 0 { defects[defect, default: 0] += times }
    }

    /// Withdrawn adverts too: they show what an organisation writes everywhere.
    mutating func note(_ advert: Advert) { boilerplate.note(advert) }

    mutating func merge(_ other: Harvested) {
        defects.merge(other.defects, uniquingKeysWith: +)
        boilerplate.merge(other.boilerplate)
    }

    mutating func takeReadings() -> [Advert.Reading] {
        defer { readings.removeAll(keepingCapacity: true) }
        return readings
    }
}
