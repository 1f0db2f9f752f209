import Foundation
import LearningSpace
import Storage

/// Somebody's record in `seed-data/activities.json`.
struct SeedRecord: Decodable {
    struct Activity: Decodable {
        let title: String
        let kind: String
        let daysAgo: Int
        let days: Int
        let hours: String
        let about: String
        let outcome: String
        let provider: String
        let ethics: Bool
        let supports: [String]
    }
    let owner: String
    let responsibilities: [String]
    let activities: [Activity]

    static func all(in folder: URL) throws -> [SeedRecord] { try SeedFile.read("activities.json", in: folder) }
}

extension DemoCast {
    func record(_ records: [SeedRecord]) async throws {
        for record in records {
            let owner = try person(record.owner)
            try await rooms.journal.set(
                try Responsibility.Draft(record.responsibilities.joined(separator: "\n")), of: owner)
            let own = try await rooms.journal.responsibilities(of: owner)
            for activity in record.activities {
                let last = rooms.world.today + -activity.daysAgo
                let typed = [
                    "title": activity.title, "kind": activity.kind, "first": (last + (1 - activity.days)).description,
                    "last": last.description, "amount": activity.hours, "unit": "hours", "about": activity.about,
                    "outcome": activity.outcome, "provider": activity.provider,
                    "ethics": activity.ethics ? "yes" : "",
                ]
                let supports = own.filter { activity.supports.contains($0.name) }.map(\.id)
                _ = try await rooms.journal.record(
                    try Activity.Draft(typed, responsibilities: supports), by: owner, key: rooms.world.id())
            }
        }
    }
}
