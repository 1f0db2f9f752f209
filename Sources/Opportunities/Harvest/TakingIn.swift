import Foundation
import GRDB
import Storage

/// Takes in what is new, in transactions so short that nobody else who writes waits for long.
///
/// Each can be repeated: what is already in is found unchanged.
struct TakingIn: Sendable {
    let run: HarvestRun
    let obtained: Obtained
    let reader: any ItemReading

    init(_ run: HarvestRun, _ obtained: Obtained, _ reader: any ItemReading) {
        self.run = run
        self.obtained = obtained
        self.reader = reader
    }

    private struct Batch: Sendable {
        /// How many have been taken in once this is.
        let end: Int
        var items: [TakenItem] = []
        var harvested = Harvested()
    }

    /// Items in one transaction: more make the index quicker to write, and let others who write wait for longer, here
    /// for about a twentieth of a second.
    static let batch = 500
    /// Batches that are understood before they are written: to understand an advert takes longer than to keep it, and who
    /// writes also waits for the disk.
    private static let ahead = 3

    private var isFeed: Bool { run.source.format == .rpde }

    func take(_ survey: inout Survey) async throws {
        if isFeed, obtained.isWhole {
            try await run.catalogue.file.write { db in
                try db.execute(sql: "DELETE FROM feed_item WHERE source = ?", arguments: [run.source.name])
            }
        }
        // Before, those whose id an earlier item has were left out; here again.
        var ids: Set<Int> = []
        let pieces = survey.pieces
        let batches = stride(from: 0, to: pieces.count, by: Self.batch).map { start in
            pieces[start..<min(start + Self.batch, pieces.count)]
        }
        try await batches.inOrder(Self.ahead, understand) { batch in
            try await write(batch, &survey, &ids)
            run.progress(
                HarvestProgress(
                    phase: .writing, items: batch.end, refused: survey.refusedCount,
                    share: Double(batch.end) / Double(pieces.count)))
        }
        // What was missing and is back had to be written, and is as it was.
        if !isFeed { survey.unchanged = survey.live - survey.new - survey.changed }
    }

    private func understand(_ pieces: ArraySlice<Range<Int>>) async throws -> Batch {
        var batch = Batch(end: pieces.endIndex)
        let file = try FileBytes(obtained.file, named: obtained.name)
        for (place, range) in pieces.enumerated() {
            // Searches wait for no more than a few adverts.
            if place % 8 == 7 { await Task.yield() }
            let item = RawItem(bytes: try file.bytes(at: range), place: "", range: range)
            reader.read(item, into: &batch.harvested)
            batch.items.append(
                TakenItem(
                    item, batch.harvested.takeReadings(), of: run.source, isFeed ? try? FeedItem(item.bytes) : nil))
        }
        return batch
    }

    private func write(_ batch: Batch, _ survey: inout Survey, _ ids: inout Set<Int>) async throws {
        let (now, today) = (run.catalogue.world.now(), run.catalogue.world.today)
        let items = isFeed ? batch.items : batch.items.map { $0.without(&ids) }
        let changes = try await run.catalogue.file.write { db in
            try run.turn.keep(in: db, at: now)
            try Settling.goOn(in: db, at: now)
            var gathering = try Gathering(db, run.source, today)
            for item in items { try gathering.take(item) }
            try gathering.finish()
            return gathering.changes
        }
        survey.new += changes.new
        survey.changed += changes.changed
        survey.touched.merge(changes.touched)
        guard isFeed else { return }
        survey.harvested.merge(batch.harvested)
        survey.unchanged += changes.unchanged
        for item in items {
            survey.live += item.live.count
            survey.withdrawn += item.over.count
            for refusal in item.refused { survey.refuse(refusal, at: FeedItem.place(of: item.raw)) }
        }
    }
}
