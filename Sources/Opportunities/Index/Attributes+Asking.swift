import Storage
import TextSearch

// Sets that are read from a column when they are asked for: about a millisecond for a million documents.
extension Attributes {
    /// States hours, and no more than these.
    func taking(atMost hours: Double) -> DocumentSet {
        let most = Float(hours)
        return weeklyHours.atMost(most)
            ?? DocumentSet(capacity: count) { leastHours[$0] >= 0 && leastHours[$0] <= most }
    }

    /// States dates, and they are not over before the day.
    func lasting(until day: Day) -> DocumentSet {
        let day = Int32(clamping: day.number)
        return DocumentSet(capacity: count) { (ends[$0] == Self.noDay ? starts[$0] != Self.noDay : ends[$0] >= day) }
    }

    var statingDates: DocumentSet {
        DocumentSet(capacity: count) { starts[$0] != Self.noDay || ends[$0] != Self.noDay }
    }

    /// States the youngest it takes, and takes somebody so old.
    func open(toAge age: Int) -> DocumentSet {
        ages.atMost(Float(age))
            ?? DocumentSet(capacity: count) { minimumAges[$0] != Self.noAge && Int(minimumAges[$0]) <= age }
    }

    func over(on day: Day) -> DocumentSet {
        let day = Int32(clamping: day.number)
        return DocumentSet(capacity: count) { ends[$0] != Self.noDay && ends[$0] < day }
    }

    /// The document, and those that are the same advert again.
    func repeating(_ document: Int) -> DocumentSet {
        let key = repeats[document]
        return DocumentSet(capacity: count) { $0 == document || (key != 0 && repeats[$0] == key) }
    }
}
