import Foundation
import GRDB
import Outbound
import Storage

/// Follows an RPDE feed from where we are to its end, into the source's spool.
///
/// Pages are acknowledged with the address after them, so that a stopped harvest goes on there; one that is killed asks
/// again for the last megabytes. Nothing of it is in the tables before the end was reached: a feed that loops or breaks
/// off changes nothing that members see.
struct FollowFeed: Sendable {
    let asking: Asking
    let source: Source
    let turn: Turn
    let spools: Spools
    let progress: @Sendable (HarvestProgress) -> Void

    /// Deleted items may leave a feed after 48 hours: whoever was away longer has to read everything.
    private static let longestAway = 48.0 * 3_600
    /// So many pages in a row that bring nothing new are a circle that has no end.
    private static let mostStale = 20
    private static let largestPage = 64 << 20
    /// So much, or so long, is asked for again at most.
    private static let acknowledgedBytes = 8 << 20
    private static let acknowledgedSeconds = 10.0

    func follow(from known: HarvestState) async throws -> Asked {
        var state = known
        let isWhole = rewind(&state)
        var first: FeedPage?
        if !isWhole, state.ahead == nil, let position = state.position {
            let end = try WebAddress(position)
            first = try await page(at: end, &state)
            guard let first, !first.items.isEmpty || first.next != end else { return .unchanged(reached(state, end)) }
        }
        try await turn.take(knowing: known, in: asking.file, asking.world)
        var acknowledged = state.ahead
        do {
            return try await follow(&state, from: first, isWhole: isWhole, &acknowledged)
        } catch {
            if state.ahead != acknowledged {
                // A task that was cancelled may write no more, and this has to be written.
                await Task { [state] in try? await acknowledge(state) }.value
            }
            throw error
        }
    }

    private func follow(
        _ state: inout HarvestState, from known: FeedPage?, isWhole: Bool, _ acknowledged: inout String?
    ) async throws -> Asked {
        var (spool, address) = try resume(&state)
        acknowledged = state.ahead
        var (bytes, moment) = (state.spooled, asking.world.now())
        var rounds = Rounds()
        var count = 0
        var first = known
        while true {
            try rounds.visit(address)
            let page: FeedPage
            if let known = first {
                (page, first) = (known, nil)
            } else {
                guard let asked = try await self.page(at: address, &state) else {
                    return .unchanged(reached(state, address))
                }
                page = asked
            }
            if page.next == address {
                if page.items.isEmpty { break }
                throw HarvestFailure(description: "The page \(address) holds items and leads to itself.")
            }
            rounds.note(page)
            if rounds.stalePages >= Self.mostStale {
                throw HarvestFailure(
                    description: "The feed repeats itself: \(Self.mostStale) pages up to \(address) hold nothing new.")
            }
            if !page.items.isEmpty { try spool.add(page.list + Data(",\n".utf8)) }
            count += page.items.count
            address = page.next
            (state.ahead, state.spooled) = (address.description, spool.size)
            // Each costs a sync of the disk.
            let now = asking.world.now()
            if spool.size - bytes >= Self.acknowledgedBytes
                || now.timeIntervalSince(moment) >= Self.acknowledgedSeconds
            {
                try await acknowledge(state)
                (acknowledged, bytes, moment) = (state.ahead, spool.size, now)
            }
            progress(HarvestProgress(phase: .fetching, items: count, refused: 0, share: nil))
        }
        if state.spooled <= 1, !isWhole { return .unchanged(reached(state, address)) }
        try spool.add(Data("]".utf8))
        return .items(
            Obtained(
                file: spools.file(of: source.name), name: source.location, isWhole: isWhole,
                state: reached(state, address)))
    }

    /// Whether all of the feed has to be read, from its beginning.
    private func rewind(_ state: inout HarvestState) -> Bool {
        let now = asking.world.now().timeIntervalSince1970
        if now - (state.reached ?? 0) > Self.longestAway {
            // What waits in the spool is too old to follow.
            (state.position, state.ahead, state.spooled, state.reached) = (nil, nil, 0, now)
        }
        return state.position == nil
    }

    private func resume(_ state: inout HarvestState) throws -> (Spool, WebAddress) {
        if let ahead = state.ahead, let spool = try spools.open(source.name, after: state.spooled) {
            return (spool, try WebAddress(ahead))
        }
        // Where the file is gone, its pages are asked for again.
        (state.ahead, state.spooled) = (nil, 0)
        let spool = try spools.begin(source.name)
        try spool.add(Data("[".utf8))
        return (spool, try WebAddress(state.position ?? source.location))
    }

    /// How the source stands once everything up to here is in the tables.
    private func reached(_ state: HarvestState, _ end: WebAddress) -> HarvestState {
        var next = state
        next.position = end.description
        next.reached = asking.world.now().timeIntervalSince1970
        (next.ahead, next.spooled) = (nil, 0)
        return next
    }

    /// - Returns: nil where it is the end we know, and nothing has come after it.
    private func page(at address: WebAddress, _ state: inout HarvestState) async throws -> FeedPage? {
        var fetch = Fetch(address)
        fetch.limits.unpacked = Self.largestPage
        if state.ahead == nil, state.position == address.description { fetch.ifChanged(since: state.etag, nil) }
        let pile = PageBytes()
        let reply = try await asking.ask(fetch) { piece in pile.add(piece) }
        if reply.isUnchanged { return nil }
        let page = try FeedPage(pile.bytes, from: address)
        state.etag = page.items.isEmpty ? reply.headers["etag"] : nil
        return page
    }

    private func acknowledge(_ state: HarvestState) async throws {
        let now = asking.world.now()
        try await asking.file.write { db in
            try turn.keep(in: db, at: now)
            try state.save(db, source.name, on: Day(containing: now))
        }
    }
}

/// Whether a feed goes round in a rounds.
private struct Rounds {
    private var visited: Set<Int> = []
    private var items: Set<Int> = []
    private(set) var stalePages = 0

    mutating func visit(_ address: WebAddress) throws {
        guard visited.insert(address.description.hashValue).inserted else {
            throw HarvestFailure(description: "The feed leads back to \(address), where it has been before.")
        }
    }

    mutating func note(_ page: FeedPage) {
        var isNew = page.items.isEmpty
        page.bytes.withUnsafeBytes { bytes in
            for item in page.items {
                var hasher = Hasher()
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[item]))
                if items.insert(hasher.finalize()).inserted { isNew = true }
            }
        }
        stalePages = isNew ? 0 : stalePages + 1
    }
}
