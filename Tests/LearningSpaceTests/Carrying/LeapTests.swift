import Foundation
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct LeapTests {
    @Test("Exported as Leap2A, taken in elsewhere and exported again, a space means the same")
    func roundTrip() async throws {
        try await withJournal { open in
            try await open.fillWithFiles()
            var all = try parts(of: try await open.archive())
            all["space.json"] = nil
            try await withJournal { elsewhere in
                let (preview, done) = try #require(try await elsewhere.bring(zipped(all)))
                #expect(done.refused == [] && preview.refused == [])
                let second = try parts(of: try await elsewhere.archive())
                let (before, after) = (try meaning(all["leap2a.xml"]), try meaning(second["leap2a.xml"]))
                #expect(before.count > 40)
                for (line, other) in zip(before, after) { #expect(line == other) }
                #expect(before.count == after.count)
                #expect(
                    Set(all.filter { $0.key.hasPrefix("files/") }.values)
                        == Set(second.filter { $0.key.hasPrefix("files/") }.values))
                let again = try #require(try await elsewhere.bring(zipped(all)))
                #expect(again.done.alreadyHere >= 4, "files that are here are not kept twice")
            }
        }
    }

    /// What a list says, in an order of its own, with titles instead of ids.
    private func meaning(_ xml: Data?) throws -> [String] {
        let space = try LeapReader.read(try #require(xml)).space
        let titles = Dictionary(uniqueKeysWithValues: space.reflections.map { ($0.number, $0.title + $0.begun) })
        let files = Dictionary(uniqueKeysWithValues: space.files.map { ($0.number, $0.name) })
        var lines = space.responsibilities
        lines += space.reflections.map { item in
            let standing = (item.files ?? []).map { "\($0.stage) \(files[$0.file] ?? "")" }
            return "\(item.unnumbered) \(standing)"
        }
        lines += space.goals.map { item in
            let links = [item.from].compactMap { $0 } + item.ledTo
            return "\(item.unlinked) \(links.map { titles[$0] ?? "" }.sorted()) \((item.files ?? []).map { files[$0] })"
        }
        lines += space.activities.map { item in
            "\(item.unlinked) \(item.reflections.map { titles[$0] ?? "" }.sorted()) \((item.files ?? []).map { files[$0] })"
        }
        lines += space.files.map { "\($0.name) \($0.about) \($0.added)" }
        return lines.sorted()
    }

    @Test("Every link is written at both its ends, and the prefixes are the letters that others look for")
    func format() async throws {
        try await withJournal { open in
            try await open.fillWithFiles()
            let xml = String(
                decoding: try #require(try parts(of: try await open.archive(named: "Mara <Member>"))["leap2a.xml"]),
                as: UTF8.self)
            #expect(xml.contains("xmlns:leap2=\"http://terms.leapspecs.org/\""))
            #expect(xml.contains("xmlns:categories=\"http://wiki.leapspecs.org/2A/categories/\""))
            #expect(xml.contains("<leap2:version>http://www.leapspecs.org/2010-07/2A/</leap2:version>\n<id>"))
            #expect(xml.contains("<name>Mara &lt;Member&gt;</name><uri>portfolio:person</uri>"))
            let inverses = [
                "has_part": "is_part_of", "reflects_on": "reflected_on_by", "supports": "supported_by",
                "has_evidence": "is_evidence_of", "has_outcome": "is_outcome_of",
            ]
            var links: Set<String> = []
            for entry in xml.split(separator: "<entry>").dropFirst() {
                let id = try #require(entry.firstMatch(of: /<id>([^<]*)<\/id>/)?.1)
                for link in entry.matches(of: /<link rel="leap2:([a-z_]+)" href="([^"]*)"/) {
                    links.insert("\(id) \(link.1) \(link.2)")
                }
                #expect(entry.contains("<rdf:type rdf:resource=\"leap2:"), "\(id)")
                #expect(
                    entry.matches(of: /rel="enclosure"/).count == (entry.contains("leap2:resource") ? 1 : 0), "\(id)")
            }
            for (relation, inverse) in inverses {
                #expect(links.contains { $0.contains(" \(relation) ") }, "\(relation)")
                for link in links {
                    let sides = link.split(separator: " ").map(String.init)
                    if sides[1] == relation { #expect(links.contains("\(sides[2]) \(inverse) \(sides[0])"), "\(link)") }
                    if sides[1] == inverse { #expect(links.contains("\(sides[2]) \(relation) \(sides[0])"), "\(link)") }
                }
            }
        }
    }
}
