import Foundation
import Testing

@testable import Opportunities

@Suite("A text read by its bytes")
struct PlainLinesTests {
    @Test(
        "is tidied as by its signs",
        arguments: [
            "", " ", "\n\n", "a", " a  b \n\n\n c\n", "One – two’s “three”…\n \n• four\n\n", "café  über\n×",
            "a\n\nb\n",
        ])
    func tidied(text: String) throws {
        let plain = try #require(PlainLines(text)).text
        // One sign beyond the plain ones on a line of its own, and the signs are asked.
        #expect(PlainLines(text + "\n\u{2603}") == nil)
        let long = AdvertText(text + "\n\u{2603}").text
        #expect(long == (plain.isEmpty ? "\u{2603}" : plain + "\n\u{2603}") || long == plain + "\n\n\u{2603}")
    }

    private static func without(_ text: String) -> String {
        let email = /[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}.\-]{1,253}\.\p{L}{2,24}/
        let phone = /(?:\+44\s?|\(?\b0)(?:[0-9][\s\-()]{0,2}){8,10}[0-9]?\b/
        return text.replacing(email, with: "").replacing(phone, with: "")
    }

    @Test(
        "loses the addresses and numbers that the patterns find in all of it",
        arguments: [
            "Ring 01632 960000, or (01632) 960-001.", "+44 1632 960000é", "id 5.01632960000", "x01632960000",
            "write to ann@example.org\nor call", "€01632960000 – 01632\u{A0}960\u{A0}000",
            "0 1 2 3 4 5 6 7 8 9 0 1 2 3",
        ])
    func contacts(text: String) { #expect(text.withoutContacts == Self.without(text)) }

    @Test("loses them in every real advert")
    func real() throws {
        var found = 0
        for name in ["teamkinetic-activities.jsonld", "doit-activities.json"] {
            let all = try String(contentsOf: SeededCatalogue.seeds.appending(path: name), encoding: .utf8)
            let parts = all.split(separator: "\"").filter {
                $0.utf8.count(where: { (48...57).contains($0) || $0 == 64 }) > 8
            }
            for part in parts.prefix(1_000) {
                let text = String(part)
                let expected = Self.without(text)
                if expected != text { found += 1 }
                if text.withoutContacts != expected { Issue.record("\(text)") }
            }
        }
        #expect(found > 100)
    }
}
