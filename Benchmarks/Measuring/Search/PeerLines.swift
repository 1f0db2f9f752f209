import Foundation
import GRDB
import Opportunities

/// The corpus as lines of JSON, for engines that are no part of this program.
enum PeerLines {
    /// A line: `number`; `title`, `organisation`, `tags`, `text`, the columns of the stock index; `cause`, `remote` and
    /// `day`, for counting; `filters`, exact terms (`cause:AnimalWelfare`, `cell:514_-2`: tenths of a degree);
    /// `worth`, by which what was asked without words is ordered.
    static func write(_ corpus: CorpusFolder, to file: URL) async throws {
        let unfinished = file.appendingPathExtension("unfinished")
        try Data().write(to: unfinished)
        let handle = try FileHandle(forWritingTo: unfinished)
        try await corpus.catalogue.database.read { db in
            var gathered = Data()
            let lines = try String.fetchCursor(db, sql: sql)
            while let line = try lines.next() {
                gathered.append(contentsOf: line.utf8)
                gathered.append(UInt8(ascii: "\n"))
                if gathered.count > 1 << 22 {
                    try handle.write(contentsOf: gathered)
                    gathered.removeAll(keepingCapacity: true)
                }
            }
            try handle.write(contentsOf: gathered)
        }
        try handle.close()
        try FileManager.default.moveItem(at: unfinished, to: file)
    }

    private static let causes = "SELECT cause FROM cause WHERE opportunity = number ORDER BY cause"
    private static let cells = """
        SELECT DISTINCT 'cell:' || CAST(floor(latitude * 10) AS INTEGER) || '_' || CAST(floor(longitude * 10) AS INTEGER) AS term
        FROM whereabouts WHERE opportunity = number AND latitude IS NOT NULL
        """
    private static let sql = """
        SELECT json_object(
            'number', number, 'title', s.title, 'organisation', s.organisation, 'tags', \(StockIndex.tags), 'text', s.text,
            'cause', (SELECT json_group_array(cause) FROM (\(causes))),
            'remote', CASE remote WHEN 1 THEN 'remote' ELSE 'in person' END,
            'day', (SELECT json_group_array(weekday) FROM (
                SELECT DISTINCT CAST(weekday AS TEXT) AS weekday FROM slot WHERE opportunity = number)),
            'filters', (SELECT json_group_array(term) FROM (
                SELECT 'cause:' || cause AS term FROM (\(causes)) UNION ALL \(cells))),
            'worth', CAST(1000 * quality AS INTEGER))
        FROM searchable s JOIN opportunity o ON o.number = s.rowid ORDER BY number
        """
}
