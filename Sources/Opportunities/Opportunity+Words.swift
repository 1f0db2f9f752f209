import Storage

extension Opportunity {
    /// Where it is, a place a line, and how many more there are.
    package func places(most: Int) -> [String] {
        let places = whereabouts.prefix(most).map(\.name)
        let more = whereabouts.count - places.count
        return places + (more > 0 ? ["and \(more) more places"] : [])
    }

    /// When it is, an occasion a line, and how many more there are; nothing where the advert is silent.
    package func times(most: Int) -> [String] {
        let times = sessions.prefix(most).map(\.words)
        let more = sessions.count - times.count
        if !times.isEmpty { return times + (more > 0 ? ["and \(more) more times"] : []) }
        switch (starts, ends) {
        case (let starts?, let ends?): return ["\(starts.words) to \(ends.words)"]
        case (let starts?, nil): return ["from \(starts.words)"]
        case (nil, let ends?): return ["until \(ends.words)"]
        case (nil, nil): return []
        }
    }
}

extension Session {
    fileprivate var words: String {
        guard let ends else { return "\(starts.day.words), \(starts.clock)" }
        return isPeriod
            ? "\(starts.day.words) to \(ends.day.words)" : "\(starts.day.words), \(starts.clock) to \(ends.clock)"
    }
}
