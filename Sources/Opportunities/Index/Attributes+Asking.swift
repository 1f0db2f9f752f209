import Storage
import TextSearch

// Sets that are read from a column when they are asked for: under a millisecond for a million documents.
extension Attributes {
    /// States hours, and no more than these.
    func taking(atMost hours: Double) -> DocumentSet {
        let most = Float(hours)
        return documents { leastHours[$0] >= 0 && leastHours[$0] <= most }
    }

    var statingHours: DocumentSet { documents { leastHours[$0] >= 0 } }

    /// States dates, and they are not over before the day.
    func lasting(until day: Day) -> DocumentSet {
        let day = Int32(clamping: day.number)
        return documents { (ends[$0] == Self.noDay ? starts[$0] != Self.noDay : ends[$0] >= day) }
    }

    var statingDates: DocumentSet { documents { starts[$0] != Self.noDay || ends[$0] != Self.noDay } }

    /// States the youngest it takes, and takes somebody so old.
    func open(toAge age: Int) -> DocumentSet {
        documents { minimumAges[$0] != Self.noAge && Int(minimumAges[$0]) <= age }
    }

    var statingAge: DocumentSet { documents { minimumAges[$0] != Self.noAge } }

    private func documents(where holds: (Int) -> Bool) -> DocumentSet {
        DocumentSet(capacity: count, (0..<count).lazy.filter(holds))
    }
}
