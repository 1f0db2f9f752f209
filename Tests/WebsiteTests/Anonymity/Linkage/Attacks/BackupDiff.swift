import Foundation
import GRDB

/// Compares the backups of two months: of whom there is more, asked more of what is new.
struct BackupDiff: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        var found = [[Double]?](repeating: nil, count: evidence.targets.count)
        let rows = RowsOfQuestions(evidence.targets)
        var (earlier, known) = ([Double](repeating: 0, count: evidence.suspects.count), Set<Int>())
        for snapshot in evidence.snapshots {
            let tables = try Dump(snapshot).tables()
            let sums = Self.sums(tables.filter { $0.file != "questions.sqlite" }, evidence.suspects)
            let growth = zip(sums, earlier).map { max(0, $0 - $1) }
            let new = Set(tables.filter { $0.name == "question" }.flatMap(\.rows).compactMap(rows.question))
                .subtracting(known)
            let average = max(growth.reduce(0, +) / Double(growth.count), 1e-9)
            for question in new { found[question] = growth.map { 0.5 + $0 / average } }
            (earlier, known) = (sums, known.union(new))
        }
        return found
    }

    /// For each member the rows that name them and the small numbers in those rows, all added up.
    private static func sums(_ tables: [Dump.Table], _ suspects: [Evidence.Suspect]) -> [Double] {
        let people = PeopleInRows(suspects)
        var sums = [Double](repeating: 0, count: suspects.count)
        for row in tables.flatMap(\.rows) {
            guard let suspect = people.suspect(row) else { continue }
            sums[suspect] += 1
            for (column, value) in row where column != "place" {
                if case .int64(let number) = value.storage, (1...1_000).contains(number) {
                    sums[suspect] += Double(number)
                }
            }
        }
        return sums
    }
}
