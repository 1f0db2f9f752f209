import Foundation
import GRDB
import Opportunities
import Storage
import Testing
import Website

/// A feed is right where whoever follows it ends with what the catalogue holds, whenever it changed.
struct PassOnTests {
    @Test func `a follower ends with what the catalogue holds, though it changes between pages and restarts`()
        async throws
    {
        let follower = Follower()
        let file = Left()
        try await withSite(address: "http://127.0.0.1:0") { test in
            let provider = Provider(test: test)
            var offers = (0..<23).map { Provider.Offer(id: "\($0)", title: "Walk dog \($0)") }
            offers += (0..<5).map {
                .init(
                    id: "d\($0)", title: "Meet \($0)",
                    dates: ["2026-12-0\($0 + 1)T09:00:00/2026-12-0\($0 + 1)T11:00:00"])
            }
            try await provider.offer(offers)
            try await follower.follow(test, pages: 2)
            #expect(await follower.held.count == 14)
            // Between two pages: one that was passed and one that is to come change, one goes, one comes.
            offers[1].text = "Walk this one twice as far as the others, please."
            offers[22].text = "Walk this one half as far as the others, please."
            offers[2].isOver = true
            offers[21].isOver = true
            offers.append(.init(id: "new", title: "Walk a new dog"))
            try await provider.offer(offers)
            try await follower.follow(test)
            try await expectSame(follower, test)
            #expect(await follower.held.count == 27)
            let end = try #require(await follower.next)
            try await follower.follow(test)
            #expect(await follower.next == end, "the last page leads to itself")

            offers[3].isOver = true
            offers[2].isOver = false
            offers.removeFirst()
            try await provider.offer(offers)
            try await file.take(test)
        }
        // Another process over the same file: what changed while nobody followed, and what changes from now on.
        try await withSite(address: "http://127.0.0.1:0", catalogue: await file.data) { test in
            try await follower.follow(test)
            try await expectSame(follower, test)
            try await test.site.catalogue.database.write { db in
                let gone = try Int.fetchOne(db, sql: "SELECT min(number) FROM opportunity WHERE withdrawn IS NULL")
                for table in ["whereabouts", "session", "slot", "cause", "line"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE opportunity = ?", arguments: [gone])
                }
                try db.execute(sql: "DELETE FROM searchable WHERE rowid = ?", arguments: [gone])
                try db.execute(sql: "DELETE FROM opportunity WHERE number = ?", arguments: [gone])
            }
            try await test.site.catalogue.add(
                Source(
                    name: "standing", title: "The standing source", format: "doit", location: "standing.json",
                    licence: "OGL-UK-3.0", attribution: "Contains other words"))
            try await follower.follow(test)
            try await expectSame(follower, test)
            let licences = await follower.held.values.compactMap { $0["source"]?.list.first?["license"]?.text }
            #expect(Set(licences) == ["OGL-UK-3.0", "CC0"], "a source's new licence reaches who has its words")
            let newcomer = Follower()
            try await newcomer.follow(test)
            #expect(await newcomer.content == follower.content)
        }
    }

    @Test func `no change number is given twice, whatever changes`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            var seen: Set<Int> = []
            for round in 0..<4 {
                try await provider.offer(
                    (0..<6).map {
                        .init(id: "\($0)", title: "Walk \($0)", text: "Round \(round / 2)", isOver: round == $0 + 1)
                    })
                let items = try await test.site.catalogue.feed(after: 0, most: 500)
                #expect(items.map(\.change) == items.map(\.change).sorted())
                #expect(Set(items.map(\.change)).count == items.count && items.count == 6)
                seen.formUnion(items.map(\.change))
            }
            // Six at first, each once more when the text changed, and one for each end and new beginning.
            #expect(seen.count > 12)
        }
    }

    @Test func `an item is Volunteering Data with its licence and credit`() async throws {
        try await withSite(address: "http://127.0.0.1:0") { test in
            try await Provider(test: test).offer([
                .init(id: "a", title: "Walk dogs", needs: ["Patience"], gains: ["Leadership"]),
                .init(id: "b", title: "Meet", dates: ["2026-12-05T09:00:00/2026-12-05T12:00:00"]),
            ])
            let follower = Follower()
            try await follower.follow(test)
            let walk = try #require(await follower.held.values.first { $0["title"]?.text == "Walk dogs" })
            #expect(walk["@context"]?.text == "https://api.volunteeringdata.io/context/v1")
            #expect(walk["type"]?.text == "Activity")
            #expect(walk["organisation"]?["name"]?.text == "The Grove")
            let role = try #require(walk["role"]?.list.first)
            #expect(role["skill"]?.list.map(\.text) == ["Patience"])
            #expect(role["reward"]?.list.map(\.text) == ["Leadership"])
            #expect(role["applyLink"]?.text == "https://example.org/a")
            let source = try #require(walk["source"]?.list.first)
            #expect(source["license"]?.text == "CC0")
            #expect(source["creditText"]?.text == "Contains data of the standing source")
            #expect(source["identifier"]?.text == "a")
            let page = try #require(walk["id"]?.text.flatMap(URL.init)).path
            #expect(try await test.browser().request("GET", page).page.title == "Walk dogs – Riffle")
            let meet = try #require(await follower.held.values.first { $0["title"]?.text == "Meet" })
            let session = try #require(meet["session"]?.list.first)
            #expect(session["time"]?.list.first?["beginning"]?.text == "2026-12-05T09:00:00")
            #expect(session["time"]?.list.first?["end"]?.text == "2026-12-05T12:00:00")
            #expect(session["location"]?.list.first?["latitude"]?.number == 52.48)
        }
    }

    @Test func `a page that has not changed costs nothing to ask again, one that has does`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            var offers = (0..<6).map { Provider.Offer(id: "\($0)", title: "Walk \($0)") }
            try await provider.offer(offers)
            let nobody = test.browser()
            let path = "/api/opportunities/feed?afterChangeNumber=2&limit=3"
            let first = try await nobody.request("GET", path)
            let tag = try #require(first.headers["etag"])
            #expect(first.headers["cache-control"] == "public, max-age=3600")
            let again = try await nobody.request("GET", path, headers: ["If-None-Match": tag])
            #expect(again.status == 304 && again.data.isEmpty)
            offers[3].text = "Another text for the fourth of them, which is not the last."
            try await provider.offer(offers)
            #expect(try await nobody.request("GET", path, headers: ["If-None-Match": tag]).status == 200)
            let last = try await nobody.request("GET", "/api/opportunities/feed?afterChangeNumber=1000")
            #expect(last.headers["cache-control"] == "public, max-age=8")
        }
    }

    @Test func `nothing to pass on is a last page, and a wrong question a sentence`() async throws {
        try await withSite(address: "http://127.0.0.1:0") { test in
            let nobody = test.browser()
            let empty = try JSON(try await nobody.request("GET", "/api/opportunities/feed").data)
            #expect(empty["items"]?.list.isEmpty == true)
            #expect(empty["next"]?.text == "\(test.address)/api/opportunities/feed")
            #expect(empty["license"]?.text == "\(test.address)/about/data")
            for wrong in [
                "limit=501", "limit=0", "limit=x", "afterChangeNumber=-1", "afterChangeNumber=x", "limit=%zz",
            ] {
                let reply = try await nobody.request("GET", "/api/opportunities/feed?\(wrong)")
                #expect(reply.status == 400, "\(wrong)")
                #expect(try JSON(reply.data)["error"]?["message"]?.text?.hasSuffix(".") == true)
            }
        }
    }

    @Test func `the description tells it`() async throws {
        try await withSite(opportunities: true) { test in
            let description = try JSON(try await test.browser().request("GET", "/api/openapi.json").data)
            let operation = try #require(description["paths"]?["/api/opportunities/feed"]?["get"])
            let schema = try #require(
                operation["responses"]?["200"]?["content"]?["application/json"]?["schema"])
            let reply = try await test.browser().request("GET", "/api/opportunities/feed?limit=400")
            let page = try JSON(reply.data)
            #expect(page["items"]?.list.count == 340)
            #expect(JSONSchema(document: description).problems(of: page, schema) == [])
            #expect(operation["parameters"]?.list.compactMap { $0["name"]?.text } == ["afterChangeNumber", "limit"])
        }
    }

    private func expectSame(_ follower: Follower, _ test: TestSite) async throws {
        let live = try await test.site.catalogue.database.read { db in
            try Row.fetchAll(db, sql: "SELECT id, title, description FROM opportunity WHERE withdrawn IS NULL").map {
                ["\($0["id"] as ID<Opportunity>)", $0["title"], $0["description"]] as [String]
            }
        }
        let held = await follower.held.map {
            [$0.key, $0.value["title"]?.text ?? "", $0.value["description"]?.text ?? ""]
        }
        #expect(Set(held) == Set(live))
    }
}
