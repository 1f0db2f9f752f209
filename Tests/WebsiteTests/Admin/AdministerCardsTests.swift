import Foundation
import Opportunities
import Storage
import Testing
import Website

struct AdministerCardsTests {
    @Test func `adverts that were taken for one are parted by a button, and joined again by another`() async throws {
        try await withSite { test in
            for board in ["one", "two"] { try await Self.show("Walk dogs with their owners", on: board, test) }
            let admin = try await test.browser(of: test.cast.administrator)
            try await admin.open("/admin/sources")
            try await admin.follow("Adverts that were taken for one opportunity")
            #expect(admin.page.text.contains("1 card stands for adverts that were taken for one opportunity"))
            #expect(admin.page.text.contains("the same title, organisation and place; 100 % of the shorter text"))

            let reader = test.browser()
            try await reader.open("/opportunities?q=dogs")
            #expect(reader.page.html.matches(of: /<li class="result"/).count == 1)
            #expect(
                reader.page.text.contains("On One board, Two board")
                    || reader.page.text.contains("On Two board, One board"))
            try await reader.follow("Walk dogs with their owners")
            #expect(reader.page.text.contains("Also on"))
            #expect(reader.page.html.contains("apply there</a>"))

            try await admin.press("Not the same as the others: Walk dogs with their owners on Two board")
            #expect(admin.page.text.contains("None yet."))
            #expect(admin.page.text.contains("“Walk dogs with their owners” on One board"))
            try await reader.open("/opportunities?q=dogs")
            #expect(reader.page.html.matches(of: /<li class="result"/).count == 2)
            try await Self.show("Walk dogs with their owners", on: "two", test)
            try await reader.open("/opportunities?q=dogs")
            #expect(reader.page.html.matches(of: /<li class="result"/).count == 2)

            try await admin.press("Take that back for Walk dogs with their owners on Two board")
            try await reader.open("/opportunities?q=dogs")
            #expect(reader.page.html.matches(of: /<li class="result"/).count == 1)
            #expect(try await admin.request("POST", "/admin/cards/\(test.cast.member.id)/parting").status == 404)
        }
    }

    private static func show(_ title: String, on board: String, _ test: TestSite) async throws {
        let text =
            "Our members love their dogs and can no longer walk them on their own: an hour a week, in any weather."
        let rows =
            "id,title,organisation,description,postcode,link\n1,\(title),Larkfield Dogs,\"\(text)\",EX32 7EU,https://\(board).example.org"
        try Data(rows.utf8).write(to: test.folder.appending(path: "\(board).csv"))
        try await test.site.catalogue.add(
            Source(
                name: board, title: "\(board.capitalized) board", format: "csv", location: "\(board).csv",
                licence: "CC0", attribution: ""))
        _ = try await test.site.catalogue.harvest(board, from: test.folder)
    }
}
