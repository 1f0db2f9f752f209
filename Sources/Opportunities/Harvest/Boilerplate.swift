/// Lines that an organisation puts on everything it advertises.
///
/// One charity in the sources has the same 11 rewards and 3 requirements on each of its 21 adverts: they say nothing
/// about any of them, and would make them match every wish to learn. Here they are counted; `BoilerplateMarks` marks
/// them in the tables, where also the adverts stand that were not sent again.
struct Boilerplate: Sendable {
    /// Fewer adverts than this can be alike without being a template.
    static let fewest = 5
    /// Adverts with one title may well bring and need the same.
    static let fewestTitles = 3

    private struct Lines {
        var adverts = 0
        var titles: Set<String> = []
        var common: Set<String>
    }
    private var organisations: [String: Lines] = [:]

    mutating func note(_ advert: Advert) {
        let lines = Set(advert.needs.map(\.text) + advert.gains.map(\.text))
        var known = organisations[advert.organisationKey] ?? Lines(common: lines)
        known.adverts += 1
        if known.titles.count < Self.fewestTitles { known.titles.insert(advert.title) }
        known.common.formIntersection(lines)
        organisations[advert.organisationKey] = known
    }

    mutating func merge(_ other: Boilerplate) {
        organisations.merge(other.organisations) { one, two in
            Lines(
                adverts: one.adverts + two.adverts,
                titles: Set(one.titles.union(two.titles).sorted().prefix(Self.fewestTitles)),
                common: one.common.intersection(two.common))
        }
    }

    /// Adverts on which such lines stand.
    var adverts: Int {
        organisations.values.filter {
            $0.adverts >= Self.fewest && $0.titles.count >= Self.fewestTitles && !$0.common.isEmpty
        }.reduce(0) { $0 + $1.adverts }
    }
}
