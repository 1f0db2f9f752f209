import Foundation
import GRDB
import Storage

/// What an attacker holds: every file with its backups, every log and metric, and what is known of members from
/// elsewhere: their addresses, and to the second when each of them was there.
struct Evidence: Sendable {
    struct Suspect: Sendable {
        let id: Data
        let name: String
        let email: String
        let network: String
        let visits: [Date]

        func wasThere(at time: Date) -> Bool {
            visits.contains { (0...Community.Visit.length).contains(time.timeIntervalSince($0)) }
        }
    }

    /// A published question whose asker is sought.
    struct Target: Sendable {
        let id: Data
        let receipt: Data
        let topic: String
        let text: String
        let month: Month
        /// Where a backup shows it while it was open: the day of its batch.
        let openSince: Day?
    }

    struct Line: Sendable {
        let time: Date
        let text: String
    }

    struct Sample: Sendable {
        let time: Date
        let name: String
        let value: Double
    }

    let suspects: [Suspect]
    let targets: [Target]
    /// Folders: the backup of each month, then the files as they are at the end. In `raw` lies each file to the byte;
    /// those beside it SQLite may open, whereby it takes their logs in.
    let snapshots: [URL]
    let log: [Line]
    let metrics: [Sample]
    let period: ClosedRange<Date>
    /// By day number, who was there.
    let present: [Int: Set<Int>]

    init(
        suspects: [Suspect], snapshots: [URL], log: [Line], metrics: [Sample], period: ClosedRange<Date>
    ) throws {
        self.suspects = suspects
        self.snapshots = snapshots
        self.log = log
        self.metrics = metrics
        self.period = period
        targets = try Self.targets(in: snapshots)
        var present: [Int: Set<Int>] = [:]
        for (index, suspect) in suspects.enumerated() {
            for visit in suspect.visits { present[Day(containing: visit).number, default: []].insert(index) }
        }
        self.present = present
    }

    /// What is published at the end, and what earlier backups still knew of it.
    private static func targets(in snapshots: [URL]) throws -> [Target] {
        var receipts: [Data: Data] = [:]
        var open: [Data: Day] = [:]
        for snapshot in snapshots {
            for row in try Dump(snapshot).rows(of: "question", in: "questions.sqlite") {
                guard let id: Data = row["id"] else { continue }
                receipts[id] = row["receipt"]
                if let received = (row["received"] as String?).flatMap(Day.init) { open[id] = received }
            }
        }
        guard let last = snapshots.last else { return [] }
        return try Dump(last).rows(of: "published", in: "questions.sqlite").compactMap { row in
            let id: Data = row["id"]
            guard let receipt = receipts[id] else { return nil }
            return Target(
                id: id, receipt: receipt, topic: row["topic"], text: row["text"], month: row["month"],
                openSince: open[id])
        }
    }
}

/// The files of one moment, read as anybody with SQLite reads them.
struct Dump {
    struct Table {
        let file: String
        let name: String
        let hasRowid: Bool
        let rows: [Row]
    }

    private let folder: URL

    init(_ folder: URL) { self.folder = folder }

    var files: [URL] {
        get throws {
            try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "sqlite" }.sorted { $0.path < $1.path }
        }
    }

    func rows(of table: String, in file: String) throws -> [Row] {
        try read(folder.appending(path: file)) { db in try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"") }
    }

    /// Every table of every file but the full-text indexes' own.
    func tables() throws -> [Table] {
        try files.flatMap { file in
            try read(file) { db in
                let tables = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT name, wr FROM pragma_table_list
                        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
                        """)
                return try tables.map { row in
                    let (name, hasRowid): (String, Bool) = (row["name"], !row["wr"])
                    return Table(
                        file: file.lastPathComponent, name: name, hasRowid: hasRowid,
                        rows: try Row.fetchAll(
                            db, sql: "SELECT \(hasRowid ? "rowid AS place, " : "")* FROM \"\(name)\""))
                }
            }
        }
    }

    func read<Result>(_ file: URL, _ body: (Database) throws -> Result) throws -> Result {
        try DatabaseQueue(path: file.path).read(body)
    }
}
