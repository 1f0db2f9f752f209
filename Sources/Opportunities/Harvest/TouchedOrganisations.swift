/// Organisations of which a harvest wrote something, and whether their adverts could have a line in common.
///
/// What all adverts share, those that were written share too: so where these share nothing, nobody need look at the
/// others, of which there may be thousands.
struct TouchedOrganisations: Sendable {
    /// The lines that stand on every advert that was written; nil where one was taken away, which may have been the only
    /// one without.
    private var shared: [String: Set<String>?] = [:]

    mutating func wrote(_ advert: Advert) {
        guard let organisation = advert.organisation else { return }
        let known = shared[organisation]
        if case .some(.none) = known { return }
        if case .some(.some(let lines)) = known, lines.isEmpty { return }
        let lines = Set(advert.needs.map(\.text) + advert.gains.map(\.text))
        shared[organisation] = .some(known.flatMap(\.self).map(lines.intersection) ?? lines)
    }

    mutating func lost(_ organisation: String?) {
        if let organisation { shared[organisation] = .some(nil) }
    }

    mutating func merge(_ other: TouchedOrganisations) {
        shared.merge(other.shared) { one, two in
            guard let one, let two else { return nil }
            return one.intersection(two)
        }
    }

    /// Those whose adverts could share a line, and those of `marked` that were touched; in alphabetical order.
    func toRenew(marked: Set<String>) -> [String] {
        shared.filter { name, lines in lines?.isEmpty != true || marked.contains(name) }.keys.sorted()
    }
}
