import Foundation
import TestSupport
import Testing

struct SecretLinkTests {
    @Test func `a link is shown once, read without signing in, listed, and closed`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("An evening", learn: "It rained on us.")
            owner.tick("stage", "learn")
            owner.fill("audience", "link")
            owner.fill("until", "2026-10-01")
            try await owner.press("Share")
            #expect(owner.page.text.contains("Copy it now"))
            let shown = try #require(owner.page.html.firstMatch(of: /\/shared\/links\/[a-z0-9]+/)).0
            try await owner.open(page)
            #expect(!owner.page.html.contains(shown), "shown once")
            #expect(owner.page.text.contains("Seen by whoever has the link: Learn until 1 October 2026 not opened yet"))

            let nobody = test.browser()
            try await nobody.open(String(shown))
            #expect(nobody.page.text.contains("It rained on us."))
            #expect(nobody.headers["x-robots-tag"] == "noindex, nofollow")
            #expect(!nobody.page.text.contains("Comments"))
            try await owner.open("/space/shares")
            #expect(owner.page.text.contains("first opened 15 September 2026"))
            try await owner.follow("See it as they do")
            #expect(owner.page.text.contains("This is what whoever has the link can see, and no more."))
            try await owner.open("/space/shares")
            try await owner.press("Withdraw")
            let (closed, wrong) = (
                try await nobody.request("GET", String(shown)), try await nobody.request("GET", "/shared/links/nothing")
            )
            #expect(closed.status == 404)
            #expect(closed.text == wrong.text)
        }
    }

    @Test func `no stage, no person or a wrong day are said beside their boxes, and what was chosen stays`()
        async throws
    {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            _ = try await owner.beginReflection("An evening", learn: "It rained on us.")
            owner.fill("audience", "link")
            try await owner.press("Share")
            #expect(owner.status == 422)
            #expect(owner.page.error(of: "stages") == "Choose at least one stage. The others stay yours alone.")
            owner.tick("stage", "learn")
            owner.fill("audience", "link")
            owner.fill("until", "in spring")
            try await owner.press("Share")
            #expect(owner.page.error(of: "until") == "Write the last day as year, month and day: 2026-12-14.")
            owner.fill("until", "2026-09-14")
            try await owner.press("Share")
            #expect(owner.page.error(of: "until")?.contains("has passed") == true)
            let form = try #require(owner.page.forms.first { $0.action.hasSuffix("/shares") })
            #expect(form.value("stage") == "learn")
            #expect(form.value("audience") == "link")
        }
    }

    @Test func `a share that ends soon is pointed out before it does`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            _ = try await owner.beginReflection("An evening", learn: "It rained on us.")
            owner.tick("stage", "learn")
            owner.fill("audience", "everyone")
            try await owner.press("Share")
            try await owner.open("/space")
            #expect(!owner.page.text.contains("within two weeks"))
            test.world.advance(days: 80)
            let later = try await test.browser(of: test.cast.member)
            try await later.open("/space")
            #expect(later.page.text.contains("One share ends within two weeks."))
            try await later.follow("See which")
            #expect(later.page.text.contains("ends in 10 days"))
        }
    }
}
