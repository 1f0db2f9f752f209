import Foundation
import GRDB
import Members
import Storage
import TestSupport
import Testing
import Website

@testable import Questions

/// What the asking script does in a member's browser: it draws tokens signed in, and asks as nobody.
struct AskingClient {
    let test: TestSite
    /// The chance of this browser: its tokens and receipts follow from it, and the server sees none of it.
    let chance: World

    init(at test: TestSite, seed: UInt64) {
        self.test = test
        chance = TestWorld(seed: seed).world
    }

    /// Draws as the script does at the first page of a week.
    func draw(_ count: Int = 3, in browser: Browser) async throws -> [Token] {
        let key = try await test.site.desk.tokenKey()
        let drawings = try (0..<count).map { _ in try key.begin(from: chance) }
        let wish = Wish(epoch: key.epoch.number, blinded: drawings.map { Base64URL.encode($0.blinded) })
        let reply = try await browser.request(
            "POST", "/account/tokens", body: String(decoding: try JSONEncoder().encode(wish), as: UTF8.self),
            type: "application/json")
        try #require(reply.status == 200, "\(reply.text)")
        let signed = try JSONDecoder().decode(Signed.self, from: reply.data).signatures.compactMap(Base64URL.decode)
        return try zip(drawings, signed).map { try $0.token(signed: $1) }
    }

    /// Spends a token on a question, in a browser that is signed in nowhere.
    func ask(_ text: String, topic: String = "careers", spending token: Token, in nobody: Browser) async throws
        -> Receipt
    {
        let receipt = Receipt(from: chance)
        let fields = [
            ("topic", topic), ("text", text), ("terms", "yes"), ("receipt", receipt.text), ("token", token.text),
        ]
        let reply = try await nobody.request(
            "POST", "/ask", body: Document.Form.encoded(fields), headers: ["Accept": "application/json"])
        try #require(reply.status == 200, "\(reply.text)")
        return receipt
    }

    private struct Wish: Encodable {
        let epoch: Int
        let blinded: [String]
    }
    private struct Signed: Decodable {
        let signatures: [String]
    }
}

extension TestSite {
    /// Lets members alone ask, with a key that every run shares.
    func letMembersAsk() async throws {
        var settings = try await site.directory.settings()
        settings.whoMayAsk = .members
        try await site.directory.save(settings)
        try await layOutKey()
        // Its fingerprint stands on every page once the key was read.
        _ = try await site.desk.tokenKey()
    }

    /// Puts the shared key in the place of the one this epoch would make.
    func layOutKey() async throws {
        let epoch = Epoch(containing: world.world.today)
        try await site.desk.database.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO token_key (epoch, key) VALUES (?, ?)",
                arguments: [epoch.number, FixtureKey.stored])
        }
    }
}
