extension Search {
    /// The same without one of the things it asks.
    func without(_ part: Filter.Part) -> Search {
        var search = self
        switch part {
        case .place: (search.near, search.remote) = (nil, nil)
        case .cause: search.cause = nil
        case .hours: search.hours = nil
        case .times: (search.day, search.slot) = (nil, nil)
        case .from: search.from = nil
        case .kind: search.kind = nil
        case .cost: search.costsNothing = false
        case .checks: search.needsNoCheck = false
        case .references: search.needsNoReferences = false
        case .access: search.isStepFree = false
        case .age: search.age = nil
        }
        search.page = 1
        return search
    }
}
