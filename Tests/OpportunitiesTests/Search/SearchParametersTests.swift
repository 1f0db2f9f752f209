import Foundation
import Opportunities
import Storage
import Testing

@Suite("Search parameters")
struct SearchParametersTests {
    private let places: Places
    private let taxonomy: Taxonomy

    init() throws {
        places = try Places(file: SeededCatalogue.seeds.appending(path: "uk-outcodes.csv"))
        taxonomy = try Taxonomy(file: SeededCatalogue.seeds.appending(path: "volunteering-taxonomy.csv"))
    }

    @Test(
        "that are wrong are named, each with what would be right",
        arguments: [
            (
                "near", "Atlantis",
                "We do not know the place “Atlantis”. Try a town, a region or the first half of a postcode, like B3."
            ),
            ("within", "far", "Distance is a number of miles from 1 to 500."),
            ("within", "0", "Distance is a number of miles from 1 to 500."),
            ("remote", "maybe", "Remote is “only” (from home), “also” (from home too), “in-person” or “no”."),
            ("hours", "lots", "Hours a week is a number from 0.25 to 80, like 2 or 3.5."),
            ("hours", "nan", "Hours a week is a number from 0.25 to 80, like 2 or 3.5."),
            ("day", "someday", "A day is one from Monday to Sunday."),
            ("slot", "night", "A time of day is morning, afternoon or evening."),
            ("from", "tomorrow", "A date is a year, month and day, like 2026-11-30."),
            ("cost", "5", "Cost is “none” (expenses paid, or not stated) or “any”."),
            ("checks", "dbs", "Checks is “none” (no criminal record check stated) or “any”."),
            ("access", "ramp", "Access is “step-free” or “any”."),
            ("kind", "rare", "Kind is “ongoing”, “one-off” or “any”."),
            ("references", "two", "References is “none” (none asked for) or “any”."),
            ("age", "4", "Age is your years, a number from 5 to 120."),
            ("stated", "some", "Stated is “only” (leave out what an advert does not state) or “any”."),
            ("lean", "left", "Lean is “nearer”, “sooner”, “words” or “none”."),
            ("page", "0", "Pages go from 1 to 50: to see other results, ask for something closer."),
            ("page", "99999999999999999999", "Pages go from 1 to 50: to see other results, ask for something closer."),
            ("limit", "101", "Ask for 1 to 100 results at once."),
            ("q", String(repeating: "x", count: 501), "Use at most 500 characters; there were 501."),
            (
                "cause", String(repeating: "x", count: 101),
                "A cause has at most 100 characters. Choose one from the list."
            ),
        ])
    func wrong(field: String, typed: String, sentence: String) {
        let invalid = #expect(throws: InvalidFields.self) {
            try Search([field: typed], places: places, taxonomy: taxonomy)
        }
        #expect(invalid?.all == [Invalid(field, sentence)])
    }

    @Test("that are wrong are named all at once")
    func several() {
        let invalid = #expect(throws: InvalidFields.self) {
            try Search(["near": "Atlantis", "page": "x", "q": "dogs"], places: places, taxonomy: taxonomy)
        }
        #expect(invalid?.all.map(\.field).sorted() == ["near", "page"])
    }

    @Test("that are blank or unknown ask for nothing")
    func blank() throws {
        let search = try Search(["q": "  ", "near": "", "colour": "red"], places: places, taxonomy: taxonomy)
        #expect(search.parameters.isEmpty)
    }

    @Test("can be written again from the search they made")
    func roundTrip() throws {
        let all = [
            "q": "dog walking", "near": "B3, Birmingham", "within": "25", "cause": "AnimalWelfare",
            "brings": "patience",
            "develops": "leadership", "remote": "also", "hours": "3.5", "day": "tuesday", "slot": "evening",
            "from": "2026-12-01", "cost": "none", "checks": "none", "access": "step-free", "page": "2", "limit": "10",
            "spelling": "as-typed", "kind": "one-off", "references": "none", "age": "17", "stated": "only",
            "lean": "sooner",
        ]
        #expect(try Search(all, places: places, taxonomy: taxonomy).parameters == all)
    }
}
