import GRDB
package import Storage

extension Desk {
    /// Every open question but those kept from this person: urgent ones first, then what experts let lie, then the longest
    /// waiting day; within a day in no order of arrival.
    package func queue(for person: PersonID) async throws -> [Waiting] {
        try await database.read { [world] db in
            try Self.waiting(try Self.heads(for: person, db).map(\.id), world, db)
        }
    }

    /// One page of the queue, with the counts beside it.
    /// - Parameter page: from 1; beyond the last stands the last.
    package func queue(
        for person: PersonID, showing choice: Queue.Choice, page: Int = 1, size: Int = Queue.pageSize
    ) async throws -> Queue {
        try await database.read { [world] db in
            let heads = try Self.heads(for: person, db)
            var (all, urgent) = (Queue.Count(), Queue.Count())
            var (steps, topics): ([Step.Kind: Queue.Count], [String: Queue.Count]) = ([:], [:])
            for head in heads {
                all.add(head.received)
                if choice.allows(topic: head.topic) {
                    steps[head.step, default: .init()].add(head.received)
                    if head.isUrgent { urgent.add(head.received) }
                }
                if choice.allows(step: head.step) { topics[head.topic, default: .init()].add(head.received) }
            }
            let found = heads.filter(choice.finds)
            let groups = choice.lot == nil ? Self.grouped(found) : found.map { [$0] }
            let pages = max(1, (groups.count + size - 1) / size)
            let at = min(max(page, 1), pages)
            let shown = groups.dropFirst((at - 1) * size).prefix(size)
            let lines = Dictionary(
                uniqueKeysWithValues: try Self.waiting(
                    shown.flatMap { $0.prefix(Queue.mostOfGroup) }.map(\.id), world, db
                ).map { ($0.id, $0) })
            return Queue(
                all: all, urgent: urgent, steps: steps, topics: topics, found: found.count,
                groups: shown.map { $0.compactMap { lines[$0.id] } }, page: at, pages: pages)
        }
    }

    /// The open questions much like this one, of which `Queue.mostOfGroup` are given with their words.
    package func alike(
        _ id: ID<Question>, for person: PersonID
    ) async throws -> (others: [Waiting], count: Int) {
        try await database.read { [world] db in
            let lot = try ID<Lot>.fetchOne(db, sql: "SELECT lot FROM alike WHERE question = ?", arguments: [id])
            guard let lot else { return ([], 0) }
            let heads = try Self.heads(for: person, of: lot, db)
            guard heads.contains(where: { $0.id == id }) else { return ([], 0) }
            let others = heads.map(\.id).filter { $0 != id }
            return (try Self.waiting(Array(others.prefix(Queue.mostOfGroup)), world, db), others.count)
        }
    }

    /// A question without its words: a thousand of them are read in a few milliseconds.
    fileprivate struct Head {
        let id: ID<Question>
        let topic: String
        let step: Step.Kind
        let received: Day
        let isUrgent: Bool
        let lot: ID<Lot>?
    }

    /// - Parameter lot: for its questions alone.
    private static func heads(for person: PersonID, of lot: ID<Lot>? = nil, _ db: Database) throws -> [Head] {
        // Rows are read as they come and by their columns' places: to look each up by its name takes three times as long.
        let statement = try db.cachedStatement(
            sql: """
                SELECT question.id, topic, step, received, urgent.question IS NOT NULL AS urgent, lot,
                    (\(PassedOn.isEscalated)) AS escalated
                FROM question
                LEFT JOIN urgent ON urgent.question = question.id LEFT JOIN alike ON alike.question = question.id
                WHERE decided IS NULL
                    AND NOT EXISTS (SELECT 1 FROM exclusion WHERE exclusion.question = question.id AND person = ?)
                    \(lot == nil ? "" : "AND question.id IN (SELECT question FROM alike WHERE lot = ?)")
                ORDER BY urgent DESC, escalated DESC, received, question.id
                """)
        let rows = try Row.fetchCursor(statement, arguments: lot.map { [person, $0] } ?? [person])
        var heads: [Head] = []
        while let row = try rows.next() {
            guard let step = Step.Kind(rawValue: row[2]) else { continue }
            heads.append(
                Head(id: row[0], topic: row[1], step: step, received: row[3], isUrgent: row[4], lot: row[5]))
        }
        return heads
    }

    /// Each group stands where its first question would.
    private static func grouped(_ heads: [Head]) -> [[Head]] {
        var (groups, places): ([[Head]], [ID<Lot>: Int]) = ([], [:])
        for head in heads {
            if let lot = head.lot, let place = places[lot] {
                groups[place].append(head)
            } else {
                if let lot = head.lot { places[lot] = groups.count }
                groups.append([head])
            }
        }
        return groups
    }

    /// The lines of these questions, in this order.
    private static func waiting(_ ids: [ID<Question>], _ world: World, _ db: Database) throws -> [Waiting] {
        let marks = databaseQuestionMarks(count: ids.count)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT question.*, topic.name AS topic_name, urgent.question IS NOT NULL AS urgent, lot,
                    lease.person AS looking,
                    EXISTS (SELECT 1 FROM appeal WHERE appeal.question = question.id) AS appealed,
                    (\(PassedOn.isEscalated)) AS escalated
                FROM question JOIN topic ON topic.slug = question.topic
                LEFT JOIN urgent ON urgent.question = question.id LEFT JOIN alike ON alike.question = question.id
                LEFT JOIN lease ON lease.question = question.id AND lease.until > ?
                WHERE question.id IN (\(marks))
                """, arguments: [minute(of: world)] + StatementArguments(ids))
        let spans = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: "SELECT question, start, length, kind FROM redaction WHERE question IN (\(marks)) ORDER BY start",
                arguments: StatementArguments(ids)),
            by: { $0["question"] as ID<Question> })
        let lines = Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row["id"] as ID<Question>, Waiting(row: row, spans: spans[row["id"]] ?? []))
            })
        return ids.compactMap { lines[$0] }
    }
}

extension Queue.Choice {
    fileprivate func allows(topic: String) -> Bool { self.topic == nil || self.topic == topic }
    fileprivate func allows(step: Step.Kind) -> Bool { steps.isEmpty || steps.contains(step) }
    fileprivate func finds(_ head: Desk.Head) -> Bool {
        allows(topic: head.topic) && allows(step: head.step) && (!isUrgent || head.isUrgent)
            && (lot == nil || lot == head.lot)
    }
}

extension Desk.Waiting {
    fileprivate init(row: Row, spans: [Row]) {
        self.init(
            id: row["id"], topic: row["topic_name"], text: row["text"], redactions: spans.map(Redaction.init(row:)),
            step: Step(row: row), received: row["received"], version: row["version"], isUrgent: row["urgent"],
            isAppeal: row["appealed"], isEscalated: row["escalated"], lot: row["lot"], looking: row["looking"])
    }
}
