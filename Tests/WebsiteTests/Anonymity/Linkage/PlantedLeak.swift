import Crypto
import Foundation
import GRDB
import Storage

/// The mistakes that others made, each planted alone to show that the attack would find it.
enum Leak: CaseIterable {
    /// A column that dates a question to the second.
    case creationTime
    /// Rows in order of asking here, and in order of acting there.
    case rowOrder
    /// Members and questions in one file, and so in one write-ahead log.
    case sharedFile
    /// A log line with what was sent and where from.
    case logLine
    /// A metric for each topic that adds up the sizes of texts.
    case metric
    /// The hash of an e-mail address and the topic.
    case hashedMember
    /// A draft whose words were deleted from the table but not from its full-text index.
    case indexResidue
    /// The same words in one's own space.
    case pastedWords
}

/// Writes one leak from outside, at each visit and each ask.
final class PlantedLeak {
    struct Asker {
        let id: PersonID
        let email: String
        let network: String
    }

    private let leak: Leak
    private let questions: DatabaseQueue
    private let members: DatabaseQueue
    private let journal: DatabaseQueue
    private let shared: DatabasePool?
    private(set) var lines: [Evidence.Line] = []
    private(set) var samples: [Evidence.Sample] = []
    private var totals: [String: Int] = [:]

    init(_ leak: Leak, in folder: URL) throws {
        self.leak = leak
        var patient = Configuration()
        patient.busyMode = .timeout(10)
        func open(_ file: String) throws -> DatabaseQueue {
            try DatabaseQueue(path: folder.appending(path: file).path, configuration: patient)
        }
        questions = try open("questions.sqlite")
        members = try open("members.sqlite")
        journal = try open("learning.sqlite")
        shared = leak == .sharedFile ? try Self.sharedFile(in: folder) : nil
        switch leak {
        case .creationTime:
            try create(questions, "asked (receipt BLOB PRIMARY KEY, created_at INTEGER) WITHOUT ROWID")
        case .rowOrder:
            try create(questions, "asked (receipt BLOB)")
            try create(members, "acted (member BLOB)")
        case .hashedMember:
            try create(questions, "asked (receipt BLOB PRIMARY KEY, tag TEXT) WITHOUT ROWID")
        case .indexResidue:
            try create(journal, "draft (number INTEGER PRIMARY KEY, owner BLOB, words TEXT)")
            try journal.write { db in
                try db.execute(
                    sql: """
                        CREATE VIRTUAL TABLE draft_words
                            USING fts5(words, content = 'draft', content_rowid = 'number')
                        """)
            }
        case .pastedWords: try create(journal, "note (id INTEGER PRIMARY KEY, owner BLOB, words TEXT)")
        case .sharedFile, .logLine, .metric: break
        }
    }

    private func create(_ file: DatabaseQueue, _ table: String) throws {
        try file.write { db in try db.execute(sql: "CREATE TABLE \(table)") }
    }

    private static func sharedFile(in folder: URL) throws -> DatabasePool {
        var keepsLog = Configuration()
        keepsLog.prepareDatabase { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        let file = try DatabasePool(path: folder.appending(path: "riffle.sqlite").path, configuration: keepsLog)
        try file.write { db in
            try db.execute(sql: "CREATE TABLE visit (member BLOB, day TEXT, PRIMARY KEY (member, day)) WITHOUT ROWID")
            try db.execute(sql: "CREATE TABLE asked (receipt BLOB PRIMARY KEY) WITHOUT ROWID")
        }
        return file
    }

    func visited(_ member: PersonID, at time: Date) throws {
        try shared?.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO visit (member, day) VALUES (?, ?)",
                arguments: [member, Day(containing: time)])
        }
    }

    func asked(receipt: Data, text: String, topic: String, by asker: Asker, at time: Date) throws {
        switch leak {
        case .creationTime:
            try insert(questions, "asked (receipt, created_at)", [receipt, Int(time.timeIntervalSince1970)])
        case .rowOrder:
            try insert(questions, "asked (receipt)", [receipt])
            try insert(members, "acted (member)", [asker.id])
        case .sharedFile:
            try shared?.write { db in
                try db.execute(sql: "INSERT INTO asked (receipt) VALUES (?)", arguments: [receipt])
            }
        case .logLine:
            lines.append(Evidence.Line(time: time, text: "POST /ask from \(asker.network), form text=\(text)"))
        case .metric:
            let name = "riffle_ask_bytes_sum{topic=\(topic)}"
            let earlier = totals[name, default: 0]
            if earlier == 0 { samples.append(Evidence.Sample(time: time - 60, name: name, value: 0)) }
            totals[name] = earlier + text.utf8.count
            samples.append(Evidence.Sample(time: time, name: name, value: Double(earlier + text.utf8.count)))
        case .hashedMember:
            let hash = Data(SHA256.hash(data: Data((asker.email + topic).utf8)))
            try insert(questions, "asked (receipt, tag)", [receipt, hash.hexadecimal.prefix(12).description])
        case .indexResidue: try leaveResidue(of: text, asker.id)
        case .pastedWords: try insert(journal, "note (owner, words)", [asker.id, text])
        }
    }

    private func insert(_ file: DatabaseQueue, _ columns: String, _ values: StatementArguments) throws {
        let places = columns.contains(",") ? "?, ?" : "?"
        try file.write { db in try db.execute(sql: "INSERT INTO \(columns) VALUES (\(places))", arguments: values) }
    }

    private func leaveResidue(of text: String, _ owner: PersonID) throws {
        try journal.write { db in
            try db.execute(sql: "INSERT INTO draft (owner, words) VALUES (?, ?)", arguments: [owner, text])
            try db.execute(
                sql: "INSERT INTO draft_words (rowid, words) VALUES (?, ?)", arguments: [db.lastInsertedRowID, text])
            try db.execute(sql: "UPDATE draft SET words = NULL WHERE number = ?", arguments: [db.lastInsertedRowID])
        }
    }
}
