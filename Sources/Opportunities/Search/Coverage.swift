import Foundation
import GRDB
import TextSearch

/// Which rows hold which of the words, and where: what coverage and its explanation are read from.
struct Coverage {
    private let words: [String]
    private let anywhere: [Set<Int>]
    private let inTitle: [Set<Int>]
    /// How much each word tells apart: the rarer, the more.
    private let worth: [Double]
    let gained: Set<Int>
    let needed: Set<Int>

    init(_ search: Search, among numbers: Set<Int>, in db: Database) throws {
        let total = try Double(Int.fetchOne(db, sql: "SELECT count(*) FROM opportunity WHERE withdrawn IS NULL") ?? 0)
        func rows(_ expression: String) throws -> Set<Int> {
            try Set.fetch(db, matching: expression)
        }
        words = search.words.words
        let found = try words.map { try rows(Query.quoted($0)) }
        worth = found.map { log(1 + (total - Double($0.count) + 0.5) / (Double($0.count) + 0.5)) }
        anywhere = found.map { $0.intersection(numbers) }
        inTitle = try words.map { try rows("{title} : \(Query.quoted($0))").intersection(numbers) }
        let develops = Query(search.develops).expression(.any)
        let brings = Query(search.brings).expression(.any)
        gained = try develops.map { try rows("{gains} : (\($0))").intersection(numbers) } ?? []
        needed = try (develops ?? brings).map { try rows("{needs} : (\($0))").intersection(numbers) } ?? []
    }

    /// From 0 to 1, by worth.
    func share(of number: Int) -> Double { share(of: number, in: anywhere) }
    func shareInTitle(of number: Int) -> Double { share(of: number, in: inTitle) }
    func found(in number: Int) -> [String] { held(by: number, in: anywhere) }
    func foundInTitle(of number: Int) -> [String] { held(by: number, in: inTitle) }

    private func share(of number: Int, in rows: [Set<Int>]) -> Double {
        let whole = worth.reduce(0, +)
        guard whole > 0 else { return 0 }
        return zip(worth, rows).reduce(0) { $0 + ($1.1.contains(number) ? $1.0 : 0) } / whole
    }

    private func held(by number: Int, in rows: [Set<Int>]) -> [String] {
        zip(words, rows).filter { $0.1.contains(number) }.map(\.0)
    }
}

extension Set<Int> {
    fileprivate static func fetch(_ db: Database, matching expression: String) throws -> Set<Int> {
        try Int.fetchSet(db, sql: "SELECT rowid FROM searchable WHERE searchable MATCH ?", arguments: [expression])
    }
}
