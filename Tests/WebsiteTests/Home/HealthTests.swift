import Testing

struct HealthTests {
    @Test func `a running service says so, and that every room answers`() async throws {
        try await withSite { test in
            let health = try await test.browser().request("GET", "/health")
            #expect((health.status, health.text) == (200, "ok\n"))
            let ready = try await test.browser().request("GET", "/ready")
            #expect((ready.status, ready.text) == (200, "ready\n"))
        }
    }

    @Test(arguments: [
        ("setting", "members"), ("topic", "questions"), ("reflection", "learning"), ("opportunity", "opportunities"),
    ])
    func `it is not ready while a room does not answer, though it runs`(table: String, room: String) async throws {
        try await withSite { test in
            try await test.lose(table, of: room)
            let ready = try await test.browser().request("GET", "/ready")
            #expect((ready.status, ready.text) == (503, "not ready\n"))
            #expect(try await test.browser().request("GET", "/health").status == 200)
        }
    }
}
