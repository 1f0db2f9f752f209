/// Lines that an organisation puts on everything it advertises.
///
/// One charity in the sources has the same 11 rewards and 3 requirements on each of its 21 adverts: they say nothing
/// about any of them, and would make them match every wish to learn.
enum Boilerplate {
    /// Fewer adverts than this can be alike without being a template.
    private static let fewest = 5

    static func marked(_ adverts: [Advert]) -> [Advert] {
        let groups = Dictionary(grouping: adverts) { $0.organisationKey }
        let templates = groups.compactMapValues { group -> (needs: Set<String>, gains: Set<String>)? in
            guard group.count >= fewest, Set(group.map(\.title)).count >= 3 else { return nil }
            return (common(group.map(\.needs)), common(group.map(\.gains)))
        }
        return adverts.map { advert in
            guard let template = templates[advert.organisationKey] else { return advert }
            var advert = advert
            advert.needs = advert.needs.map { Skill(text: $0.text, isBoilerplate: template.needs.contains($0.text)) }
            advert.gains = advert.gains.map { Skill(text: $0.text, isBoilerplate: template.gains.contains($0.text)) }
            return advert
        }
    }

    /// The lines that every list holds.
    private static func common(_ lists: [[Skill]]) -> Set<String> {
        let sets = lists.map { Set($0.map(\.text)) }
        return sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    }
}
