import Storage
import TextSearch

/// What the catalogue knows of each opportunity but for its words, in columns by document.
///
/// Documents are the opportunities that are not withdrawn, 0..<count in the order of their row numbers. Flat arrays and
/// bits, so that a million of them take less than 110 MB with everything that stands beside them in a `Snapshot`.
struct Attributes: Sendable {
    var numbers: [UInt32]
    /// Years; 255 where none is stated.
    var minimumAges: [UInt8]
    /// Hours a week; below 0 where none are stated.
    var leastHours: [Float]
    var mostHours: [Float]
    /// Days since 1970; `noDay` where there is none.
    var starts: [Int32]
    var ends: [Int32]
    /// The next day something is on, as of the day the columns were read; else the first day.
    var nexts: [Int32]
    var firstSeen: [Int32]
    var changed: [Int32]
    var missingSince: [Int32]
    var qualities: [Float]
    /// Small numbers for the names; 0 where none is named.
    var organisations: [UInt32]
    /// The same for what is on one card, and for the same title of the same organisation unless an administrator parted
    /// them; else different. 0 for what stands alone and names no organisation, since nothing then tells two adverts with
    /// the same title from one.
    var repeats: [UInt32]
    let remote: DocumentSet
    let paidResearch: DocumentSet
    let expenses: Answers
    let checks: Answers
    let references: Answers
    let stepFree: Answers
    /// Yes for one-off, no for ongoing.
    let oneOff: Answers
    let times: TimesOfWeek
    let weeklyHours: Amounts
    let ages: Amounts
    let causes: CauseColumn

    static let noDay = Int32.min
    static let noAge: UInt8 = 255

    var count: Int { numbers.count }

    func document(of number: Int) -> Int? {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if Int(numbers[middle]) < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && Int(numbers[low]) == number ? low : nil
    }

    /// The numbers of the named documents as documents; a number that is none is left out.
    func documents(of numbers: [Int]) -> DocumentSet {
        DocumentSet(capacity: count, numbers.lazy.compactMap { document(of: $0) })
    }

    static func day(_ number: Int32) -> Day? { number == noDay ? nil : Day(number: Int(number)) }

    /// What all of it takes in memory.
    var bytes: Int {
        let columns = count * (4 + 1 + 4 + 4 + 6 * 4 + 4 + 4 + 4)
        let bits = remote.bytes + paidResearch.bytes
        let answers = [expenses, checks, references, stepFree, oneOff].reduce(0) { $0 + $1.bytes }
        return columns + bits + answers + times.bytes + causes.bytes + weeklyHours.bytes + ages.bytes
    }
}
