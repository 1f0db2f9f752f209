import Foundation
import GRDB
import Storage

/// Takes the order of rows for the order of asking. Where another file keeps an order of members that is as long, the
/// two are laid side by side; otherwise a question's place among those of its month tells about which day it was.
struct OrderJoin: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        var found = [[Double]?](repeating: nil, count: evidence.targets.count)
        guard let last = evidence.snapshots.last else { return found }
        let rows = RowsOfQuestions(evidence.targets)
        let tables = try Dump(last).tables().filter(\.hasRowid)
        let people = PeopleInRows(evidence.suspects)
        let orders = tables.filter { $0.file != "questions.sqlite" }.map { table in
            Self.sorted(table).compactMap(people.suspect)
        }
        for table in tables where table.file == "questions.sqlite" {
            let questions = Self.sorted(table).compactMap(rows.question)
            guard questions.count > 1, Set(questions).count == questions.count else { continue }
            // Published questions have an order of their own, whatever else counts as many rows.
            if table.name != "published", let twin = orders.first(where: { $0.count == questions.count }) {
                for (question, suspect) in zip(questions, twin) {
                    Self.add(evidence.suspects.indices.map { $0 == suspect ? 1 : 1e-2 }, to: &found[question])
                }
            } else {
                for (question, weights) in evidence.weights(inOrder: questions) {
                    Self.add(weights, to: &found[question])
                }
            }
        }
        return found
    }

    private static func add(_ weights: [Double], to found: inout [Double]?) {
        found = found.map { zip($0, weights).map(*) } ?? weights
    }

    private static func sorted(_ table: Dump.Table) -> [Row] {
        table.rows.sorted { ($0["place"] as Int) < ($1["place"] as Int) }
    }
}

/// Which rows name a member.
struct PeopleInRows {
    private let places: [Data: Int]

    init(_ suspects: [Evidence.Suspect]) {
        places = Dictionary(uniqueKeysWithValues: suspects.enumerated().map { ($1.id, $0) })
    }

    func suspect(_ row: Row) -> Int? {
        for (_, value) in row {
            if case .blob(let bytes) = value.storage, let place = places[bytes] { return place }
        }
        return nil
    }
}

extension Evidence {
    /// Reads an order as time: of n questions of a month, the k-th was released about k/n into it.
    func weights(inOrder questions: [Int]) -> [(question: Int, weights: [Double])] {
        Dictionary(grouping: questions, by: { targets[$0].month }).flatMap { month, questions in
            let first = month.firstDay
            let length = (first + 31).month.firstDay - first
            return questions.enumerated().map { place, question in
                let released = first.number + (place * length + length / 2) / questions.count
                let days = released - 1 - Conceded.lag.upperBound...released + 1 - Conceded.lag.lowerBound
                return (question, Conceded.weights(on: days, self).map { $0 + 0.5 })
            }
        }
    }
}
