import Foundation
import LearningSpace
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

extension HostileInputTests {
    /// A reflection, a question and an invitation, and somebody who may do everything with them.
    struct Scene {
        private let browser: Browser
        private let names: [(String, String)]

        init(_ test: TestSite) async throws {
            let (site, cast) = (test.site, test.cast)
            try await site.directory.set(roles: Set(Role.allCases), of: cast.both.id)
            browser = try await test.browser(of: cast.both)
            let published = try await test.publish("Is this page out already?", "It is, and has an answer.")
            let receipt = try await test.browser().ask("How do I tell my manager that I want to leave?")
            let question = try #require(try await test.queue().first).id
            try await browser.open("/space/reflections/new")
            browser.fill("title", "Before anything hostile")
            try await browser.press("Save")
            let reflection = try #require(try await site.journal.reflections(of: cast.both.id).first).summary.id
            let goal = try await site.journal.keep(
                try .init(title: "Ask sooner", due: test.world.world.today.description, today: test.world.world.today),
                by: cast.both.id, key: test.world.world.id())
            let activity = try await site.journal.record(
                try Activity.Draft(
                    ["title": "A course", "kind": "course", "first": "2026-03-01"], responsibilities: []),
                by: cast.both.id, key: test.world.world.id())
            let group = try await site.journal.begin(
                try Group.Draft(name: "Tuesday set", about: ""), by: cast.both.id, key: test.world.world.id())
            try await Provider(test: test).offer([.init(id: "a", title: "Walk dogs")])
            let saved = try #require(try await Provider(test: test).id("Walk dogs"))
            try await browser.post("/saved/\(saved)", [])
            let secret = try await site.directory.invite(try EmailAddress("nia@example.org"), roles: [.member])
            names = [
                ("REFLECTION", reflection.description), ("ACTIVITY", activity.description),
                ("GROUP", try #require(group).description), ("GOAL", try #require(goal).description),
                ("QUESTION", question.description), ("SECRET", secret),
                ("STRANGER", cast.stranger.id.description), ("EXPERT", cast.expert.id.description),
                ("RECEIPT", receipt), ("SAVED", saved), ("NOTHING", question.description),
                ("PUBLISHED", published.description),
            ]
        }

        func get(_ path: String) async throws {
            let reply = try await browser.request("GET", filled(path))
            #expect(Self.isAnswer(reply), "GET \(path.prefix(200)): \(reply.status)")
        }

        func post(_ path: String, _ body: String) async throws {
            let reply = try await browser.request("POST", filled(path), body: filled(body))
            #expect(Self.isAnswer(reply), "POST \(path) \(body.prefix(200)): \(reply.status)")
        }

        private func filled(_ path: String) -> String {
            names.reduce(path) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        }

        /// A status below 500, and nothing that was typed stands on the page as markup.
        private static func isAnswer(_ reply: Reply) -> Bool {
            reply.status < 500 && (reply.status == 303 || !reply.text.isEmpty)
                && (reply.headers["content-type"] != "text/html; charset=utf-8"
                    || !reply.text.contains("<script>alert"))
        }
    }
}
