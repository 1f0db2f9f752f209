import GRDB
import Testing
import TextSearch

@Suite("A query")
struct QueryTests {
    @Test(
        "keeps the words and drops everything else",
        arguments: [
            ("Garden party", ["garden", "party"]),
            ("c++", ["c"]),
            ("can't stop", ["can't", "stop"]),
            ("can\u{2019}t", ["can't"]),
            ("dogs' home", ["dogs", "home"]),
            ("'quoted'", ["quoted"]),
            ("\"unbalanced", ["unbalanced"]),
            ("a AND", ["a", "and"]),
            ("title:x') AND", ["title", "x"]),
            ("gardening in the park", ["gardening", "park"]),
            ("IT support", ["it", "support"]),
            ("to be or", ["to", "be", "or"]),
            ("park PARK Park", ["park"]),
            ("3-4 hours", ["3", "4", "hours"]),
            ("café \u{1F98A}", ["café"]),
            ("dog\u{0}cat", ["dog", "cat"]),
            ("NEAR(one two)", ["near", "one", "two"]),
        ])
    func words(typed: String, expected: [String]) {
        #expect(Query(typed).words == expected)
    }

    @Test(
        "is empty when nothing searchable was typed",
        arguments: ["", " ", "()", "\u{0}", "\u{1F98A}", "+++", "' ' '", "\u{301}", "*"])
    func empty(typed: String) {
        #expect(Query(typed).isEmpty)
        #expect(Query(typed).expression(.all) == nil)
        #expect(Query(typed).expression(.any) == nil)
    }

    @Test("asks for all words or any, each quoted")
    func expressions() {
        #expect(Query("dog walking").expression(.all) == "\"dog\" \"walking\"")
        #expect(Query("dog walking").expression(.any) == "\"dog\" OR \"walking\"")
    }

    @Test("looks at no more than 32 words of 64 letters")
    func bounded() {
        #expect(Query((1...500).map { "w\($0)" }.joined(separator: " ")).words.count == 32)
        #expect(Query(String(repeating: "x", count: 100_000)).words == [String(repeating: "x", count: 64)])
    }

    @Test(
        "never makes SQLite refuse, whatever was typed",
        arguments: [
            "c++", "can't", "\"unbalanced", "a AND", "AND OR NOT NEAR", "title:x') AND", "^start", "{a b} : c",
            "-minus",
            "wild*", String(repeating: "(", count: 10_240), "a\u{0}b", "\u{1F98A}\u{200D}\u{2696}\u{FE0F}",
            "\u{10FFFD}",
            String(repeating: "\"", count: 999), "\u{1E900}\u{1F1EC}\u{1F1E7} dog", "हिन्दी", "日本語", "٣", "½",
        ])
    func hostile(typed: String) throws {
        let index = try DatabaseQueue()
        try index.write { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'porter unicode61 remove_diacritics 2')")
            try db.execute(sql: "INSERT INTO t VALUES ('A dog can''t code in C')")
            for demand in [Query.Demand.all, .any] {
                guard let expression = Query(typed).expression(demand) else { continue }
                let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM t WHERE t MATCH ?", arguments: [expression])
                #expect(found == 0 || found == 1)
            }
        }
    }

    @Test(
        "finds words as they were indexed",
        arguments: [
            ("can't", 1), ("cans", 2), ("dogs", 1), ("CAFE", 1), ("walks", 0), ("dog walks", 0),
        ])
    func finds(typed: String, expected: Int) throws {
        let index = try DatabaseQueue()
        try index.write { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'porter unicode61 remove_diacritics 2')")
            try db.execute(sql: "INSERT INTO t VALUES ('A dog can''t code'), ('Can I help in your café?')")
            let expression = try #require(Query(typed).expression(.all))
            let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM t WHERE t MATCH ?", arguments: [expression])
            #expect(found == expected)
        }
    }
}
