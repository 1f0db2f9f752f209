import Foundation
import FoundationXML
import Questions
import Storage
import TestSupport
import Testing
import Website

struct PublishedQuestionsTests {
    @Test func `questions are found by topic and by words, with the words marked`() async throws {
        try await withSite { test in
            try await test.publish(
                "How do I price my first project?", "Start from what an hour costs you.", "small-business")
            try await test.publish("Should I retrain at fifty?", "Try a term of evening classes.", "careers")
            let reader = test.browser()
            try await reader.open("/questions")
            #expect(reader.page.text.contains("2 questions answered"))
            try await reader.follow("Small business")
            #expect(reader.page.text.contains("1 question answered under Small business"))
            #expect(reader.page.link("Should I retrain") == nil)

            try await reader.open("/questions")
            reader.fill("q", "evening classes")
            try await reader.press("Search")
            #expect(reader.page.text.contains("1 question found"))
            #expect(reader.page.html.contains("<mark>evening</mark> <mark>classes</mark>"))
            #expect(reader.page.forms.contains { $0.value("q") == "evening classes" })

            try await reader.open("/questions?q=evening&topic=small-business")
            #expect(reader.page.text.contains("0 questions found under Small business"))
            #expect(reader.page.link("Ask a question") == "/ask")
        }
    }

    @Test func `a long list goes on over pages that keep topic and words`() async throws {
        try await withSite { test in
            for number in 1...21 {
                try await test.publish("Question \(number) about leave?", "It depends on the policy.")
            }
            let reader = test.browser()
            try await reader.open("/questions?topic=careers&q=leave")
            #expect(reader.page.text.contains("Page 1 of 2"))
            #expect(reader.page.link("Next") == "/questions?q=leave&topic=careers&page=2")
            try await reader.follow("Next")
            #expect(reader.page.text.contains("Page 2 of 2"))
            #expect(reader.page.link("Previous") == "/questions?q=leave&topic=careers")
            for page in ["0", "-3", "99", "99999999999999999999", "x"] {
                try await reader.open("/questions?page=\(page)")
                #expect(reader.status == 200)
            }
        }
    }

    @Test func `a question that is not published is not there`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            for path in ["/questions/\(id)", "/questions/none", "/questions/\(test.cast.member.id)"] {
                let reply = try await test.browser().request("GET", path)
                #expect(reply.status == 404)
                #expect(reply.page.title == "There is no such page – Riffle")
            }
        }
    }

    @Test func `what an asker or an expert writes is text, never markup`() async throws {
        try await withSite { test in
            let id = try await test.publish(
                "Is <script>alert(1)</script> & \"quotes\" fine?", "Yes: <b>it</b> is {{safe}}.\n\nSurely.")
            let reader = test.browser()
            try await reader.open("/questions/\(id)")
            #expect(reader.page.html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "))
            #expect(reader.page.html.contains("<p>Yes: &lt;b&gt;it&lt;/b&gt; is {{safe}}.</p>\n<p>Surely.</p>"))
        }
    }

    @Test func `the feed is well-formed and knows nothing finer than the month`() async throws {
        try await withSite(address: "https://riffle.example.org") { test in
            let first = try await test.publish("Is <this> & that fine?", "It is \"fine\", I would say.")
            test.world.advance(days: 40)
            let second = try await test.publish("Should I retrain at fifty?", "Try a term of evening classes.")
            let reply = try await test.browser().request("GET", "/questions/feed.atom")
            #expect(reply.headers["content-type"] == "application/atom+xml; charset=utf-8")
            let feed = try Feed(reply.data)
            #expect(feed.texts["updated"] == ["2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-09-01T00:00:00Z"])
            #expect(feed.texts["title"]?.suffix(2) == ["Should I retrain at fifty?", "Is <this> & that fine?"])
            #expect(
                feed.texts["id"]?.suffix(2).map { $0.split(separator: "/").last.map(String.init) } == [
                    second.description, first.description,
                ])
            #expect(feed.texts["id"]?.allSatisfy { $0.hasPrefix("https://riffle.example.org/questions") } == true)
            #expect(!reply.text.contains(/T(?!00:00:00Z)[0-9]{2}:/))
        }
    }

    @Test func `the experts are shown by name with what they answer`() async throws {
        try await withSite { test in
            let reader = test.browser()
            try await reader.open("/experts")
            #expect(reader.page.text.contains("BB Bea Both Career coach Listens first. Careers EE Elin Expert"))
            #expect(!reader.page.text.contains("Mo Moderator"))
            try await reader.follow("Careers")
            #expect(reader.path == "/questions?topic=careers")
        }
    }
}

/// The texts of an Atom feed by element, in order. Its parser refuses what is not well-formed.
private final class Feed: NSObject, XMLParserDelegate {
    private(set) var texts: [String: [String]] = [:]
    private var text = ""

    init(_ data: Data) throws {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        texts[name, default: []].append(text)
    }
}
