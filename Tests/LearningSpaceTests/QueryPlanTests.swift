import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct QueryPlanTests {
    @Test("Opening a reflection and listing what is shared walk no whole table")
    func plans() async throws {
        try await withJournal { open in
            let queries: [(String, StatementArguments)] = [
                (
                    Journal.sharedWith,
                    [
                        "person": open.peer, "today": open.today, "topic": nil, "model": nil, "group": nil,
                        "most": 21, "skip": 0,
                    ]
                ),
                ("SELECT * FROM unsaved WHERE owner = ? AND reflection IS NULL", [open.key()]),
                ("SELECT * FROM group_member WHERE person = ? AND state = 'member'", [open.key()]),
                ("DELETE FROM share WHERE peer_group = ?", [open.key()]),
                (
                    Door.openings(for: .person(open.peer)),
                    ["person": open.peer, "today": open.today, "id": open.key()]
                ),
                (
                    Door.openings(for: .holder(of: open.clock.world.id())),
                    ["share": open.key(), "today": open.today, "id": open.key()]
                ),
                ("SELECT * FROM comment WHERE reflection = ? ORDER BY written, id", [open.key()]),
                ("UPDATE comment SET author = NULL WHERE author = ?", [open.key()]),
                ("DELETE FROM reflection WHERE owner = ?", [open.key()]),
                ("SELECT * FROM goal WHERE owner = ? AND due <= ? AND state = 'open'", [open.key(), open.today]),
                ("SELECT goal FROM next_cycle WHERE reflection = ?", [open.key()]),
                (
                    "SELECT * FROM activity WHERE owner = ? AND last_day >= ? AND first_day <= ?",
                    [open.key(), open.today, open.today]
                ),
                ("SELECT person FROM muted WHERE member = ?", [open.key()]),
                ("SELECT id FROM responsibility WHERE owner = ?", [open.key()]),
                ("SELECT * FROM evidence WHERE owner = ? ORDER BY added DESC", [open.key()]),
                ("SELECT reflection, stage FROM evidence_of_stage WHERE evidence = ?", [open.key()]),
                (Evidence.rowsOfPlaces(), ["owner": open.owner]),
                (Evidence.rowsOfPlaces(only: 2), ["owner": open.owner, "f0": open.key(), "f1": open.key()]),
                ("SELECT evidence FROM evidence_of_stage WHERE reflection = ? AND stage = ?", [open.key(), "plan"]),
            ]
            for (sql, arguments) in queries {
                let plan = try await open.journal.database.read { db in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                        .map { $0["detail"] as String }
                }
                let tables = [
                    "reflection", "stage", "share", "shared_stage", "comment", "goal", "next_cycle", "activity",
                    "muted",
                    "responsibility", "evidence", "evidence_of_stage",
                    "unsaved", "group_member", "peer_group", "shown_topic",
                ]
                #expect(!plan.contains { step in tables.contains { step == "SCAN \($0)" } }, "\(plan)")
            }
        }
    }

    @Test("A page of files looks up where those stand, and not all that their owner has")
    func placesOfSome() async throws {
        try await withJournal { open in
            let plan = try await open.journal.database.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN " + Evidence.rowsOfPlaces(only: 1),
                    arguments: ["owner": open.owner, "f0": open.key()]
                ).map { $0["detail"] as String }
            }
            #expect(plan.count { $0.contains("_by_evidence (evidence=?)") } == 3, "\(plan)")
            #expect(!plan.contains { $0.contains("(owner=?)") }, "\(plan)")
        }
    }
}
