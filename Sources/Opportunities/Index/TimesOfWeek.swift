import TextSearch

/// Who is on at which of the 21 times of a week.
///
/// An advert that names a part of the day and no day is on at that part every day, and the other way about.
struct TimesOfWeek: Sendable {
    /// By weekday and part, 0 for any: 8 × 4.
    private var sets: [DocumentSet]

    private static let count = 8 * 4

    init(capacity: Int) { sets = Array(repeating: DocumentSet(capacity: capacity), count: Self.count) }

    init(_ reader: ArrayReader, capacity: Int) throws {
        sets = try (0..<Self.count).map { _ in try reader.documents(capacity: capacity) }
    }

    func write(to writer: ArrayWriter) throws {
        for set in sets { try writer.write(set) }
    }

    /// - Parameters:
    ///   - weekday: 1...7, or 0 where none is named.
    ///   - part: 1...3, or 0 where none is named.
    mutating func note(weekday: Int, part: Int, of document: Int) {
        for day in weekday == 0 ? 0...7 : weekday...weekday {
            for time in part == 0 ? 0...3 : part...part { sets[day * 4 + time].insert(document) }
            sets[day * 4].insert(document)
        }
        for time in part == 0 ? 0...3 : part...part { sets[time].insert(document) }
        sets[0].insert(document)
    }

    /// Who is on then; with neither, who states any time at all.
    func on(_ day: Weekday?, _ part: PartOfDay?) -> DocumentSet {
        sets[(day?.rawValue ?? 0) * 4 + (part?.place ?? 0)]
    }

    var stated: DocumentSet { sets[0] }
    var bytes: Int { sets.reduce(0) { $0 + $1.bytes } }
}

extension PartOfDay {
    /// From 1, in the order of the day.
    var place: Int {
        switch self {
        case .morning: 1
        case .afternoon: 2
        case .evening: 3
        }
    }
}
