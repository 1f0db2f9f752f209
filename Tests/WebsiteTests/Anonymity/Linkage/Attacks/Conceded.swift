import Storage

/// What nobody can hide: who was there in the month of a question, and while it is open, on the day of its batch.
enum Conceded {
    /// The desk of the simulation publishes a day after the batch, which comes a day after the ask at the latest; the
    /// attacker knows that.
    static let lag = 1...2

    static func weights(of target: Evidence.Target, _ evidence: Evidence) -> [Double] {
        if let day = target.openSince { return weights(on: [day.number - 1, day.number], evidence) }
        let next = (target.month.firstDay + 31).month.firstDay
        return weights(
            on: target.month.firstDay.number - lag.upperBound...next.number - 1 - lag.lowerBound, evidence)
    }

    /// The number of these days on which each was there; a little for who never was.
    static func weights(on days: some Sequence<Int>, _ evidence: Evidence) -> [Double] {
        var weights = [Double](repeating: 1e-6, count: evidence.suspects.count)
        for day in days { for suspect in evidence.present[day] ?? [] { weights[suspect] += 1 } }
        return weights
    }
}
