import Foundation
import Outbound

extension Asking {
    /// Fetches a source's one document into its spool.
    func document(_ source: Source, _ state: HarvestState, in spools: Spools) async throws -> Asked {
        let address = try WebAddress(source.location)
        var fetch = Fetch(address)
        fetch.ifChanged(since: state.etag, state.modified)
        let spool = try spools.begin(source.name)
        let reply = try await ask(fetch) { piece in try spool.add(piece) }
        if reply.isUnchanged { return .unchanged(state) }
        var next = state
        next.etag = reply.headers["etag"]
        next.modified = reply.headers["last-modified"]
        return .items(
            Obtained(file: spools.file(of: source.name), name: "\(address)", isWhole: true, state: next))
    }
}

extension Asking {
    /// A file, or an address fetched once without any state: of a feed its first page.
    func once(_ source: Source, in spools: Spools) async throws -> Obtained {
        guard source.isFetched else {
            let file = URL(filePath: source.location)
            return Obtained(file: file, name: file.lastPathComponent, isWhole: true, state: HarvestState())
        }
        guard source.format == .rpde else {
            if case .items(let obtained) = try await document(source, HarvestState(), in: spools) { return obtained }
            throw HarvestFailure(description: "\(source.location) sends nothing.")
        }
        let address = try WebAddress(source.location)
        let pile = PageBytes()
        _ = try await ask(Fetch(address)) { piece in pile.add(piece) }
        let spool = try spools.begin(source.name)
        try spool.add(Data("[".utf8))
        try spool.add(try FeedPage(pile.bytes, from: address).list)
        try spool.add(Data("]".utf8))
        return Obtained(
            file: spools.file(of: source.name), name: source.location, isWhole: true, state: HarvestState())
    }
}
