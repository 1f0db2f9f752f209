import Storage
import TextSearch

/// One document that was found, with what its score needs.
struct Candidate {
    let document: Int
    let number: Int
    /// What its words weigh; 0 without words.
    let text: Double
    /// To its nearest place within the miles that were asked for.
    let miles: Double?
    let isRemote: Bool
    let isPaidResearch: Bool
    let ends: Day?
    /// The next day something is on.
    let next: Day?
    let firstSeen: Day
    let changed: Day
    let missingSince: Day?
    /// Hours a week.
    let hours: ClosedRange<Double>?
    let quality: Double
    /// 0 where none is named.
    let organisation: UInt32
    /// The same for repeats of one advert, 0 for what is none.
    let repeated: UInt32

    init(_ document: Int, text: Double, miles: Double?, _ columns: Attributes) {
        self.document = document
        self.text = text
        self.miles = miles
        number = Int(columns.numbers[document])
        isRemote = columns.remote.contains(document)
        isPaidResearch = columns.paidResearch.contains(document)
        ends = Attributes.day(columns.ends[document])
        next = Attributes.day(columns.nexts[document])
        firstSeen = Day(number: Int(columns.firstSeen[document]))
        changed = Day(number: Int(columns.changed[document]))
        missingSince = Attributes.day(columns.missingSince[document])
        let least = Double(columns.leastHours[document])
        hours = least < 0 ? nil : least...max(least, Double(columns.mostHours[document]))
        quality = Double(columns.qualities[document])
        organisation = columns.organisations[document]
        repeated = columns.repeats[document]
    }
}
