import Foundation
import GRDB
import Storage

extension HarvestRun {
    /// The end of a harvest in one transaction: what is missing, what was wrong, and how the source stands now.
    func finish(_ survey: Survey, _ obtained: Obtained) async throws -> Harvest {
        let (now, today) = (catalogue.world.now(), catalogue.world.today)
        return try await catalogue.file.write { db in
            try turn.keep(in: db, at: now)
            try BoilerplateMarks(db: db, source: source.name).renew(survey.touched)
            let confirmed = try Day.fetchOne(
                db, sql: "SELECT last_good_harvest FROM source WHERE name = ?", arguments: [source.name])
            try Gathering(db, source, today).miss(survey.absent, confirmed: confirmed ?? today)
            try keep(survey, isWhole: obtained.isWhole, db)
            var state = obtained.state
            (state.problem, state.failures, state.held) = (nil, 0, nil)
            try state.save(db, source.name, on: today)
            if obtained.isWhole {
                try db.execute(
                    sql: "UPDATE source SET last_good_harvest = ?, rows_read = ?, rows_withdrawn = ? WHERE name = ?",
                    arguments: [today, survey.read, survey.withdrawn, source.name])
            } else {
                try db.execute(
                    sql: "UPDATE source SET last_good_harvest = ? WHERE name = ?", arguments: [today, source.name])
            }
            let counts = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE missing_since IS NULL) AS live,
                        count(*) FILTER (WHERE missing_since IS NOT NULL) AS missing
                    FROM opportunity WHERE source = ? AND withdrawn IS NULL
                    """, arguments: [source.name])
            let (live, missing): (Int, Int) = (counts?["live"] ?? 0, counts?["missing"] ?? 0)
            try keepDay(live: live, missing: missing, on: today, db)
            try turn.giveBack(due: now + source.pause, in: db)
            return Harvest(
                source: source.name, read: survey.read, live: survey.live, withdrawn: survey.withdrawn,
                refused: survey.refusedCount, new: survey.new, changed: survey.changed, unchanged: survey.unchanged,
                missing: missing)
        }
    }

    /// Days on which nothing changed are not written: the day before them says how many there were.
    private func keepDay(live: Int, missing: Int, on today: Day, _ db: Database) throws {
        let last = try Row.fetchOne(
            db, sql: "SELECT live, missing FROM harvest_day WHERE source = ? ORDER BY day DESC LIMIT 1",
            arguments: [source.name])
        if let last, last["live"] == live, last["missing"] == missing { return }
        try db.execute(
            sql: "DELETE FROM harvest_day WHERE source = ? AND day = ?", arguments: [source.name, today])
        try db.execute(
            sql: "INSERT INTO harvest_day (source, day, live, missing) VALUES (?, ?, ?, ?)",
            arguments: [source.name, today, live, missing])
    }

    /// What was wrong: of a whole reading it takes the place of what was known, of changes it adds to it.
    private func keep(_ survey: Survey, isWhole: Bool, _ db: Database) throws {
        var defects = survey.harvested.defects
        if survey.harvested.boilerplate.adverts > 0 {
            defects[.boilerplateSkills] = survey.harvested.boilerplate.adverts
        }
        let kept = try Row.fetchAll(
            db, sql: "SELECT kind, reason, times FROM tally WHERE source = ?", arguments: [source.name]
        ).map { Tally(kind: $0["kind"], reason: $0["reason"], times: $0["times"]) }
        var now: [[String]: Int] = [:]
        if !isWhole { for tally in kept { now[[tally.kind, tally.reason]] = tally.times } }
        for (reason, times) in survey.refusals { now[["refusal", reason], default: 0] += times }
        for (defect, times) in defects { now[["defect", defect.rawValue], default: 0] += times }
        let tallies = now.map { Tally(kind: $0.key[0], reason: $0.key[1], times: $0.value) }
            .sorted { ($0.kind, $0.reason) < ($1.kind, $1.reason) }
        if Set(kept) != Set(tallies) {
            try db.execute(sql: "DELETE FROM tally WHERE source = ?", arguments: [source.name])
            for tally in tallies {
                try db.execute(
                    sql: "INSERT INTO tally (source, kind, reason, times) VALUES (?, ?, ?, ?)",
                    arguments: [source.name, tally.kind, tally.reason, tally.times])
            }
        }
        try keepRefused(survey, isWhole: isWhole, db)
    }

    private func keepRefused(_ survey: Survey, isWhole: Bool, _ db: Database) throws {
        let kept = try Row.fetchAll(
            db, sql: "SELECT place, reason FROM refused_item WHERE source = ?", arguments: [source.name]
        ).map { [$0["place"] as String, $0["reason"] as String] }
        let now = survey.refused.map { [$0.place, $0.reason] }
        if isWhole, Set(kept) != Set(now) {
            try db.execute(sql: "DELETE FROM refused_item WHERE source = ?", arguments: [source.name])
        } else if isWhole {
            return
        }
        for refused in survey.refused {
            try db.execute(
                sql: "DELETE FROM refused_item WHERE source = ? AND place = ?", arguments: [source.name, refused.place])
            try db.execute(
                sql: "INSERT INTO refused_item (source, place, reason) VALUES (?, ?, ?)",
                arguments: [source.name, refused.place, refused.reason])
        }
    }

    private struct Tally: Hashable {
        let kind: String
        let reason: String
        let times: Int
    }
}
