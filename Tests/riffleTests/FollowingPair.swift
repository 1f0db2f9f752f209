import ArgumentParser
import Foundation
import GRDB
import Opportunities
import Outbound
import Storage
import TestSupport
import Testing

@testable import riffle

/// Something to do, as a provider's file has it.
struct Offer {
    let id: Int
    var title: String
    var text = "Come along and help, an hour a week on Tuesdays. Tea is free, and travel expenses are paid."
    var isOver = false

    init(id: Int) {
        self.id = id
        title = "Walk dog \(id)"
    }

    var json: String {
        """
        {"_id": {"$oid": "\(id)"}, "deleted": \(isOver), "externalApplyLink": "https://example.org/\(id)",
         "address": {"street": "\(id) The Green, Barnstaple", "location": {"coordinates": [-4.0\(id % 10 + 1), 51.08]}},
         "startDate": {"$date": "2026-12-0\(id % 9 + 1)T09:00:00.000Z"},
         "activityDefinitionSubDocument": {"title": "\(title)", "description": "\(text)", "causeOptions":
          [{"displayName": "Animals"}], "volunteerRequirements": ["Patience"], "volunteerRewards": ["Leadership \(id % 7)"],
          "organizationSubDocument": {"name": "The Grove \(id % 5)"}}}
        """
    }
}

/// One of the two, with a data folder of its own.
struct Peer {
    let folder: URL
    let port: Int
    var running: RunningRiffle

    init(in folder: URL) async throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        port = try RunningRiffle.freePort()
        running = try await RunningRiffle.start(in: folder, port: port)
    }

    func riffle(_ arguments: String...) async throws -> Command {
        try await Command.riffle(arguments, in: folder, environment: RunningRiffle.environment(folder, port))
    }

    /// Everything it passes on that is live, but for what says who passes it on.
    func live() async throws -> Set<String> {
        var found: Set<String> = []
        var next = "http://127.0.0.1:\(port)/api/opportunities/feed?limit=500"
        while true {
            var fetch = Fetch(try WebAddress(next))
            fetch.limits.unpacked = 16 << 20
            let (_, body) = try await WayOut(.anywhere).document(fetch)
            let page = try #require(JSONSerialization.jsonObject(with: body) as? [String: Any])
            let items = try #require(page["items"] as? [[String: Any]])
            guard !items.isEmpty else { return found }
            for item in items {
                guard var data = item["data"] as? [String: Any] else { continue }
                for own in ["id", "source", "created", "modified", "isBasedOn"] { data[own] = nil }
                let text = try JSONSerialization.data(withJSONObject: data, options: .sortedKeys)
                #expect(found.insert(String(decoding: text, as: UTF8.self)).inserted, "the same is passed on twice")
            }
            next = try #require(page["next"] as? String)
        }
    }
}

/// A provider's file, one that harvests it, and one that follows that.
struct Pair {
    var first: Peer
    var second: Peer
    private let file: URL

    init(in folder: URL) async throws {
        file = folder.appending(path: "offers.json")
        first = try await Peer(in: folder.appending(path: "first"))
        second = try await Peer(in: folder.appending(path: "second"))
        let offers = try await first.riffle(
            "sources", "add", "offers", "--format", "doit", "--title", "Offers", "--licence", "CC0", file.path)
        let follows = try await second.riffle(
            "sources", "add", "first", "--format", "rpde", "--title", "The first", "--licence", "CC0",
            "http://127.0.0.1:\(first.port)/api/opportunities/feed")
        #expect(offers.code == 0 && follows.code == 0, "\(offers.errors) \(follows.errors)")
    }

    func end() async {
        await first.running.end(SIGKILL)
        await second.running.end(SIGKILL)
    }

    func offer(_ offers: [Offer]) async throws {
        try Data("[\(offers.map(\.json).joined(separator: ",\n"))]".utf8).write(to: file)
        let harvest = try await first.riffle("harvest", "offers")
        #expect(harvest.code == 0, "\(harvest.errors)")
    }

    func follow() async throws {
        let harvest = try await second.riffle("harvest", "first")
        #expect(harvest.code == 0, "\(harvest.errors)")
    }

    /// Begins to follow, and is killed as soon as something of it has come.
    func killWhileFollowing() async throws {
        let spool = second.folder.appending(path: "harvest/first.spool").path
        let harvest = try await RunningRiffle.command(["harvest", "first"], in: second.folder, port: second.port)
        while !FileManager.default.fileExists(atPath: spool), harvest.isRunning { await Task.yield() }
        await harvest.end(SIGKILL)
    }

    /// As if the minutes were over for which a server that does not answer is left alone, and a turn is kept.
    func forgetPauses() async throws {
        let settings = try Settings(SharedOptions.parse(["--data", second.folder.path, "--home", Command.root.path]))
        try await Rooms.catalogue(settings).database.write { db in
            try db.execute(sql: "DELETE FROM host; UPDATE turn SET until = 0")
        }
    }

    mutating func restart(_ peer: WritableKeyPath<Pair, Peer>, by signal: Int32) async throws {
        await self[keyPath: peer].running.end(signal)
        try await start(peer)
    }

    mutating func start(_ peer: WritableKeyPath<Pair, Peer>) async throws {
        self[keyPath: peer].running = try await self[keyPath: peer].running.again()
    }

    func expectEqual(_ when: Comment) async throws {
        let (one, other) = (try await first.live(), try await second.live())
        #expect(one.subtracting(other) == [], when)
        #expect(other.subtracting(one) == [], when)
    }
}
