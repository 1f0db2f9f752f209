import Foundation
package import Storage
import TextSearch

extension Search {
    /// From the names and texts of a query string or form: `q`, `near`, `within`, `cause`, `brings`, `develops`,
    /// `remote`, `hours`, `day`, `slot`, `from`, `kind`, `cost`, `checks`, `references`, `access`,
    /// `age`, `stated`, `lean`, `facets`, `spelling`, `page`, `limit`.
    ///
    /// What is absent or blank is not asked for; names that are none of these are not looked at.
    /// - Throws: every parameter that cannot be used, each with what would be right.
    package init(_ parameters: [String: String], places: Places, taxonomy: Taxonomy) throws(InvalidFields) {
        self.init()
        var reader = Reader(parameters)
        text = reader.text("q")
        brings = reader.text("brings")
        develops = reader.text("develops")
        if let typed = reader.value("near") {
            near = places.find(typed)
            if near == nil {
                reader.problem(
                    "near",
                    "We do not know the place “\(typed.prefix(60))”. Try a town, a region or the first half of a postcode, like B3."
                )
            }
        }
        within = reader.number("within", in: 1...500, saying: "Distance is a number of miles from 1 to 500.") ?? within
        if let typed = reader.value("cause") {
            // A cause that only a source knows has its label for an id.
            cause = taxonomy.find(typed) ?? Cause(id: typed, label: typed, synonyms: [])
            if typed.count > 100 {
                reader.problem("cause", "A cause has at most 100 characters. Choose one from the list.")
            }
        }
        remote = reader.choice(
            "remote",
            [
                "only": .only, "yes": .only, "true": .only, "1": .only, "on": .only, "also": .also,
                "in-person": .inPerson, "no": nil, "false": nil, "0": nil, "any": nil,
            ], saying: "Remote is “only” (from home), “also” (from home too), “in-person” or “no”.")
        if let typed = reader.value("hours") {
            hours = Double(typed).flatMap { (0.25...80).contains($0) ? $0 : nil }
            if hours == nil { reader.problem("hours", "Hours a week is a number from 0.25 to 80, like 2 or 3.5.") }
        }
        let days = Weekday.allCases.flatMap {
            [($0.name.lowercased(), $0), (String($0.name.lowercased().prefix(3)), $0)]
        }
        day = reader.choice(
            "day", Dictionary(days, uniquingKeysWith: { first, _ in first }),
            saying: "A day is one from Monday to Sunday.")
        slot = reader.choice(
            "slot", Dictionary(uniqueKeysWithValues: PartOfDay.allCases.map { ($0.rawValue, $0) }),
            saying: "A time of day is morning, afternoon or evening.")
        if let typed = reader.value("from") {
            from = Day(typed)
            if from == nil { reader.problem("from", "A date is a year, month and day, like 2026-11-30.") }
        }
        costsNothing = reader.isNone("cost", saying: "Cost is “none” (expenses paid, or not stated) or “any”.")
        needsNoCheck = reader.isNone("checks", saying: "Checks is “none” (no criminal record check stated) or “any”.")
        isStepFree =
            reader.choice(
                "access", ["step-free": true, "any": false], saying: "Access is “step-free” or “any”.") ?? false
        needsNoReferences = reader.isNone("references", saying: "References is “none” (none asked for) or “any”.")
        kind = reader.choice(
            "kind", ["ongoing": .ongoing, "one-off": .oneOff, "any": nil],
            saying: "Kind is “ongoing”, “one-off” or “any”.")
        age = reader.number("age", in: 5...120, saying: "Age is your years, a number from 5 to 120.")
        isStatedOnly =
            reader.choice(
                "stated", ["only": true, "any": false],
                saying: "Stated is “only” (leave out what an advert does not state) or “any”.") ?? false
        lean = reader.choice(
            "lean", ["nearer": .nearer, "sooner": .sooner, "words": .words, "none": nil],
            saying: "Lean is “nearer”, “sooner”, “words” or “none”.")
        isAsTyped =
            reader.choice(
                "spelling", ["as-typed": true, "corrected": false], saying: "Spelling is “as-typed” or “corrected”.")
            ?? false
        wantsFacets = !reader.isNone("facets", saying: "Facets is “none” (do not count what could narrow it) or “any”.")
        size = reader.number("limit", in: 1...100, saying: "Ask for 1 to 100 results at once.") ?? size
        let last = Search.mostRanked / size
        page =
            reader.number(
                "page", in: 1...last,
                saying: "Pages go from 1 to \(last): to see other results, ask for something closer.")
            ?? page
        guard reader.problems.isEmpty else { throw InvalidFields(reader.problems) }
    }

    /// The parameters that say this again, for a link; the usual values are left out.
    package var parameters: [String: String] {
        let all: [String: String?] = [
            "q": text.isEmpty ? nil : text,
            "near": near?.place.name,
            "within": near == nil || within == Self.usualWithin ? nil : String(within),
            "cause": cause?.id,
            "brings": brings.isEmpty ? nil : brings,
            "develops": develops.isEmpty ? nil : develops,
            "remote": remote?.rawValue,
            "hours": hours.map { $0 == $0.rounded() ? String(Int($0)) : String($0) },
            "day": day.map { $0.name.lowercased() },
            "slot": slot?.rawValue,
            "from": from?.description,
            "cost": costsNothing ? "none" : nil,
            "checks": needsNoCheck ? "none" : nil,
            "access": isStepFree ? "step-free" : nil,
            "references": needsNoReferences ? "none" : nil,
            "kind": kind?.rawValue,
            "age": age.map(String.init),
            "stated": isStatedOnly ? "only" : nil,
            "lean": lean?.rawValue,
            "facets": wantsFacets ? nil : "none",
            "spelling": isAsTyped ? "as-typed" : nil,
            "page": page == 1 ? nil : String(page),
            "limit": size == Self.usualSize ? nil : String(size),
        ]
        return all.compactMapValues { $0 }
    }
}

/// Reads texts, and keeps what was wrong with them.
private struct Reader {
    private let parameters: [String: String]
    private(set) var problems: [Invalid] = []

    init(_ parameters: [String: String]) { self.parameters = parameters }

    mutating func problem(_ field: String, _ sentence: String) {
        problems.append(Invalid(field, sentence))
    }

    func value(_ field: String) -> String? {
        let trimmed = (parameters[field] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }

    mutating func text(_ field: String) -> String {
        let typed = value(field) ?? ""
        guard typed.count > Search.longestText else { return typed }
        problem(field, "Use at most \(Search.longestText) characters; there were \(typed.count).")
        return ""
    }

    mutating func number(_ field: String, in range: ClosedRange<Int>, saying sentence: String) -> Int? {
        guard let typed = value(field) else { return nil }
        if let number = Int(typed), range.contains(number) { return number }
        problem(field, sentence)
        return nil
    }

    mutating func choice<Choice>(_ field: String, _ choices: [String: Choice?], saying sentence: String) -> Choice? {
        guard let typed = value(field) else { return nil }
        if let choice = choices[typed.lowercased()] { return choice }
        problem(field, sentence)
        return nil
    }

    mutating func isNone(_ field: String, saying sentence: String) -> Bool {
        choice(field, ["none": true, "any": false], saying: sentence) ?? false
    }
}
