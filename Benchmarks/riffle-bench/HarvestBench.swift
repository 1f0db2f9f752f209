import ArgumentParser
import Foundation
import Measuring

struct HarvestBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest",
        abstract: "How long a feed takes until it is searched, beside inserting the same rows into plain FTS5.")

    @Option(help: "How many opportunities.")
    var documents = 1_000_000

    @Option(help: "What they follow from.")
    var seed: UInt64 = 1

    @Flag(help: "One JSON object a line instead of a table.")
    var json = false

    func validate() throws {
        guard (HarvestLoad.fewest...HarvestLoad.most).contains(documents) else {
            throw ValidationError("Ask for \(HarvestLoad.fewest) to \(HarvestLoad.most) opportunities.")
        }
    }

    func run() async throws {
        let home = URL(filePath: FileManager.default.currentDirectoryPath)
        let folder = FileManager.default.temporaryDirectory.appending(path: "riffle-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let load = try await HarvestLoad(documents, seed: seed, home: home, folder: folder) { text in
            // To standard error, so that --json can be read by a program.
            FileHandle.standardError.write(Data("\(text)\n".utf8))
        }
        print(json ? try load.figures.lines().joined(separator: "\n") : load.figures.table)
    }
}

extension HarvestFigures {
    fileprivate var table: String {
        func number(_ value: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", value) }
        let fileRate = Double(whole.rows) / whole.harvestSeconds
        let readyRate = Double(whole.rows) / whole.readySeconds
        return """
            \(documents) opportunities over HTTP, \(whole.refused) of them refused

                                    rows a second   seconds   of plain FTS5
            into the file           \(number(fileRate, 0))   \(number(whole.harvestSeconds))   \(number(speedOfFile * 100)) %
            until searches are on   \(number(readyRate, 0))   \(number(whole.readySeconds))   \(number(speed * 100)) % (60 % is the goal)
            plain FTS5              \(number(Double(stock.rows) / stock.seconds, 0))   \(number(stock.seconds))

            memory at most      \(number(whole.peakMegabytes)) MB while harvesting, \(number(whole.peakBesideIndexMegabytes)) MB beside the index of \(number(whole.indexMegabytes)) MB (goal: 300)
            changes of a day    \(day.changed) changed, \(day.new) new, \(day.deleted) deleted: \(number(day.harvestSeconds, 2)) s, \(number(dayShare * 100, 2)) % of all (goal: 2 %); found after \(number(day.seenSeconds, 2)) s
            readers             \(day.readers) at once, p50 \(number(day.before.p50)) ms and p99 \(number(day.before.p99)) ms; meanwhile \(number(day.during.p50)) ms and \(number(day.during.p99)) ms (goal: p99 at most doubled), \(day.searches) searches
            nothing new         \(unchanged.requests) requests, \(unchanged.rowsWritten) rows written, \(number(unchanged.milliseconds)) ms
            """
    }
}
