import Crypto
import Foundation
import Storage

/// One item of a source, read and cleaned, on its way into the catalogue.
struct Advert: Sendable {
    /// The source's own id.
    let providerID: String
    let title: String
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
    var needs: [Skill]
    var gains: [Skill]
    let requirements: [String]
    let causes: [Attribution]

    struct Attribution: Hashable, Sendable {
        let cause: Cause
        let isInferred: Bool
    }

    /// The same bytes for the same content, so that an unchanged advert writes no row.
    var fingerprint: Data {
        var lines = [
            title, organisation ?? "", description, link ?? "", "\(isRemote)", "\(isPaidResearch)",
            starts?.description ?? "", ends?.description ?? "", hours?.said ?? "", "\(terms)",
        ]
        lines += whereabouts.map { "\($0)" }
        lines += sessions.map { "\($0.starts)/\($0.ends?.description ?? "")" }
        lines += slots.map { "\($0.weekday?.rawValue ?? 0)\($0.part?.rawValue ?? "")" }
        lines += (needs + gains).map { "\($0.text)\($0.isBoilerplate)" }
        lines += requirements
        lines += causes.map { "\($0.cause.id)\($0.isInferred)" }
        let text = lines.joined(separator: "\u{1F}")
        return Data(SHA256.hash(data: Data(text.utf8)))
    }

    /// Whatever was read of an item: an advert, the end of one, or the reason why it is neither.
    enum Reading: Sendable {
        case live(Advert)
        case withdrawn(providerID: String)
        case refused(Refusal)
    }
}

/// A file, read: what became of each item in it, and what was mended on the way.
struct Harvested: Sendable {
    private(set) var readings: [Advert.Reading] = []
    private(set) var defects: [Defect: Int] = [:]
    private(set) var refused = 0

    mutating func add(_ reading: Advert.Reading) {
        readings.append(reading)
        if case .refused = reading { refused += 1 }
    }

    mutating func count(_ defect: Defect, _ times: Int = 1) {
        if times > 0 { defects[defect, default: 0] += times }
    }
}
