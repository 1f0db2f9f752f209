import Foundation
import GRDB

extension Surveying {
    /// Looks through the items of a feed without their data: of each, the newest counts.
    func surveyFeed(_ items: inout any ItemCutting, _ empty: Survey) async throws -> Survey {
        var survey = empty
        var newest: [Int: Newest] = [:]
        var last: Modified?
        var isOver = false
        while !isOver {
            try Task.checkCancellation()
            var batch: [(FeedItem, RawItem)] = []
            while batch.count < Self.batch {
                guard let raw = try items.next() else {
                    isOver = true
                    break
                }
                survey.read += 1
                do throws(Refusal) {
                    let item = try FeedItem(raw.bytes)
                    if let last, item.modified < last { survey.harvested.count(.backInTime) }
                    last = item.modified
                    batch.append((item, raw))
                } catch {
                    survey.refuse(error, at: FeedItem.place(of: raw))
                }
            }
            let known = try await known(of: batch.map(\.0.key))
            for (item, raw) in batch {
                let key = item.key.hashValue
                if newest[key] != nil { survey.repeated += 1 }
                // Between two whole readings, what is as old as what we have says nothing new.
                if let ours = known[item.key], item.modified <= ours {
                    survey.seen.insert(key)
                    survey.unchanged += 1
                } else if newest[key].map({ $0.modified < item.modified }) ?? true {
                    newest[key] = Newest(
                        modified: item.modified, range: raw.range, deleted: item.isDeleted ? item.key : nil)
                }
            }
            run.progress(HarvestProgress(phase: .reading, items: survey.read, refused: survey.refusedCount, share: nil))
        }
        survey.seen.formUnion(newest.keys)
        survey.gone = Set(newest.values.compactMap(\.deleted))
        survey.pieces = newest.values.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        return survey
    }

    private struct Newest {
        let modified: Modified
        let range: Range<Int>
        /// Its key, where it is over.
        let deleted: String?
    }

    /// How new what we have is. A whole reading asks for everything anew: its provider may have begun to count again.
    private func known(of keys: [String]) async throws -> [String: Modified] {
        guard !obtained.isWhole else { return [:] }
        return try await run.catalogue.file.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT modified FROM feed_item WHERE source = ? AND item = ?")
            var known: [String: Modified] = [:]
            for key in keys {
                known[key] = try String.fetchOne(statement, arguments: [run.source.name, key]).map(Modified.init)
            }
            return known
        }
    }
}
