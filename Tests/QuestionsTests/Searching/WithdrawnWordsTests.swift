import GRDB
import Storage
import Synchronization
import TestSupport
import Testing
import TextSearch

@testable import Questions

/// What was withdrawn or corrected is not found by what it said, from the moment the act is acknowledged: also in a
/// community so large that the index is derived beside the searches, and where another process did it.
@Suite struct WithdrawnWordsTests {
    /// A second opening of the same file, as another process has it: with connections and an index of its own. Of any size
    /// it reads its index beside the searches, when the test says so.
    private final class Elsewhere: Sendable {
        let desk: Desk
        private let waiting: Waiting

        private final class Waiting: Sendable {
            let work = Mutex<[@Sendable () async -> Void]>([])
        }

        init(_ open: OpenDesk) async throws {
            let waiting = Waiting()
            self.waiting = waiting
            let index = PublishedIndex(quick: 0) { work in waiting.work.withLock { $0.append(work) } }
            desk = try Desk(folder: open.folder, world: open.clock.world, index: index)
            try await desk.readIndex()
        }

        func found(_ typed: String) async throws -> [ID<Question>] {
            let listing = try await desk.search(typed, topic: nil, page: 1)
            #expect(listing.total == listing.items.count)
            return listing.items.map(\.id)
        }

        /// - Returns: how many times the index was read anew.
        func catchUp() async -> Int {
            let work = waiting.work.withLock { work in
                defer { work = [] }
                return work
            }
            for one in work { await one() }
            return work.count
        }
    }

    private func note() throws -> PublicNote { try PublicNote("These words point to somebody.", field: "reason") }

    private func takeDown(_ id: ID<Question>, _ open: OpenDesk) async throws {
        let version = try #require(try await open.desk.published(id)).version
        try await open.desk.takeDown(id, reason: try note(), version: version, by: open.yasmin)
    }

    private func correct(_ id: ID<Question>, to text: String, _ open: OpenDesk) async throws {
        let version = try #require(try await open.desk.published(id)).version
        try await open.desk.correct(
            open.nerys, of: id, to: try Answer.Draft(text), note: try note(), version: version, by: open.yasmin)
    }

    private static let named = "Ask Zebulon Quartermaine, who has done this for many years."

    @Test("What was taken down is found no more, nor offered for a slip, nor named as similar")
    func takenDown() async throws {
        try await withDesk { open in
            let gone = try await open.published("Who knows about heliotropes?", answer: Self.named).id
            let other = try await open.published("Who knows about pelicans?").id
            let elsewhere = try await Elsewhere(open)
            #expect(try await elsewhere.found("Zebulon") == [gone])
            try await takeDown(gone, open)
            for _ in 1...2 {
                for typed in ["Zebulon", "Quartermaine", "heliotropes", "heliotrope", "\"Zebulon Quartermaine\""] {
                    #expect(try await elsewhere.found(typed).isEmpty, "\(typed)")
                }
                #expect(try await elsewhere.desk.search("Quartermane", topic: nil, page: 1).corrected == nil)
                #expect(try await elsewhere.found("knows about") == [other])
                guard case .open(_, let similar) = try await elsewhere.desk.page(of: other) else {
                    return #expect(Bool(false))
                }
                #expect(similar.isEmpty)
                #expect(
                    try await elsewhere.desk.specialties(for: "Zebulon Quartermaine").allSatisfy { $0.words.isEmpty })
                _ = await elsewhere.catchUp()
            }
        }
    }

    @Test("What was corrected is not found by the words it had, and by those it has once the index has caught up")
    func corrected() async throws {
        try await withDesk { open in
            let id = try await open.published("Who knows about heliotropes?", answer: Self.named).id
            let elsewhere = try await Elsewhere(open)
            try await correct(id, to: "Ask a gardener, who has done this for many years.", open)
            #expect(try await elsewhere.found("Zebulon").isEmpty)
            #expect(try await elsewhere.desk.search("Zebulun", topic: nil, page: 1).corrected == nil)
            #expect(await elsewhere.catchUp() == 1)
            #expect(try await elsewhere.found("Zebulon").isEmpty)
            #expect(try await elsewhere.found("gardener") == [id])
            #expect(await elsewhere.catchUp() == 0)
        }
    }

    @Test("A page that gets the number of one that was taken down is not found by its words")
    func numberAgain() async throws {
        try await withDesk { open in
            let gone = try await open.published("Who knows about heliotropes?", answer: Self.named)
            let page = try #require(try await open.desk.published(gone.id))
            let elsewhere = try await Elsewhere(open)
            try await takeDown(gone.id, open)
            let world = open.clock.world
            try await open.desk.database.write { db in
                try db.execute(
                    sql:
                        "INSERT INTO published (number, id, topic, text, month, version) VALUES (?, ?, 'careers', ?, ?, ?)",
                    arguments: [page.number, world.id() as ID<Question>, "Who sings?", world.today.month, page.version])
                try db.execute(
                    sql: "INSERT INTO published_words (rowid, question, answer) VALUES (?, 'Who sings?', '')",
                    arguments: [page.number])
            }
            #expect(try await elsewhere.found("Zebulon").isEmpty)
            #expect(await elsewhere.catchUp() == 1)
            #expect(try await elsewhere.found("sings").count == 1)
        }
    }

    @Test("A change that is undone leaves no words behind")
    func undone() async throws {
        struct Undo: Error {}
        try await withDesk { open in
            let id = try await open.published("Who knows about heliotropes?", answer: Self.named).id
            let number = try #require(try await open.desk.published(id)).number
            #expect(try await open.found("Zebulon") == [id])
            await #expect(throws: Undo.self) {
                try await open.desk.database.write { db in
                    try db.execute(
                        sql: "UPDATE published_words SET answer = 'Ask Ignatius.' WHERE rowid = ?", arguments: [number])
                    try db.execute(sql: "UPDATE published SET version = version + 1")
                    #expect(try open.desk.pages(db).standing?.isEmpty == true)
                    throw Undo()
                }
            }
            try await correct(id, to: "Ask a gardener, who has done this for many years.", open)
            #expect(try await open.found("Ignatius").isEmpty)
            #expect(try await open.found("gardener") == [id])
        }
    }

    @Test("In a community of usual size what is published elsewhere is found by the very next search")
    func nextSearch() async throws {
        try await withDesk { open in
            let other = try Desk(folder: open.folder, world: open.clock.world)
            for number in 1...3 {
                let id = try await open.published("Who knows about heliotrope \(number)?").id
                #expect(try await other.search("\"heliotrope \(number)\"", topic: nil, page: 1).items.map(\.id) == [id])
            }
        }
    }
}
