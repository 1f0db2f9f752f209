import GRDB
import Storage

/// When a harvest is held for a person: the record shows three collapses of about 70 % that lasted weeks, and none of
/// them was true.
enum Collapse {
    /// More than this part gone at once is not believed.
    static let share = 0.3
    /// Of fewer, no part says anything.
    static let fewest = 10
}

extension HarvestRun {
    /// - Throws: `HarvestFailure` for what changes nothing until somebody has understood it.
    func believe(_ survey: inout Survey, _ obtained: Obtained) async throws {
        if survey.read == 0 {
            throw HarvestFailure(description: "\(obtained.name) holds no items, so nothing was changed.")
        }
        if survey.refusedCount == survey.read,
            let most = survey.refusals.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        {
            throw HarvestFailure(
                description: survey.read == 1
                    ? "The only item in \(obtained.name) \(most.key). Nothing was changed."
                    : "None of the \(survey.read) items in \(obtained.name) can be read: \(most.value) times, one \(most.key). Nothing was changed."
            )
        }
        if survey.read >= Collapse.fewest, survey.repeated * 2 > survey.read {
            throw HarvestFailure(
                description:
                    "\(survey.repeated) of the \(survey.read) items in \(obtained.name) repeat an earlier one, so nothing was changed. Tell its provider."
            )
        }
        let (known, lost, absent) = try await losses(survey, isWhole: obtained.isWhole)
        survey.absent = absent
        guard known >= Collapse.fewest, Double(lost) > Collapse.share * Double(known) else { return }
        let left = known - lost
        if let held = obtained.state.held, held.decision == .accepted, left * 10 >= held.left * 9 { return }
        throw HarvestFailure(
            description:
                "\(lost) of the \(known) opportunities we have from here are no longer in \(obtained.name), which is too many to believe. Nothing was changed: accept it if it is right, refuse it if it is a mistake.",
            held: decision(known: known, left: left, before: obtained.state.held))
    }

    /// A refusal stands for as long as the harvest that was refused comes again.
    private func decision(known: Int, left: Int, before: HarvestState.Held?) -> HarvestState.Held {
        let isSame = before.map { $0.decision == .refused && abs($0.left - left) * 10 <= known } ?? false
        return HarvestState.Held(decision: isSame ? .refused : .waiting, known: known, left: left)
    }

    private func losses(
        _ survey: Survey, isWhole: Bool
    ) async throws -> (known: Int, lost: Int, absent: [Int]) {
        try await catalogue.file.read { db in
            try isWhole ? lossesOfAll(survey, db) : (known(db), gone(survey, db), [])
        }
    }

    private func lossesOfAll(_ survey: Survey, _ db: Database) throws -> (
        known: Int, lost: Int, absent: [Int]
    ) {
        var (known, lost) = (0, 0)
        var absent: [Int] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, provider_id FROM opportunity
                WHERE source = ? AND withdrawn IS NULL AND missing_since IS NULL
                """, arguments: [source.name])
        while let row = try rows.next() {
            known += 1
            let id = source.format.item(of: row[1])
            if survey.gone.contains(id) {
                lost += 1
            } else if !survey.seen.contains(id.hashValue) {
                lost += 1
                absent.append(row[0])
            }
        }
        return (known, lost, absent)
    }

    private func known(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM opportunity WHERE source = ? AND withdrawn IS NULL AND missing_since IS NULL
                """, arguments: [source.name]) ?? 0
    }

    /// Adverts of the items that are over: each is looked up, so that the changes of a day read nothing else.
    private func gone(_ survey: Survey, _ db: Database) throws -> Int {
        let known = KnownRows(db: db, source: source)
        return try survey.gone.reduce(0) { count, id in try count + known.rows(of: id).count(where: \.isFresh) }
    }
}

extension Source.Format {
    /// What a source calls the item an advert was made of: several can be parts of one item of a feed.
    func item(of providerID: String) -> String {
        self == .rpde ? providerID.prefix { $0 != "#" }.description : providerID
    }
}
