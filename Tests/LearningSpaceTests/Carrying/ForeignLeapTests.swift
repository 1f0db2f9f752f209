import Foundation
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct ForeignLeapTests {
    private static func feed(_ entries: String, terms: String = "xmlns:leap2=\"http://terms.leapspecs.org/\"") -> String
    {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \(terms)
            xmlns:categories="http://wiki.leapspecs.org/2A/categories/"
            xmlns:portfolio="http://mahara.example.org/export/leap/2/1284000000/"
            xmlns:mahara="http://wiki.mahara.org/Developer_Area/Import%2F%2FExport/LEAP_Extensions#">
        <id>http://mahara.example.org/export/2/1284000000</id><title>Mahara Leap2A Export</title>
        <updated>2010-09-09T12:00:00+12:00</updated>
        \(entries)
        </feed>
        """
    }

    /// As Mahara writes a journal with a file, a plan with a task, a page and its person.
    static let mahara = feed(
        """
        <entry><title>Wickham</title><id>portfolio:artefactinternal</id><updated>2010-09-09T12:00:00+12:00</updated>
        <content/><rdf:type rdf:resource="leap2:person"/></entry>
        <entry><title>My journal</title><id>portfolio:artefact1</id><updated>2010-09-01T09:00:00+12:00</updated>
        <content type="html"></content><rdf:type rdf:resource="leap2:selection"/>
        <mahara:artefactplugin mahara:type="blog" mahara:plugin="blog"/>
        <link rel="leap2:has_part" href="portfolio:artefact2" leap2:display_order="1"/>
        <category term="Blog" scheme="categories:selection_type#"/></entry>
        <entry><title>A first day</title><id>portfolio:artefact2</id><updated>2010-09-02T09:30:00+12:00</updated>
        <published>2010-09-01T21:00:00Z</published>
        <content type="html">&lt;p&gt;We met at &lt;b&gt;nine&lt;/b&gt; &amp;amp; left.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Tea&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;x&lt;/script&gt;</content>
        <rdf:type rdf:resource="leap2:entry"/><link rel="leap2:is_part_of" href="portfolio:artefact1"/>
        <link rel="leap2:has_attachment" href="portfolio:artefact3"/><category term="first_day" label="First day"/>
        <category term="Unready" scheme="categories:readiness#"/></entry>
        <entry><title>tea.jpg</title><id>portfolio:artefact3</id><updated>2010-09-02T09:30:00+12:00</updated>
        <summary>The room</summary><content></content><rdf:type rdf:resource="leap2:resource"/>
        <link rel="enclosure" type="image/jpeg" href="files/0-tea%20one.jpg"/>
        <category term="Offline" scheme="categories:resource_type#" label="File"/></entry>
        <entry><title>Plan</title><id>portfolio:artefact4</id><updated>2010-09-02T09:30:00+12:00</updated>
        <content>What I mean to do</content><rdf:type rdf:resource="leap2:plan"/>
        <link rel="leap2:has_part" href="portfolio:artefact5"/></entry>
        <entry><title>Ask Brinkworth</title><id>portfolio:artefact5</id><updated>2010-09-03T09:30:00+12:00</updated>
        <content>By telephone.</content><rdf:type rdf:resource="leap2:plan"/>
        <link rel="leap2:is_part_of" href="portfolio:artefact4"/>
        <leap2:date leap2:point="target">2010-10-01T00:00:00+13:00</leap2:date><leap2:status leap2:stage="completed"/></entry>
        <entry><title>A course</title><id>portfolio:artefact6</id><updated>2010-09-03T09:30:00+12:00</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two
        days.</p><p>Hard.</p></div></content><rdf:type rdf:resource="leap2:activity"/>
        <leap2:date leap2:point="start">2010-08-01</leap2:date><leap2:date leap2:point="end">2010-08-02</leap2:date></entry>
        <entry><title>Something else</title><id>portfolio:artefact7</id><updated>2010-09-03T09:30:00+12:00</updated>
        <content>Unknown.</content><rdf:type rdf:resource="leap2:unheard-of"/><mahara:other><mahara:deep/></mahara:other></entry>
        """)

    @Test(
        "A portfolio of Mahara's is taken in: journal, plan, activity and files, and what nobody knows as a reflection")
    func mahara() async throws {
        try await withJournal { open in
            let archive = zipped(["leap2a.xml": Data(Self.mahara.utf8), "files/0-tea one.jpg": Data(HandMade.jpeg())])
            let (preview, done) = try #require(try await open.bring(archive))
            #expect(preview == done && done == Imported(added: 6, alreadyHere: 0, refused: []))
            let space = try await open.journal.space(of: open.owner)
            let first = try #require(space.reflections.first { $0.title == "A first day" })
            #expect(first.stages.first?.words == "We met at nine & left.\n\n- Tea\nx")
            #expect((first.begun, first.saved) == ("2010-09-01 21:00:00.000", "2010-09-01 21:30:00.000"))
            #expect(first.tags == ["first day"] && first.files == [.init(stage: "learn", file: 1)])
            #expect(space.reflections.map(\.title).sorted() == ["A first day", "Plan", "Something else"])
            #expect(space.files.map(\.name) == ["tea.jpg"] && space.files.map(\.about) == ["The room"])
            let goal = try #require(space.goals.first)
            #expect(
                (goal.title, goal.due, goal.state, goal.closed) == (
                    "Ask Brinkworth", "2010-10-01", "done", "2010-09-02"
                ))
            #expect(goal.checkIns.map(\.words) == ["By telephone."])
            let activity = try #require(space.activities.first)
            #expect(
                (activity.first, activity.last, activity.about) == ("2010-08-01", "2010-08-02", "Two days.\n\nHard."))
            let again = try #require(try await open.bring(archive))
            #expect(again.done == Imported(added: 0, alreadyHere: 6, refused: []))
        }
    }

    @Test("The version of 2009, a namespace from an archive of the web, and a list alone are read")
    func versions() throws {
        let old = Self.feed(
            """
            <entry><title>Old</title><id>portfolio:1</id><updated>2009-09-09T12:00:00Z</updated>
            <summary>A paper</summary><content type="application/pdf" src="files/paper.pdf"/>
            <rdf:type rdf:resource="leaptype:resource"/><link rel="leap:is_evidence_of" href="http://mahara.example.org/export/leap/2/1284000000/2"/></entry>
            <entry><title>Did it</title><id>portfolio:2</id><updated>2009-09-09T12:00:00Z</updated><content/>
            <rdf:type rdf:resource="http://wiki.cetis.ac.uk/2009-03/Leap2A_types#activity"/>
            <leap:date leap:point="start">2009-09-01</leap:date></entry>
            """, terms: "xmlns:leap=\"http://wiki.cetis.ac.uk/2009-03/Leap2A_predicates#\"")
        let (space, paths) = try LeapReader.read(Data(old.utf8))
        #expect(space.files.map(\.about) == ["A paper"] && paths == [1: "files/paper.pdf"])
        #expect(space.activities.map(\.first) == ["2009-09-01"] && space.activities[0].files == [1])
        let archived = Self.mahara.replacing(
            "xmlns:leap2=\"http://terms.leapspecs.org/\"",
            with: "xmlns:leap2=\"http://web.archive.org/web/2016/http://terms.leapspecs.org/\"")
        #expect(try LeapReader.read(Data(archived.utf8)).space == LeapReader.read(Data(Self.mahara.utf8)).space)
    }

    @Test(
        "A text that could grow, ask for a file or run for ever is refused, and one that breaks off keeps its beginning"
    )
    func hostile() throws {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let types = [
            "<!DOCTYPE feed [<!ENTITY l0 \"ha\">\(laughs)]>", "<!DOCTYPE feed SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        ]
        for type in types {
            let xml = Self.mahara.replacing("<feed", with: type + "<feed", maxReplacements: 1)
                .replacing("By telephone.", with: "&l9;&x;")
            let wrong = #expect(throws: Invalid.self) { try LeapReader.read(Data(xml.utf8)) }
            #expect(wrong?.sentence.contains("document type") == true)
        }
        let deep = Self.feed("<entry><content>" + String(repeating: "<a>", count: 20_000))
        for xml in [
            "", "<", "<feed/>", "<feed xmlns=\"x\"/>", deep, "\u{FEFF}",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><e&",
        ] {
            #expect(throws: Invalid.self) { try LeapReader.read(Data(xml.utf8)) }
        }
        #expect(throws: Invalid.self) { try LeapReader.read(Data(Self.mahara.utf8) + Data([0xFF])) }
        let cut = try #require(Self.mahara.range(of: "A course")).upperBound
        let (space, _) = try LeapReader.read(Data(Self.mahara[..<cut].utf8))
        #expect(space.reflections.map(\.title) == ["A first day", "Plan"] && space.unreadable == 1)
    }

    @Test("Characters that no XML may hold are left out, and words stay words")
    func characters() throws {
        let xml = Self.feed(
            """
            <entry><title>A\u{1}B&#1;C&#xB;D &#233; "; rm -rf $(x)</title><id>portfolio:1</id>
            <updated>2010-09-09T12:00:00Z</updated><content>\u{8}&lt;script&gt;</content></entry>
            """)
        let item = try #require(try LeapReader.read(Data(xml.utf8)).space.reflections.first)
        #expect(item.title == "ABCD é \"; rm -rf $(x)")
        #expect(item.stages.first?.words == "<script>")
    }
}
