import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

/// Every door to a reflection × everybody who could stand before it. The doors are the router's own: a new route that
/// names a reflection, a share or a link fails here until somebody has said for whom it opens.
struct AccessMatrixTests {
    /// What a door lets through.
    enum Kind { case ownersPage, ownersAct, readersPage, readersAct, link, planFile, linkFile, group }

    /// Ids: a reflection's, a share's, a comment's, a secret.
    static let doors: [(Kind, String, String)] = [
        (.readersPage, "GET /space/reflections/{id}", ""),
        (.readersPage, "GET /shared/{id}", ""),
        (.link, "GET /shared/links/{secret}", ""),
        (.planFile, "GET /space/files/{id}", ""),
        (.ownersAct, "GET /space/export/{id}", ""),
        (.ownersAct, "POST /space/import/{id}", ""),
        (.linkFile, "GET /shared/links/{secret}/files/{file}", ""),
        (.ownersAct, "POST /space/files/{id}/places/delete", "reflection=REFLECTION&stage=plan"),
        (.ownersAct, "POST /space/files/{id}/delete", ""),
        (.ownersPage, "GET /space/reflections/{id}/edit", ""),
        (.ownersAct, "GET /space/reflections/{id}/revisions", ""),
        (.ownersAct, "POST /space/reflections/{id}/revisions/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}/notes", "note=Taken"),
        (.ownersAct, "POST /space/reflections/{id}/notes/{note}/delete", ""),
        (.group, "GET /space/groups/{id}", ""),
        (.ownersAct, "POST /space/groups/{id}/invitations", "person=PERSON"),
        (.ownersAct, "POST /space/groups/{id}/members/{person}/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}/draft", "title=Taken&version=1"),
        (.ownersAct, "POST /space/reflections/{id}/draft/delete", ""),
        (.ownersAct, "POST /space/drafts/{id}/delete", ""),
        (.ownersAct, "GET /space/activities/{id}", ""),
        (.ownersAct, "GET /space/activities/{id}/edit", ""),
        (.ownersAct, "POST /space/activities/{id}", "title=Taken&kind=course&first=2026-03-01&version=1"),
        (.ownersAct, "POST /space/activities/{id}/reflections", ""),
        (.ownersAct, "POST /space/activities/{id}/delete", ""),
        (.ownersAct, "GET /space/goals/{id}", ""),
        (.ownersAct, "POST /space/goals/{id}/check-ins", "verdict=done"),
        (.ownersAct, "POST /space/goals/{id}/reflections", ""),
        (.ownersAct, "POST /space/goals/{id}/delete", ""),
        (.ownersPage, "GET /space/shares/{id}", ""),
        (.readersAct, "GET /shared/{id}/comments/{comment}/report", ""),
        (.readersAct, "POST /shared/{id}/comments/{comment}/reports", "reason=unkind"),
        (.readersAct, "POST /shared/{id}/comments", "stage=plan&body=I+was+here"),
        (.ownersAct, "POST /shared/{id}/comments/{comment}/showing", ""),
        (.ownersAct, "POST /shared/{id}/comments/{comment}/showing/delete", ""),
        (.ownersAct, "GET /shared/{id}/comments/{comment}/edit", ""),
        (.ownersAct, "POST /shared/{id}/comments/{comment}", "body=Taken"),
        (.ownersAct, "POST /space/muted/{id}/delete", ""),
        (.ownersAct, "POST /shared/{id}/comments/{comment}/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}", "title=Taken&version=1"),
        (.ownersAct, "POST /space/reflections/{id}/shares", "audience=everyone&stage=learn"),
        (.ownersAct, "POST /space/shares/{id}/stages/{stage}/delete", ""),
        (.ownersAct, "POST /space/shares/{id}/delete", ""),
        (.ownersAct, "POST /space/reflections/{id}/delete", ""),
        // Last, for they change who the viewer is.
        (.group, "POST /space/groups/{id}/membership", ""),
        (.group, "POST /space/groups/{id}/membership/delete", ""),
    ]

    /// How somebody came to stand before the door, and which stages' words they may read there.
    enum Viewer: CaseIterable {
        case owner, named, everyMember, expired, withdrawn, inGroup, leftGroup, invited, member, moderator, nobody

        var reads: Set<String> {
            switch self {
            case .owner: ["learn", "reflect", "assess", "plan"]
            case .named: ["reflect", "plan"]
            case .everyMember: ["plan"]
            case .inGroup: ["learn", "plan"]
            default: []
            }
        }
    }

    @Test func `every route that leads to a reflection is a door of the matrix`() async throws {
        try await withSite { test in
            let real = test.site.routes.filter { $0.contains(/^[A-Z]+ \/(space|shared)\/.*\{/) }
            #expect(Set(real) == Set(Self.doors.map(\.1)))
        }
    }

    /// The pages that list or find, and who may meet the reflection there. Its owner does in the shared stream too, where
    /// it says that something was said to it.
    static let lists: [(path: String, Set<Viewer>)] = [
        ("/space", [.owner]), ("/space?q=words", [.owner]), ("/space?tag=secret", [.owner]),
        ("/space/shares", [.owner]), ("/space/goals", [.owner]), ("/space/activities", [.owner]),
        ("/space/files", [.owner]),
        ("/space/files/new?reflection=REFLECTION", [.owner]),
        ("/space/export/json", [.owner]), ("/space/export/pack", [.owner]), ("/space/export", []),
        ("/space/import", []),
        ("/space/export/markdown", [.owner]),
        ("/space/goals/new?reflection=REFLECTION", [.owner]),
        ("/shared", [.owner, .named, .everyMember, .inGroup]),
        ("/shared?group=GROUP", [.owner, .named, .everyMember, .inGroup]),
        ("/shared?topic=careers", [.owner]), ("/space/groups", []), ("/", []), ("/questions?q=evening", []),
        ("/questions/feed.atom", []),
        ("/questions/index.json", []), ("/sitemap.xml", []), ("/opportunities?q=evening", []),
        ("/api/opportunities?q=evening", []), ("/account", []),
    ]

    @Test(arguments: Viewer.allCases) func `no list, feed, search or answer to a program tells of it to others`(
        viewer: Viewer
    ) async throws {
        try await withSite { test in
            let scene = try await Scene(test, for: viewer)
            for (path, readers) in Self.lists {
                let path = path.replacing("REFLECTION", with: scene.reflection.description)
                    .replacing("GROUP", with: scene.group.description)
                let reply = try await scene.browser.request("GET", path)
                #expect(reply.status < 400, "\(viewer) \(path): \(reply.status)")
                #expect(
                    reply.text.contains("An evening to remember") == readers.contains(viewer), "\(viewer) \(path)")
                #expect(
                    viewer == .owner || !reply.text.contains("words-of-"), "\(viewer) \(path) shows words")
            }
        }
    }

    @Test func `a link opens nothing once its day is over`() async throws {
        try await withSite { test in
            let scene = try await Scene(test, for: .nobody)
            #expect(try await scene.knock("GET /shared/links/{secret}", "").status == 200)
            test.world.advance(days: 91)
            let late = try await scene.knock("GET /shared/links/{secret}", "")
            #expect(late.status == 404)
            #expect(!late.text.contains("An evening to remember"))
        }
    }

    @Test(arguments: Viewer.allCases) func `each door opens for whom it should, and shows no other stage`(
        viewer: Viewer
    ) async throws {
        try await withSite { test in
            let scene = try await Scene(test, for: viewer)
            for (kind, door, body) in Self.doors where !(viewer == .owner && kind == .ownersAct) {
                let isOpen =
                    switch kind {
                    case .link, .linkFile: true
                    case .planFile: viewer.reads.contains("plan")
                    case .ownersPage, .ownersAct: viewer == .owner
                    case .readersPage, .readersAct: !viewer.reads.isEmpty
                    case .group: [.owner, .inGroup, .invited].contains(viewer)
                    }
                let reply = try await scene.knock(door, body)
                if isOpen {
                    #expect(reply.status == 200 || reply.status == 303, "\(viewer) \(door): \(reply.status)")
                } else {
                    let shut = viewer == .nobody ? (door.hasPrefix("GET") ? 303 : 401) : 404
                    #expect(reply.status == shut, "\(viewer) \(door): \(reply.status)")
                }
                let reads: Set<String> =
                    switch kind {
                    case .link, .linkFile: ["assess"]
                    case .planFile: isOpen ? ["plan"] : []
                    case .group: []
                    default: isOpen ? viewer.reads : []
                    }
                let isSeenAs = door == "GET /space/shares/{id}"
                for stage in ["learn", "reflect", "assess", "plan"]
                where !isSeenAs && kind != .readersAct && kind != .group {
                    #expect(
                        reply.text.contains("words-of-\(stage)") == (reads.contains(stage) && isOpen),
                        "\(viewer) \(door) \(stage)")
                }
            }
            try await scene.isAsItWas()
        }
    }

    /// A reflection with a stage for each audience, and somebody before it.
    struct Scene {
        let test: TestSite
        let browser: Browser
        let reflection: ID<Reflection>
        let group: ID<Group>
        let names: [(String, String)]

        init(_ test: TestSite, for viewer: Viewer) async throws {
            self.test = test
            let (journal, cast) = (test.site.journal, test.cast)
            let owner = cast.member.id
            let words = ["learn", "reflect", "assess", "plan"].map { ($0, "words-of-" + $0) }
            let draft = try Reflection.Draft(
                title: "An evening to remember", words: Dictionary(uniqueKeysWithValues: words), tags: "secret")
            guard case .saved(let saved) = try await journal.begin(draft, by: owner, key: test.world.world.id())
            else { throw CancellationError() }
            let id = saved.id
            reflection = id
            func share(_ stages: [String], _ audiences: [Share.Audience], days: Int = 90) async throws -> Sharing? {
                let today = test.world.world.today
                return try await journal.share(
                    id, try Share.Draft(stages, with: audiences, by: owner, until: today + days, today: today),
                    by: owner)
            }
            let late = try await share(["learn", "reflect", "assess", "plan"], [.member(cast.both.id)], days: 1)
            let gone = try await share(["learn", "reflect", "assess", "plan"], [.member(cast.auditor.id)])
            let dropped = try #require(gone?.shares.first { $0.audience == .member(cast.auditor.id) })
            _ = try await journal.withdraw(dropped.id, by: owner)
            test.world.advance(days: 2)
            let link = try #require(try await share(["assess"], [.link])?.secret)
            group = try #require(
                try await journal.begin(
                    try Group.Draft(name: "Tuesday set", about: ""), by: owner, key: test.world.world.id()))
            let friend = cast.administrator.id
            if [.inGroup, .leftGroup, .invited].contains(viewer) {
                _ = try await journal.invite(friend, to: group, by: owner)
            }
            if [.inGroup, .leftGroup].contains(viewer) { _ = try await journal.join(group, by: friend) }
            let isOpen = !viewer.reads.isEmpty
            if isOpen {
                _ = try await share(["plan"], [.everyMember])
                _ = try await share(["learn"], [.group(group)])
                _ = try await share(["reflect"], [.member(cast.expert.id)])
            }
            if [.leftGroup, .invited].contains(viewer) { _ = try await share(["learn"], [.group(group)]) }
            if viewer == .leftGroup { _ = try await journal.remove(friend, from: group, by: friend) }
            let said = try await journal.comment(
                LearningSpace.Comment.Draft(body: "What next?"), on: id, at: .stage("plan"), by: owner,
                key: test.world.world.id())
            if viewer == .owner, isOpen {
                _ = try await journal.comment(
                    LearningSpace.Comment.Draft(body: "Mine."), on: id, at: .stage("plan"), by: cast.expert.id,
                    key: test.world.world.id())
            }
            let person: Person? =
                switch viewer {
                case .owner: cast.member
                case .named: cast.expert
                case .everyMember, .member: cast.stranger
                case .expired: cast.both
                case .withdrawn: cast.auditor
                case .inGroup, .leftGroup, .invited: cast.administrator
                case .moderator: cast.moderator
                case .nobody: nil
                }
            browser = if let person { try await test.browser(of: person) } else { test.browser() }
            let comments = try #require(try await journal.reading(of: id, by: owner)).threads.flatMap(\.comments)
            let comment = viewer == .owner ? comments.last?.id : said
            let goal = try #require(
                try await journal.keep(
                    try Goal.Draft(
                        title: "words-of-plan", due: test.world.world.today.description, today: test.world.world.today),
                    from: id, by: owner, key: test.world.world.id()))
            let activity = try await journal.record(
                try Activity.Draft(
                    ["title": "An evening to remember", "kind": "course", "first": "2026-03-01"], responsibilities: []),
                by: owner, key: test.world.world.id())
            let line = try #require(try await journal.shares(of: owner).first ?? late?.shares.first)
            var files: [ID<LearningSpace.Evidence>] = []
            for stage in ["plan", "assess"] {
                let place = LearningSpace.Evidence.Place.stage(stage, of: id)
                files.append(
                    try await test.send("words-of-" + stage, "An evening to remember.txt", at: place, by: owner))
            }
            let parcel = try await journal.pack(for: owner, named: "Mara Member")
            try await journal.work(on: parcel)
            names = [
                ("/space/export/{id}", "/space/export/\(parcel)"), ("/space/import/{id}", "/space/import/\(parcel)"),
                ("/space/files/{id}", "/space/files/\(files[0])"), ("{file}", files[1].description),
                ("/space/shares/{id}", "/space/shares/\(line.id)"), ("/space/goals/{id}", "/space/goals/\(goal)"),
                ("/space/activities/{id}", "/space/activities/\(activity)"),
                ("/space/groups/{id}", "/space/groups/\(group)"), ("{person}", owner.description),
                ("{id}", id.description), ("{secret}", link),
                ("{note}", id.description), ("{comment}", try #require(comment).description),
                ("{stage}", line.stages[0].asks.name),
            ]
        }

        func knock(_ door: String, _ body: String) async throws -> Reply {
            let sides = door.split(separator: " ").map(String.init)
            let path = names.reduce(sides[1]) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
            return try await browser.request(
                sides[0], path,
                body: sides[0] == "POST" ? body.replacing("REFLECTION", with: reflection.description) : nil)
        }

        /// Nothing of it was changed by who owns nothing of it.
        func isAsItWas() async throws {
            let reading = try await test.site.journal.reading(of: reflection, by: test.cast.member.id)
            #expect(reading?.reflection.title == "An evening to remember")
            #expect(reading?.reflection.stages.filter(\.isWritten).count == 4)
            #expect(try await test.site.journal.shares(of: test.cast.member.id).contains { $0.audience == .link })
        }
    }
}
