import Foundation
import GRDB
import Storage
import TextSearch

/// A search as SQL: which rows, before any order.
struct Conditions {
    let search: Search
    /// What stands after MATCH; nil for a search without words.
    let match: String?
    let all: SQL

    init(_ search: Search, demanding demand: Query.Demand) {
        self.search = search
        match = Self.match(search, demanding: demand)
        var conditions: [SQL] = ["o.withdrawn IS NULL"]
        if search.remote == .only { conditions.append("o.remote = 1") }
        if let place = Self.place(search) { conditions.append(place) }
        if let cause = search.cause {
            conditions.append("o.number IN (SELECT opportunity FROM cause WHERE cause = \(cause.id))")
        }
        if let hours = search.hours { conditions.append("(o.hours_least IS NULL OR o.hours_least <= \(hours))") }
        if search.day != nil || search.slot != nil {
            conditions.append("(NOT \(Self.statesSlots) OR \(Self.fits(search)))")
        }
        if let from = search.from { conditions.append("(o.ends IS NULL OR o.ends >= \(from))") }
        if search.costsNothing { conditions.append("coalesce(o.pays_expenses, 1) = 1") }
        if search.needsNoCheck { conditions.append("coalesce(o.needs_check, 0) = 0") }
        if search.isStepFree { conditions.append("coalesce(o.step_free, 1) = 1") }
        all = conditions.joined(separator: " AND ")
    }

    /// `FROM … WHERE …`; with words the index drives and each match costs one step by number.
    var rows: SQL {
        guard let match else { return "FROM opportunity o WHERE \(all)" }
        return """
            FROM searchable CROSS JOIN opportunity o ON o.number = searchable.rowid
            WHERE searchable MATCH \(match) AND \(all)
            """
    }

    var count: SQLRequest<Int> { SQLRequest(literal: "SELECT count(*) \(rows)") }

    /// Miles to the nearest place of the row `o`; NULL without `near` or without a place.
    var miles: SQL {
        guard let centre = search.near?.place.coordinate else { return "NULL" }
        return """
            (SELECT min(\(Self.distance(to: centre))) FROM whereabouts w
            WHERE w.opportunity = o.number AND w.latitude IS NOT NULL)
            """
    }

    static let statesSlots: SQL = "EXISTS (SELECT 1 FROM slot s WHERE s.opportunity = o.number)"

    static func fits(_ search: Search) -> SQL {
        let weekdays = [0] + (search.day.map { [$0.rawValue] } ?? Weekday.allCases.map(\.rawValue))
        let parts = [""] + (search.slot.map { [$0.rawValue] } ?? PartOfDay.allCases.map(\.rawValue))
        return """
            EXISTS (SELECT 1 FROM slot s WHERE s.opportunity = o.number AND s.weekday IN \(weekdays) AND s.part IN \(parts))
            """
    }

    private static func match(_ search: Search, demanding demand: Query.Demand) -> String? {
        var parts: [String] = []
        if let words = search.words.expression(demand) { parts.append("(\(words))") }
        if let skill = Query(search.brings).expression(.any) { parts.append("{title needs text} : (\(skill))") }
        if let skill = Query(search.develops).expression(.any) { parts.append("{title gains needs text} : (\(skill))") }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// First a box, which the index on coordinates answers, then the exact distance.
    private static func place(_ search: Search) -> SQL? {
        guard let centre = search.near?.place.coordinate, search.remote != .only else { return nil }
        let miles = Double(search.within)
        let height = miles / 69
        let width = height / max(0.1, cos(centre.latitude * .pi / 180))
        let around: SQL = """
            o.number IN (SELECT w.opportunity FROM whereabouts w
            WHERE w.latitude BETWEEN \(centre.latitude - height) AND \(centre.latitude + height)
            AND w.longitude BETWEEN \(centre.longitude - width) AND \(centre.longitude + width)
            AND \(distance(to: centre)) <= \(miles))
            """
        return search.remote == .also ? "(o.remote = 1 OR \(around))" : around
    }

    /// The haversine formula of `Coordinate.miles(to:)`, for the row `w`.
    private static func distance(to centre: Coordinate) -> SQL {
        """
        2 * \(Coordinate.earthRadiusInMiles) * asin(sqrt(
        sin(radians(w.latitude - \(centre.latitude)) / 2) * sin(radians(w.latitude - \(centre.latitude)) / 2)
        + cos(radians(\(centre.latitude))) * cos(radians(w.latitude))
        * sin(radians(w.longitude - \(centre.longitude)) / 2) * sin(radians(w.longitude - \(centre.longitude)) / 2)))
        """
    }
}
