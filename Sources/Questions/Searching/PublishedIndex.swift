import GRDB
import Synchronization
import TextSearch

/// The edition that searches are answered from, derived anew when published pages have changed.
///
/// Whether they have is asked of the file in the transaction of each search, so that what another process changes counts
/// from the moment it is acknowledged. An edition that is not of that moment serves only for those pages whose words are
/// the same in the transaction: what was withdrawn or corrected since cannot be found by what it said.
final class PublishedIndex: Sendable {
    private struct State {
        var current: PublishedEdition?
        var isRenewing = false
        var standing: Standing?
    }

    /// What of an edition stands at another moment of the file.
    private struct Standing {
        let edition: Int
        let generation: Int
        let documents: DocumentSet?
    }

    private let state = Mutex(State())
    /// So many are derived while the search waits, which takes about a second; a larger community's beside the searches.
    private let quick: Int
    private let beside: Beside

    /// Begins work beside the searches.
    typealias Beside = @Sendable (@escaping @Sendable () async -> Void) -> Void

    init(quick: Int = 20_000, beside: @escaping Beside = { work in Task { await work() } }) {
        self.quick = quick
        self.beside = beside
    }

    /// What this transaction can search.
    func pages(in db: Database, of file: DatabasePool) throws -> SearchablePages {
        // What is not committed yet never becomes an edition: it may be undone, and its number given to other words.
        let isReading = db.configuration.readonly
        let edition =
            try isReading
            ? self.edition(in: db, of: file) : file.read { committed in try self.edition(in: committed, of: file) }
        let generation = try PublishedEdition.generation(db)
        guard edition.generation != generation else { return SearchablePages(edition.finder, standing: nil) }
        let known = state.withLock(\.standing)
        if isReading, let known, known.edition == edition.generation, known.generation == generation {
            return SearchablePages(edition.finder, standing: known.documents)
        }
        let documents = try edition.standing(in: db)
        if isReading {
            let standing = Standing(edition: edition.generation, generation: generation, documents: documents)
            state.withLock { $0.standing = standing }
        }
        return SearchablePages(edition.finder, standing: documents)
    }

    private func edition(in db: Database, of file: DatabasePool) throws -> PublishedEdition {
        let generation = try PublishedEdition.generation(db)
        return try state.withLock { state in
            if let current = state.current {
                if current.generation >= generation { return current }
                if current.count > quick {
                    if !state.isRenewing { beside { [self] in await renew(from: file) } }
                    state.isRenewing = true
                    return current
                }
            }
            let edition = try PublishedEdition(db)
            state.current = edition
            return edition
        }
    }

    private func renew(from file: DatabasePool) async {
        let renewed = try? await file.read { db in try PublishedEdition(db) }
        state.withLock { state in
            state.isRenewing = false
            if let renewed { state.current = renewed }
        }
    }
}
