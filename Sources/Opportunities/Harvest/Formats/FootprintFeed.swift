import Foundation
import Storage

/// Reads FPXML 0.1, one opportunity at a time.
struct FootprintFeed: ItemReading {
    let places: Places
    let taxonomy: Taxonomy
    /// Names by id.
    let organisations: [String: String]

    static func organisations(in file: URL, named name: String) throws -> [String: String] {
        var items = try XMLItems(file, named: name, element: "Organization")
        var names: [String: String] = [:]
        while let item = try items.next() {
            guard let node = try? XMLNode(item.bytes), let id = node.text("organizationID") else { continue }
            names[id] = node.text("name")
        }
        return names
    }

    func read(_ item: RawItem, into harvested: inout Harvested) {
        do throws(Refusal) {
            let node = try XMLNode(item.bytes)
            guard let id = node.text("volunteerOpportunityID") else { throw .noIdentifier }
            guard let title = node.text("title") else { throw .noTitle }
            let advert = advert(id, title, node, counting: &harvested)
            harvested.note(advert)
            harvested.add(.live(advert))
        } catch {
            harvested.add(.refused(error))
        }
    }

    private func advert(
        _ id: String, _ title: String, _ node: XMLNode, counting harvested: inout Harvested
    ) -> Advert {
        let description = Description(node["description"]?.text ?? node["abstract"]?.text ?? "", counting: &harvested)
        let organisationID = node["sponsoringOrganizationIDs"]?.text("sponsoringOrganizationID")
        let organisation = organisationID.flatMap { organisations[$0] }
        if organisation == nil { harvested.count(.unknownOrganisation) }
        let link = node.text("detailURL").flatMap(WebLink.init)
        if link == nil { harvested.count(.noLink) }
        let times = (node["dateTimeDurations"]?.all("dateTimeDuration") ?? []).map(FootprintTime.init)
        if times.isEmpty { harvested.count(.noSession) }
        let locations = node["locations"]?.all("location") ?? []
        let isPaid = Terms.isPaidResearch(title: title, text: description.text)
        let isOpen = times.contains(where: \.isOpenEnded)
        let days = times.filter { !$0.isOpenEnded }
        let age = node.text("minimumAge").flatMap { Int($0) }.flatMap { $0 > 0 ? ["+\($0)"] : nil } ?? []
        return Advert(
            providerID: id, title: title, organisation: organisation, organisationKey: organisationID ?? id,
            description: description.text, link: link?.text,
            isRemote: locations.contains { $0.text("virtual")?.lowercased() == "yes" }, isPaidResearch: isPaid,
            whereabouts: locations.compactMap { whereabouts(of: $0, counting: &harvested) },
            sessions: days.compactMap(\.session).sorted { $0.starts < $1.starts },
            starts: days.compactMap(\.starts).min(), ends: isOpen ? nil : days.compactMap(\.ends).max(),
            slots: Set(times.flatMap(\.slots)).sorted { $0.order < $1.order },
            hours: times.lazy.compactMap(\.hours).first ?? Hours(in: description.text),
            terms: Terms(text: description.text, requirements: age),
            needs: node.text("skills").map { [Skill(text: $0, isBoilerplate: false)] } ?? [], gains: [],
            requirements: (node["audienceTags"]?.all("audienceTag") ?? []).map { "For: \(AdvertText($0.text).text)" },
            causes: taxonomy.attributed(
                stated: (node["categoryTags"]?.all("categoryTag") ?? []).map { AdvertText($0.text).text }
                    .filter { !$0.isEmpty },
                title: title, text: description.text, counting: &harvested))
    }

    /// A region alone is all of that state, and a country alone all of the country.
    private func whereabouts(of location: XMLNode, counting harvested: inout Harvested) -> Whereabouts? {
        guard location.text("virtual")?.lowercased() != "yes" else { return nil }
        let names = [
            "name", "streetAddress1", "streetAddress2", "streetAddress3", "city", "region", "postalCode", "country",
        ]
        let parts = names.compactMap { location.text($0) }
        return places.whereabouts(
            address: parts.joined(separator: ", "), latitude: location.text("latitude").flatMap(Double.init),
            longitude: location.text("longitude").flatMap(Double.init), counting: &harvested)
    }
}

/// One `dateTimeDuration`.
struct FootprintTime {
    let isOpenEnded: Bool
    let starts: Day?
    let ends: Day?
    let hours: Hours?
    private let from: String?
    private let to: String?
    private let recurrence: String

    init(_ node: XMLNode) {
        isOpenEnded = node.text("openEnded")?.lowercased() == "yes"
        // What begins with the epoch begins nowhere.
        func day(_ name: String) -> Day? {
            node.text(name).flatMap { Day(String($0.prefix(10))) }.flatMap { $0.number > 0 ? $0 : nil }
        }
        starts = day("startDate")
        ends = day("endDate").flatMap { $0 < StatedDay.firstSentinel ? $0 : nil }
        from = node.text("startTime")
        to = node.text("endTime")
        recurrence = node.text("iCalRecurrence") ?? ""
        hours = node.text("commitmentHoursPerWeek").flatMap { text in
            let number = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
            return Hours(in: "\(number) hours a week")
        }
    }

    /// Where it is one occasion, with its times.
    var session: Session? {
        guard recurrence.isEmpty, let starts, let from, let start = LocalTime("\(starts) \(from)") else { return nil }
        let end = to.flatMap { LocalTime("\(ends ?? starts) \($0)") }
        return Session(starts: start, ends: end.flatMap { $0 < start ? nil : $0 })
    }

    /// Of a recurrence such as `FREQ=WEEKLY;BYDAY=TU,TH`, or of the occasion.
    var slots: [Slot] {
        if let session { return Slot.slots(of: session) }
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let stated = recurrence.firstMatch(of: /BYDAY=([A-Z0-9,+\-]+)/).map { $0.1.split(separator: ",") } ?? []
        let days = stated.compactMap { text in
            names.firstIndex(of: String(text.suffix(2))).flatMap { Weekday(rawValue: $0 + 1) }
        }
        let start = from.flatMap { LocalTime("2000-01-01 \($0)") }
        let parts = start.map { PartOfDay.parts(from: $0.minute, to: $0.minute + 1) } ?? []
        return days.flatMap { day in
            parts.isEmpty ? [Slot(weekday: day, part: nil)] : parts.map { Slot(weekday: day, part: $0) }
        }
    }
}
