import Storage
import TextSearch

/// What a search leaves of everything, before any word is looked at: one set for each thing it asks.
///
/// What says the contrary is left out and what says nothing stays, unless only what states it is asked for.
struct Filter {
    /// One thing that can be asked, and given up, on its own.
    enum Part: CaseIterable {
        case place, cause, hours, times, from, kind, cost, checks, references, access, age
    }

    /// What is near, with its miles; nil where no place is asked for.
    let nearby: Nearby?
    private let all: DocumentSet
    private let sets: [(part: Part, documents: DocumentSet)]

    init(_ search: Search, _ snapshot: Snapshot) {
        let nearby = Self.nearby(search, snapshot)
        self.nearby = nearby
        all = snapshot.all
        sets = Part.allCases.compactMap { part in
            let documents =
                part == .place ? Self.place(search, snapshot, nearby) : Self.documents(for: part, search, snapshot)
            return documents.map { (part, $0) }
        }
    }

    var documents: DocumentSet { sets.reduce(all) { $0.intersection($1.documents) } }

    /// As if one thing had not been asked: what its other values are counted in.
    func documents(without part: Part) -> DocumentSet {
        sets.reduce(all) { $1.part == part ? $0 : $0.intersection($1.documents) }
    }

    /// What is where the search asks for; nil where it asks for no place.
    static func place(_ search: Search, _ snapshot: Snapshot) -> DocumentSet? {
        place(search, snapshot, nearby(search, snapshot))
    }

    private static func nearby(_ search: Search, _ snapshot: Snapshot) -> Nearby? {
        guard search.remote != .only else { return nil }
        return search.near.map { snapshot.grid.within(Double(search.within), of: $0.place.coordinate) }
    }

    private static func place(_ search: Search, _ snapshot: Snapshot, _ nearby: Nearby?) -> DocumentSet? {
        let remote = snapshot.attributes.remote
        switch (search.remote, nearby?.documents) {
        case (.only, _): return remote
        case (.also, let near?): return near.union(remote)
        case (_, let near?): return near
        case (.inPerson, nil): return snapshot.all.subtracting(remote).union(snapshot.grid.located)
        case (_, nil): return nil
        }
    }

    /// Nil where it is not asked for.
    private static func documents(for part: Part, _ search: Search, _ snapshot: Snapshot) -> DocumentSet? {
        let columns = snapshot.attributes
        func fitting(_ fits: DocumentSet, stated: DocumentSet) -> DocumentSet {
            search.isStatedOnly ? fits : snapshot.all.subtracting(stated).union(fits)
        }
        switch part {
        case .place: return nil
        case .cause: return search.cause.map { columns.causes.documents(under: $0.id) }
        case .hours: return search.hours.map { fitting(columns.taking(atMost: $0), stated: columns.weeklyHours.stated) }
        case .times:
            guard search.day != nil || search.slot != nil else { return nil }
            return fitting(columns.times.on(search.day, search.slot), stated: columns.times.stated)
        case .from: return search.from.map { fitting(columns.lasting(until: $0), stated: columns.statingDates) }
        case .kind:
            return search.kind.map {
                fitting($0 == .oneOff ? columns.oneOff.yes : columns.oneOff.no, stated: columns.oneOff.stated)
            }
        case .cost: return search.costsNothing ? fitting(columns.expenses.yes, stated: columns.expenses.stated) : nil
        case .checks: return search.needsNoCheck ? fitting(columns.checks.no, stated: columns.checks.stated) : nil
        case .references:
            return search.needsNoReferences ? fitting(columns.references.no, stated: columns.references.stated) : nil
        case .access: return search.isStepFree ? fitting(columns.stepFree.yes, stated: columns.stepFree.stated) : nil
        case .age: return search.age.map { fitting(columns.open(toAge: $0), stated: columns.ages.stated) }
        }
    }
}
