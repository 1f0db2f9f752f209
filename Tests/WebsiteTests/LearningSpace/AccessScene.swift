import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

extension AccessMatrixTests {
    /// How somebody came to stand before the door, and which stages' words they may read there.
    enum Viewer: CaseIterable {
        case owner, named, everyMember, expired, withdrawn, inGroup, leftGroup, takenOut, invited, member, moderator,
            nobody

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
            if [.inGroup, .leftGroup, .takenOut, .invited].contains(viewer) {
                _ = try await journal.invite(friend, to: group, by: owner)
            }
            if [.inGroup, .leftGroup, .takenOut].contains(viewer) { _ = try await journal.join(group, by: friend) }
            let isOpen = !viewer.reads.isEmpty
            if isOpen {
                _ = try await share(["plan"], [.everyMember])
                _ = try await share(["learn"], [.group(group)])
                _ = try await share(["reflect"], [.member(cast.expert.id)])
            }
            if [.leftGroup, .takenOut, .invited].contains(viewer) { _ = try await share(["learn"], [.group(group)]) }
            if viewer == .leftGroup { _ = try await journal.remove(friend, from: group, by: friend) }
            if viewer == .takenOut { _ = try await journal.remove(friend, from: group, by: owner) }
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
                case .inGroup, .leftGroup, .takenOut, .invited: cast.administrator
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
