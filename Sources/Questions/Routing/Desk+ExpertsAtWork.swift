import GRDB
package import Storage

extension Desk {
    /// An expert as moderators see them at work.
    package struct AtWork: Sendable, Identifiable {
        package let expert: Expert
        package let held: Int
        /// How many of them are not accepted yet.
        package let open: Int
        package let absences: [Absence]
        package var id: PersonID { expert.id }

        package func away(on day: Day) -> Absence? { absences.first { $0.holds(day) } }
    }

    /// Everybody who answers, with what they hold and when they are away. What is kept from this person is not counted.
    package func expertsAtWork(shownTo person: PersonID) async throws -> [AtWork] {
        let today = world.today
        return try await database.read { db in
            let loads = try Self.loads(shownTo: person, db)
            let accepted = try Self.loads(shownTo: person, accepted: true, db)
            let absences = try Self.absences(from: today, db)
            return try Self.experts(db).map { expert in
                let held = loads[expert.id] ?? 0
                return AtWork(
                    expert: expert, held: held, open: held - (accepted[expert.id] ?? 0),
                    absences: absences[expert.id] ?? [])
            }
        }
    }
}
