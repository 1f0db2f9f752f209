import Foundation
import GRDB

/// Looks through everything that was sent, and remembers where what is new stands.
struct Surveying: Sendable {
    let run: HarvestRun
    let obtained: Obtained
    let reader: any ItemReading

    /// Items between two looks at the tables, at the lease and at whether to stop.
    static let batch = 200

    init(_ run: HarvestRun, _ obtained: Obtained, _ reader: any ItemReading) {
        self.run = run
        self.obtained = obtained
        self.reader = reader
    }

    func survey() async throws -> Survey {
        var survey = Survey()
        survey.harvested.count(.namelessOrganisation, reader.namelessOrganisations)
        var items = try run.source.format.items(in: obtained.file, named: obtained.name)
        let size = max(1, (try? obtained.file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 1)
        if run.source.format == .rpde { return try await surveyFeed(&items, survey) }
        var isOver = false
        while !isOver {
            try Task.checkCancellation()
            var batch: [(item: RawItem, readings: [Advert.Reading])] = []
            while batch.count < Self.batch {
                guard let item = try items.next() else {
                    isOver = true
                    break
                }
                reader.read(item, into: &survey.harvested)
                batch.append((item, survey.harvested.takeReadings()))
            }
            try await note(batch, in: &survey)
            let share = Double(batch.last?.item.range.upperBound ?? size) / Double(size)
            run.progress(
                HarvestProgress(
                    phase: .reading, items: survey.read, refused: survey.refusedCount, share: isOver ? 1 : share))
        }
        return survey
    }

    private func note(
        _ batch: [(item: RawItem, readings: [Advert.Reading])], in survey: inout Survey
    ) async throws {
        let known = try await standing(of: batch.flatMap(\.readings))
        for (item, readings) in batch {
            var isNews = false
            for reading in readings {
                survey.read += 1
                switch reading {
                case .refused(let refusal): survey.refuse(refusal, at: item.place)
                case .withdrawn(let id):
                    guard survey.seen.insert(id.hashValue).inserted else {
                        survey.repeat(at: item.place)
                        continue
                    }
                    survey.gone.insert(id)
                    survey.withdrawn += 1
                    if let row = known[id], !row.isWithdrawn { isNews = true }
                case .live(let advert):
                    guard survey.seen.insert(advert.providerID.hashValue).inserted else {
                        survey.repeat(at: item.place)
                        continue
                    }
                    survey.live += 1
                    if let row = known[advert.providerID], row.isFresh, row.fingerprint == advert.fingerprint {
                        survey.unchanged += 1
                    } else {
                        isNews = true
                    }
                }
            }
            if isNews { survey.pieces.append(item.range) }
        }
    }

    private func standing(of readings: [Advert.Reading]) async throws -> [String: KnownRow] {
        let ids = readings.compactMap(\.providerID)
        return try await run.catalogue.file.read { db in
            var known: [String: KnownRow] = [:]
            for id in ids { known[id] = try KnownRow.find(id, of: run.source.name, in: db) }
            return known
        }
    }
}

extension Survey {
    fileprivate mutating func `repeat`(at place: String) {
        repeated += 1
        refuse(.repeated, at: place)
    }
}
