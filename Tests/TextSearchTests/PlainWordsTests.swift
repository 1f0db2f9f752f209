import Foundation
import Testing

@testable import TextSearch

@Suite("Words cut out of bytes")
struct PlainWordsTests {
    @Test(
        "are those that Unicode's tables find",
        arguments: [
            "", "Dogs, cats & 3-4 hours/week", "It’s the volunteer's – “own” 50% of £80…", "A\u{A0}B\r\nC\tD\0E",
            "'' ’’ %% ££ ••", "UPPER Case_snake 9am–5pm", "e-mail: a@b.example",
        ])
    func same(text: String) throws {
        let plain = try #require(PlainWords(text))
        // One letter beyond the plain ones, and the tables are asked.
        let other = text + " ł"
        #expect(PlainWords(other) == nil)
        #expect(plain.all + ["ł"] == Stem.words(in: other))
    }

    @Test("are the same in every line of the real exports")
    func real() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../seed-data/teamkinetic-activities.jsonld").standardizedFileURL
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: ",").prefix(20_000)
        let plain = lines.compactMap { line in PlainWords(String(line)).map { (String(line), $0.all) } }
        #expect(plain.count * 10 > lines.count * 9)
        for (line, words) in plain where words + ["ł"] != Stem.words(in: line + " ł") {
            Issue.record("\(line)")
        }
    }
}
