import GRDB

/// Which of some adverts an administrator said are not the same.
///
/// Kept by their source's name and its own id, so that it holds after every harvest, also of a file made anew.
struct Partings {
    private let pairs: Set<[String]>

    init(of adverts: [AdvertTraits], in db: Database) throws {
        var pairs: Set<[String]> = []
        let statement = try db.cachedStatement(
            sql: "SELECT other_source, other_provider_id FROM parted WHERE source = ? AND provider_id = ?")
        for advert in adverts {
            for row in try Row.fetchAll(statement, arguments: [advert.source, advert.providerID]) {
                pairs.insert([advert.source, advert.providerID, row[0], row[1]])
            }
        }
        self.pairs = pairs
    }

    func isParted(_ one: AdvertTraits, _ other: AdvertTraits) -> Bool {
        pairs.contains([one.source, one.providerID, other.source, other.providerID])
            || pairs.contains([other.source, other.providerID, one.source, one.providerID])
    }
}
