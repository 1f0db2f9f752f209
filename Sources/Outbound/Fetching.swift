package import Foundation

extension WayOut {
    /// Fetches a document and gives its body to `receive` piece by piece, as it arrives and unpacked.
    ///
    /// The other side cannot send faster than `receive` takes, so a document of any size needs the memory of a piece
    /// (16 KiB). An answer other than 2xx is no failure: its status and first words are in the reply.
    /// - Throws: `FetchFailure`, `CancellationError`, or whatever `receive` throws, which ends the fetch.
    package func fetch(
        _ fetch: Fetch, into receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) async throws -> Reply {
        try await run { [allowed] curl, stop in
            let deadline = ContinuousClock.now + .seconds(fetch.limits.seconds)
            var hop = fetch
            // By hand, so that each address on the way is read and checked like the first.
            for _ in 0...fetch.limits.redirects {
                let transfer = Transfer(hop, allowed, deadline: deadline, stop: stop, receive)
                let reply = try transfer.run(on: curl)
                guard fetch.limits.redirects > 0, let next = try hop.next(after: reply) else { return reply }
                hop = next
            }
            throw FetchFailure.tooManyRedirects(fetch.limits.redirects)
        }
    }

    /// A small document as a whole. Its size is bounded by `limits.unpacked`, which is 1 MiB here where nothing
    /// smaller is said.
    package func document(_ fetch: Fetch) async throws -> (reply: Reply, body: Data) {
        var fetch = fetch
        fetch.limits.unpacked = min(fetch.limits.unpacked, 1 << 20)
        let body = Pile()
        let reply = try await self.fetch(fetch) { piece in body.add(piece) }
        return (reply, reply.isGood ? body.data : reply.refusal)
    }
}

extension Fetch {
    /// Where a redirect leads, or nil where the reply is none.
    fileprivate func next(after reply: Reply) throws -> Fetch? {
        guard [301, 302, 303, 307, 308].contains(reply.status), let location = reply.headers["location"] else {
            return nil
        }
        let target = try address.following(location)
        var next = Fetch(target)
        next.limits = limits
        // A form is sent again only where the answer asks for that; every other redirect is to be opened.
        let isSame = [307, 308].contains(reply.status)
        next.body = isSame ? body : nil
        let isAtHome = (target.scheme, target.host, target.port) == (address.scheme, address.host, address.port)
        // What is meant for one server is not told to another.
        next.headers = headers.filter { name, _ in
            isAtHome ? isSame || body == nil || name.lowercased() != "content-type" : Self.isHarmless(name)
        }
        return next
    }

    private static func isHarmless(_ name: String) -> Bool {
        ["accept", "if-none-match", "if-modified-since"].contains(name.lowercased())
    }
}
