import Foundation
import Outbound
import Storage
import Testing

@testable import Opportunities

@Suite("A CSV file")
struct CSVTests {
    @Test("of TeamKinetic's demonstration is read by the names of its columns, and one row of it is not to be shown")
    func real() async throws {
        let offered = try Offered(.csv, seed: "teamkinetic-Opportunity-data.csv")
        let harvest = try await offered.harvest()
        #expect(harvest.live == 2 && harvest.refused == 1)
        let report = try await offered.report()
        #expect(report.refused.map { "\($0.place) \($0.reason)" } == ["line 4 is marked as not to be published"])
        let coach = try await offered.opportunity("coaching young kids")
        #expect(coach.link == "https://demo.teamkinetic.co.uk/volunteers/opportunity/2")
        #expect(coach.starts == Day("2025-10-08") && coach.ends == Day("2025-11-06"))
        #expect(coach.whereabouts.map(\.address) == ["Birmingham City FC, B154FG"])
        #expect(coach.whereabouts.first?.coordinate != nil)
    }

    @Test("in a spreadsheet's own hand is read: its separator, its letters, its dates, its line breaks")
    func spreadsheet() async throws {
        let text = """
            Ref;Role Title;Charity;Details;Town/City;Post Code;From;Until;Hours per week\r
            7;"Caf\u{E9} ""helper""; weekends";St Anne\u{2019}s;"Two lines\r\nof text";Leeds;LS6 3HG;08/10/2026;8 Nov 2026;4\r
            ;No id;X;;;;;;\r
            9;;X;;;;;;\r
            10;Too long;X;;;;;;;;;;\r
            11;Only a town;X;;Barnstaple;;31/02/2026;;\r

            """
        let offered = try Offered(.csv, try #require(text.data(using: .windowsCP1252)))
        let harvest = try await offered.harvest()
        #expect(harvest.live == 2 && harvest.refused == 3)
        let report = try await offered.report()
        #expect(
            report.refused.map { "\($0.place) \($0.reason)" }.sorted() == [
                "line 4 has no id", "line 5 has no title", "line 6 has more fields than the first row has names",
            ])
        let helper = try await offered.opportunity("helper")
        #expect(helper.title == "Caf\u{E9} \"helper\"; weekends")
        #expect(helper.organisation == "St Anne\u{2019}s")
        #expect(helper.description == "Two lines\nof text")
        #expect(helper.starts == Day("2026-10-08") && helper.ends == Day("2026-11-08"))
        #expect(helper.hours?.least == 4)
        let town = try await offered.opportunity("Only a town")
        #expect(town.starts == nil)
        #expect(town.whereabouts.first?.coordinate != nil)
    }

    @Test(
        "that nobody could read says what is wrong with it",
        arguments: [
            ("", "offered holds no items, not even a row of names. Nothing was changed."),
            ("title,link\n", "offered holds no items, so nothing was changed."),
            (
                "colour,shape\nred,round\n",
                "offered has no column that could be a title. Its columns are: colour, shape. Nothing was changed."
            ),
            (
                "id,title\n1,\"Walk dogs\n2,Feed cats\n",
                "offered has a quotation mark in line 2 that is never closed. Nothing was changed."
            ),
        ])
    func unreadable(text: String, sentence: String) async throws {
        #expect(try await Offered(.csv, text).sentence() == sentence)
    }

    @Test("can be looked at before it is a source: what each column is read as, and what would be refused")
    func preview() async throws {
        let file = SeededCatalogue.seeds.appending(path: "teamkinetic-Opportunity-data.csv")
        let seeded = try SeededCatalogue()
        let source = try Source(
            name: "preview", title: "Preview", format: "csv", location: file.path, licence: "MIT", attribution: "")
        let preview = try await seeded.catalogue.preview(source, over: .init())
        let columns = Dictionary(uniqueKeysWithValues: preview.columns.map { ($0.name, $0.readAs) })
        #expect(columns["PLACEMENTID"] == "id")
        #expect(columns["NAME"] == "title")
        #expect(columns["STARTDATE"] == "first day")
        #expect(columns["TAGS"] == .some(nil))
        #expect(preview.live == 2 && preview.refused == 1)
        #expect(preview.samples.count == 2)
        #expect(preview.refusals.map(\.place) == ["line 4"])
        #expect(try await seeded.catalogue.count() == 0)
        #expect(try await seeded.catalogue.sources().isEmpty)
    }
}
