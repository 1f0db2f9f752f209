import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Opportunities
import Storage

/// `GET /opportunities/{id}.ics`: the dates of an opportunity that are still to come, for a calendar (RFC 5545).
struct OpportunityCalendar: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/opportunities/{id}.ics") { _, context -> Response in
            guard let opportunity = try await site.catalogue.opportunity(try context.id()),
                opportunity.hasDates(from: site.world.today)
            else { throw HTTPError(.notFound) }
            let page = site.address.appending(path: "opportunities/\(opportunity.id)").absoluteString
            let text = Self.calendar(of: opportunity, page: page, from: site.world.today)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/calendar; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"opportunity.ics\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }

    /// - Parameter page: where the opportunity can be read.
    static func calendar(of opportunity: Opportunity, page: String, from today: Day) -> String {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Riffle//Opportunities//EN")
        for occasion in opportunity.occasions(from: today) {
            lines.add("BEGIN", "VEVENT")
            // By when it begins: moved in the advert's list it stays the same event, at another time it is another.
            lines.add("UID", "\(opportunity.id)-\(occasion.name)@\(Self.host(page))")
            // The advert's own last change, so that the same advert is the same bytes.
            lines.add("DTSTAMP", CalendarLines.utc(opportunity.freshness.changed.start))
            lines.add(occasion.start.name, occasion.start.value)
            if let end = occasion.end { lines.add(end.name, end.value) }
            lines.add("SUMMARY", text: opportunity.title)
            lines.add("LOCATION", text: opportunity.places(most: 3).joined(separator: "; "))
            let about = [opportunity.organisation, String(opportunity.description.prefix(600)), page]
            lines.add("DESCRIPTION", text: about.compactMap(\.self).joined(separator: "\n\n"))
            lines.add("URL", page)
            // A period in which times are agreed fills nobody's day.
            if occasion.isPeriod { lines.add("TRANSP", "TRANSPARENT") }
            lines.add("STATUS", opportunity.freshness.withdrawn == nil ? "CONFIRMED" : "CANCELLED")
            lines.add("END", "VEVENT")
        }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    private static func host(_ page: String) -> String { URL(string: page)?.host() ?? "riffle" }
}

/// One event, with its properties as a calendar writes them.
private struct Occasion {
    /// Tells it from the opportunity's others.
    let name: String
    let start: (name: String, value: String)
    let end: (name: String, value: String)?
    let isPeriod: Bool

    init(_ session: Session) {
        if session.isPeriod, let last = session.ends?.day {
            self = Occasion(from: session.starts.day, to: last)
        } else {
            let start = CalendarLines.utc(session.starts.moment)
            // An end must come after the start; without one the event is a moment.
            let end = session.ends.flatMap { $0 > session.starts ? CalendarLines.utc($0.moment) : nil }
            self = Occasion(name: start, start: ("DTSTART", start), end: end.map { ("DTEND", $0) }, isPeriod: false)
        }
    }

    private init(
        name: String, start: (name: String, value: String), end: (name: String, value: String)?, isPeriod: Bool
    ) {
        self.name = name
        self.start = start
        self.end = end
        self.isPeriod = isPeriod
    }

    /// Whole days; the last one's end is the day after, which is not part of it.
    init(from first: Day, to last: Day) {
        let start = CalendarLines.day(first)
        self.init(
            name: start, start: ("DTSTART;VALUE=DATE", start),
            end: ("DTEND;VALUE=DATE", CalendarLines.day(last + 1)), isPeriod: true)
    }
}

extension Opportunity {
    func hasDates(from today: Day) -> Bool { !occasions(from: today).isEmpty }

    /// What is not over, each beginning once.
    fileprivate func occasions(from today: Day) -> [Occasion] {
        var names: Set<String> = []
        let coming = sessions.filter { ($0.ends ?? $0.starts).day >= today }.map { Occasion($0) }
        if !sessions.isEmpty { return coming.filter { names.insert($0.name).inserted } }
        guard let starts, let ends, ends >= today, ends >= starts else { return [] }
        return [Occasion(from: starts, to: ends)]
    }
}
