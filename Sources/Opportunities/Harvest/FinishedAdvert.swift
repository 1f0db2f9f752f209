import Crypto
import Foundation
import Storage

/// An advert with all that its rows need, worked out beside the writing of others: who writes lets nobody else write.
struct FinishedAdvert: Sendable {
    let advert: Advert
    let fingerprint: Data
    /// Made from the source's name and its own id, so that a link still leads here after the catalogue was rebuilt
    /// elsewhere from the same sources.
    let id: Data
    /// How much it tells, from 0 to 1.
    let quality: Double
    let words: IndexedWords

    init(_ advert: Advert, of source: String) {
        self.advert = advert
        fingerprint = advert.fingerprint
        id = Data(SHA256.hash(data: Data("\(source)\0\(advert.providerID)".utf8)).prefix(16))
        let length = Double(advert.description.characters(most: 600)) / 600
        let isSomewhere = advert.isRemote || advert.whereabouts.contains { $0.coordinate != nil }
        quality =
            0.4 * length + (advert.link == nil ? 0 : 0.2) + (advert.organisation == nil ? 0 : 0.2)
            + (isSomewhere ? 0.2 : 0)
        words = IndexedWords(advert)
    }
}

/// What an advert is found by: without e-mail addresses, phone numbers and boilerplate; with what else people call the
/// causes.
struct IndexedWords: Sendable {
    let title, organisation, gains, needs, causes, place, text: String

    init(_ advert: Advert) {
        func telling(_ lines: [Skill]) -> String {
            lines.filter { !$0.isBoilerplate }.map(\.text).joined(separator: "\n").withoutContacts
        }
        title = advert.title.withoutContacts
        organisation = advert.organisation ?? ""
        gains = telling(advert.gains)
        needs = telling(advert.needs)
        causes = advert.causes.flatMap { [$0.cause.label] + $0.cause.synonyms }.joined(separator: "\n")
        let places = Set(advert.whereabouts.map { "\($0.address) \($0.surroundings ?? "")" }).sorted()
        place = places.joined(separator: "\n").withoutContacts
        text = advert.description.withoutContacts
    }
}
