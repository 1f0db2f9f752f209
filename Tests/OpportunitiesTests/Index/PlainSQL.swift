import Foundation
import GRDB
import Storage

@testable import Opportunities

/// What a search's filters leave, asked of the tables themselves, one condition after another.
struct PlainSQL {
    let conditions: SQL

    init(_ search: Search) {
        var all: [SQL] = ["o.withdrawn IS NULL"]
        func stated(_ column: SQL, _ fits: SQL) -> SQL {
            search.isStatedOnly ? "(\(column) IS NOT NULL AND \(fits))" : "(\(column) IS NULL OR \(fits))"
        }
        if let place = Self.place(search) { all.append(place) }
        if let cause = search.cause {
            all.append("o.number IN (SELECT opportunity FROM cause WHERE cause = \(cause.id))")
        }
        if let hours = search.hours { all.append(stated("o.hours_least", "o.hours_least <= \(hours)")) }
        if search.day != nil || search.slot != nil {
            let states: SQL = "EXISTS (SELECT 1 FROM slot s WHERE s.opportunity = o.number)"
            all.append(search.isStatedOnly ? Self.fits(search) : "(NOT \(states) OR \(Self.fits(search)))")
        }
        if let from = search.from {
            let isOn: SQL = "(o.ends IS NULL OR o.ends >= \(from))"
            all.append(search.isStatedOnly ? "(coalesce(o.starts, o.ends) IS NOT NULL AND \(isOn))" : isOn)
        }
        if let kind = search.kind {
            let oneOff: SQL = "coalesce(julianday(o.ends) - julianday(o.starts) < 7, 0)"
            let dated: SQL = """
                (o.starts IS NOT NULL OR o.ends IS NOT NULL OR o.hours_least IS NOT NULL
                OR EXISTS (SELECT 1 FROM slot s WHERE s.opportunity = o.number))
                """
            let fits: SQL = kind == .oneOff ? oneOff : "(NOT \(oneOff) AND \(dated))"
            all.append(search.isStatedOnly ? fits : "(NOT \(dated) OR \(fits))")
        }
        if search.costsNothing { all.append(stated("o.pays_expenses", "o.pays_expenses = 1")) }
        if search.needsNoCheck { all.append(stated("o.needs_check", "o.needs_check = 0")) }
        if search.needsNoReferences { all.append(stated("o.needs_references", "o.needs_references = 0")) }
        if search.isStepFree { all.append(stated("o.step_free", "o.step_free = 1")) }
        if let age = search.age { all.append(stated("o.minimum_age", "o.minimum_age <= \(age)")) }
        conditions = all.joined(separator: " AND ")
    }

    /// In ascending order.
    func numbers(_ db: Database) throws -> [Int] {
        try SQLRequest<Int>(literal: "SELECT o.number FROM opportunity o WHERE \(conditions) ORDER BY o.number")
            .fetchAll(db)
    }

    private static func fits(_ search: Search) -> SQL {
        let weekdays = [0] + (search.day.map { [$0.rawValue] } ?? Weekday.allCases.map(\.rawValue))
        let parts = [""] + (search.slot.map { [$0.rawValue] } ?? PartOfDay.allCases.map(\.rawValue))
        return """
            EXISTS (SELECT 1 FROM slot s WHERE s.opportunity = o.number AND s.weekday IN \(weekdays) AND s.part IN \(parts))
            """
    }

    private static func place(_ search: Search) -> SQL? {
        let somewhere: SQL = """
            EXISTS (SELECT 1 FROM whereabouts w WHERE w.opportunity = o.number AND w.latitude IS NOT NULL)
            """
        if search.remote == .only { return "o.remote = 1" }
        guard let centre = search.near?.place.coordinate else {
            return search.remote == .inPerson ? "(o.remote = 0 OR \(somewhere))" : nil
        }
        let around: SQL = """
            EXISTS (SELECT 1 FROM whereabouts w
            WHERE w.opportunity = o.number AND \(miles(from: centre)) <= \(Double(search.within)))
            """
        return search.remote == .also ? "(o.remote = 1 OR \(around))" : around
    }

    /// The haversine formula, for the row `w`.
    static func miles(from centre: Coordinate) -> SQL {
        """
        2 * \(Coordinate.earthRadiusInMiles) * asin(sqrt(
        sin(radians(w.latitude - \(centre.latitude)) / 2) * sin(radians(w.latitude - \(centre.latitude)) / 2)
        + cos(radians(\(centre.latitude))) * cos(radians(w.latitude))
        * sin(radians(w.longitude - \(centre.longitude)) / 2) * sin(radians(w.longitude - \(centre.longitude)) / 2)))
        """
    }
}
