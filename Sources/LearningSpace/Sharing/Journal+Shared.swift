import GRDB
package import Storage

/// A line of the list of what peers share.
package struct SharedReflection: Hashable, Sendable {
    package let id: ID<Reflection>
    package let owner: PersonID
    package let title: String
    package let model: ReflectionModel
    /// What its owner says it is about, where they do.
    package let topic: String?
    /// Those that are open to the reader, in the model's order. What is said and who else reads is not told here.
    package let stages: [ReflectionModel.Stage]
    /// The first day of any of them.
    package let since: Day
    package let until: Day

    /// What of all that is open to somebody is listed.
    package struct Filter: Hashable, Sendable {
        package var topic: String?
        /// A model's name.
        package var model: String?
        /// Shared with this group, the reader's own too.
        package var group: ID<Group>?

        package init(topic: String? = nil, model: String? = nil, group: ID<Group>? = nil) {
            (self.topic, self.model, self.group) = (topic, model, group)
        }
    }
}

extension Journal {
    /// So many stand on a page.
    package static let sharedOnPage = 20

    /// What others share with this person today, the latest shared first and never by who liked it.
    ///
    /// - Parameter page: from 1.
    /// - Returns: a page of them, and whether there are more.
    package func reflections(
        sharedWith person: PersonID, _ filter: SharedReflection.Filter = .init(), page: Int = 1
    ) async throws -> (shared: [SharedReflection], hasMore: Bool) {
        let today = world.today
        return try await database.read { db in
            let rows = try Row.fetchAll(
                db, sql: Self.sharedWith,
                arguments: [
                    "person": person, "today": today, "topic": filter.topic, "model": filter.model,
                    "group": filter.group, "most": Self.sharedOnPage + 1,
                    "skip": (min(max(page, 1), 1_000_000) - 1) * Self.sharedOnPage,
                ])
            let shared = try rows.prefix(Self.sharedOnPage).map { row in
                let open = Set((row["stages"] as String).split(separator: ",").map(String.init))
                let model = try ReflectionModel.named(row["model"])
                return SharedReflection(
                    id: row["id"], owner: row["owner"], title: row["title"], model: model, topic: row["topic"],
                    stages: model.stages.filter { open.contains($0.name) }, since: row["since"], until: row["until"])
            }
            return (shared, rows.count > Self.sharedOnPage)
        }
    }

    /// One line for each reflection, though it be shared both with everyone and by name.
    static let sharedWith = """
        SELECT reflection.id, reflection.owner, reflection.title, reflection.model, open.stages, open.since, open.until,
            shown_topic.topic
        FROM (
            SELECT share.reflection, min(shared_stage.since) AS since, max(shared_stage.until) AS until,
                group_concat(shared_stage.stage) AS stages
            FROM share JOIN shared_stage ON shared_stage.share = share.id
            WHERE \(Door.letsIn) AND \(Door.stands)
            GROUP BY share.reflection HAVING :group IS NULL OR max(share.peer_group = :group)
        ) AS open
        JOIN reflection ON reflection.id = open.reflection
        LEFT JOIN shown_topic ON shown_topic.reflection = open.reflection
        WHERE (reflection.owner <> :person OR :group IS NOT NULL) AND (:topic IS NULL OR shown_topic.topic = :topic)
            AND (:model IS NULL OR reflection.model = :model)
        ORDER BY open.since DESC, reflection.title, reflection.id
        LIMIT :most OFFSET :skip
        """

    /// What a reflection is about, for whoever may read it.
    package func topic(of id: ID<Reflection>) async throws -> String? {
        try await database.read { db in
            try String.fetchOne(db, sql: "SELECT topic FROM shown_topic WHERE reflection = ?", arguments: [id])
        }
    }
}
