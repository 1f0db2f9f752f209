import Foundation
import GRDB
import TestSupport
import Testing

@testable import TextSearch

/// An index in a file is believed only where it is whole and of this very table.
struct KeptIndexTests {
    private static let documents = (0..<5_000).map { number in
        (
            title: "Walk dog \(number % 7)",
            text: "the quick dog of number \(number) walks w\(number % 40)x beside people"
        )
    }

    @Test func `it finds the same as the one it was kept from`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "words")
            let index = try SmallIndex(Self.documents, neighboursFrom: 100).index
            try index.keep(in: file, key: [1, 2])
            let kept = try SearchIndex.kept(in: file, key: [1, 2], fields: SmallIndex.fields)
            #expect(kept.count == index.count && kept.postings == index.postings)
            #expect(kept.vocabulary.map(\.word) == index.vocabulary.map(\.word))
            for words in ["dog", "quick w7x", "walks beside people", "4999"] {
                var wanted = SmallIndex.wanted(words)
                #expect(kept.best(30, of: wanted) == index.best(30, of: wanted))
                let finder = (Finder(kept, language: Language()), Finder(index, language: Language()))
                let found = (
                    finder.0.best(30, of: finder.0.understand(words)), finder.1.best(30, of: finder.1.understand(words))
                )
                #expect(!found.0.isEmpty && found.0 == found.1)
                wanted.phrases = [.init(["quick", "dog"])]
                #expect(kept.matches(of: wanted) == index.matches(of: wanted))
            }
            #expect(kept.row(of: 0) == 10)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["words"])
        }
    }

    @Test func `one for another key, cut short, or changed in any byte is not believed`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "words")
            try SmallIndex(Array(Self.documents.prefix(40))).index.keep(in: file, key: [1, 2])
            let whole = try Data(contentsOf: file)
            func isBelieved(key: [UInt8] = [1, 2]) -> Bool {
                (try? SearchIndex.kept(in: file, key: key, fields: SmallIndex.fields)) != nil
            }
            #expect(isBelieved())
            #expect(!isBelieved(key: [1, 3]))
            for length in stride(from: 0, to: whole.count, by: 97) {
                try whole.prefix(length).write(to: file)
                #expect(!isBelieved())
            }
            try (whole + [0]).write(to: file)
            #expect(!isBelieved())
            for place in stride(from: 0, to: whole.count, by: 41) {
                var changed = whole
                changed[place] ^= 0x80
                try changed.write(to: file)
                #expect(!isBelieved(), "byte \(place)")
            }
        }
    }

    @Test func `what cannot be written leaves what was there`() async throws {
        try await withTemporaryFolder { folder in
            let index = try SmallIndex([("a", "b")]).index
            #expect(throws: CocoaError.self) { try index.keep(in: folder.appending(path: "none/words"), key: []) }
            let file = folder.appending(path: "words")
            try index.keep(in: file, key: [1])
            // A writer that never finishes, as when the program is killed.
            let writer = try ArrayWriter(file, key: [2])
            try writer.write([1, 2, 3])
            #expect((try? SearchIndex.kept(in: file, key: [1], fields: SmallIndex.fields)) != nil)
        }
    }

    @Test func `every change of the table makes another key`() throws {
        try DatabaseQueue().writeWithoutTransaction { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE words USING fts5(title, text)")
            var keys: Set<[UInt8]> = []
            func note() throws {
                #expect(keys.insert(try SearchIndex.key(of: "words", fields: SmallIndex.fields, in: db)).inserted)
            }
            try note()
            for sql in [
                "INSERT INTO words (rowid, title, text) VALUES (1, 'one', 'two three')",
                "INSERT INTO words (rowid, title, text) VALUES (2, 'four', 'five six')",
                "UPDATE words SET text = 'six five' WHERE rowid = 2", "DELETE FROM words WHERE rowid = 1",
                "INSERT INTO words (rowid, title, text) VALUES (1, 'one', 'two three')",
            ] {
                try db.inTransaction {
                    try db.execute(sql: sql)
                    return .commit
                }
                try note()
            }
            let other = try SearchIndex.key(of: "words", fields: Array(SmallIndex.fields.reversed()), in: db)
            #expect(keys.insert(other).inserted)
        }
    }
}
