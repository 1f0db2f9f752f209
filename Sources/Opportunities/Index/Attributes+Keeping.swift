import TextSearch

// In the order of the columns, once for writing and once for reading.
extension Attributes {
    init(_ reader: ArrayReader) throws {
        numbers = try reader.array()
        minimumAges = try reader.array()
        leastHours = try reader.array()
        mostHours = try reader.array()
        starts = try reader.array()
        ends = try reader.array()
        nexts = try reader.array()
        firstSeen = try reader.array()
        changed = try reader.array()
        missingSince = try reader.array()
        qualities = try reader.array()
        organisations = try reader.array()
        repeats = try reader.array()
        let capacity = numbers.count
        remote = try reader.documents(capacity: capacity)
        paidResearch = try reader.documents(capacity: capacity)
        expenses = try Answers(reader, capacity: capacity)
        checks = try Answers(reader, capacity: capacity)
        references = try Answers(reader, capacity: capacity)
        stepFree = try Answers(reader, capacity: capacity)
        oneOff = try Answers(reader, capacity: capacity)
        times = try TimesOfWeek(reader, capacity: capacity)
        causes = try CauseColumn(reader, capacity: capacity)
        weeklyHours = Self.amounts(ofHours: leastHours)
        ages = Self.amounts(ofAges: minimumAges)
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(numbers)
        try writer.write(minimumAges)
        for hours in [leastHours, mostHours] { try writer.write(hours) }
        for days in [starts, ends, nexts, firstSeen, changed, missingSince] { try writer.write(days) }
        try writer.write(qualities)
        try writer.write(organisations)
        try writer.write(repeats)
        try writer.write(remote)
        try writer.write(paidResearch)
        for answers in [expenses, checks, references, stepFree, oneOff] { try answers.write(to: writer) }
        try times.write(to: writer)
        try causes.write(to: writer)
    }
}
