import Foundation
import Storage

/// Reads a page's JSON-LD: each `JobPosting` that is for volunteers, and each `Event`.
struct PageData: ItemReading {
    let places: Places
    let taxonomy: Taxonomy

    func read(_ item: RawItem, into harvested: inout Harvested) {
        guard let nodes = PageNode.nodes(of: CSVText.plain(item.bytes)) else {
            return harvested.add(.refused(.noPageData))
        }
        for node in nodes {
            if node.types.contains("JobPosting") {
                let kinds = node.all("employmentType").compactMap(\.text)
                guard kinds.contains(where: { $0.uppercased().contains("VOLUNTEER") }) else {
                    harvested.add(.refused(.notVolunteering))
                    continue
                }
                read(node, into: &harvested)
            } else if node.types.contains(where: { $0.hasSuffix("Event") }) {
                read(node, into: &harvested)
            }
        }
    }

    private func read(_ node: PageNode, into harvested: inout Harvested) {
        guard let title = node.text("title", "name") else { return harvested.add(.refused(.noTitle)) }
        let organisation =
            node["hiringOrganization"].text("name", "legalName") ?? node["organizer"].text("name")
            ?? node.text("hiringOrganization", "organizer")
        let identifier = node["identifier"].text("value") ?? node.text("identifier")
        let known = identifier ?? node.text("url") ?? node.id
        let id = known ?? [title, organisation ?? "", node.text("startDate") ?? ""].joined(separator: " | ")
        if node.text("eventStatus").map(PageNode.plain) == "EventCancelled" {
            return harvested.add(.withdrawn(providerID: id))
        }
        let advert = advert(id, title, organisation, node, counting: &harvested)
        harvested.note(advert)
        harvested.add(.live(advert))
    }

    private func advert(
        _ id: String, _ title: String, _ organisation: String?, _ node: PageNode,
        counting harvested: inout Harvested
    ) -> Advert {
        let parts = [node["description"].text, node.text("workHours").map { "Hours: \($0)" }]
        let description = Description(parts.compactMap(\.self).joined(separator: "\n\n"), counting: &harvested)
        let links = [node.text("url"), node["offers"].text("url"), node["hiringOrganization"].text("url", "sameAs")]
        let link = links.lazy.compactMap { $0.flatMap(WebLink.init) }.first
        if link == nil { harvested.count(.noLink) }
        let attendance = node.text("eventAttendanceMode").map(PageNode.plain) ?? ""
        let isRemote =
            node.text("jobLocationType")?.uppercased() == "TELECOMMUTE"
            || ["OnlineEventAttendanceMode", "MixedEventAttendanceMode"].contains(attendance)
            || node.all("location").contains { $0.types.contains("VirtualLocation") }
        let starts = node["startDate"].text
        let ends = node.text("endDate", "validThrough")
        let session = starts.flatMap(LocalTime.stated).map { start in
            let end = node["endDate"].text.flatMap(LocalTime.stated)
            return Session(starts: start, ends: end.flatMap { $0 < start ? nil : $0 })
        }
        let hours = Hours(in: description.text)
        if hours != nil { harvested.count(.hoursInProse) }
        let isPaid = Terms.isPaidResearch(title: title, text: description.text)
        if isPaid { harvested.count(.paidResearch) }
        let last = ends.flatMap(Self.day)
        return Advert(
            providerID: id, title: title, organisation: organisation, organisationKey: organisation ?? id,
            description: description.text, link: link?.text, isRemote: isRemote, isPaidResearch: isPaid,
            whereabouts: whereabouts(of: node, counting: &harvested), sessions: session.map { [$0] } ?? [],
            starts: starts.flatMap(Self.day),
            ends: last.flatMap { $0 < StatedDay.firstSentinel ? $0 : nil },
            slots: session.map(Slot.slots(of:)) ?? Slot.slots(in: description.text), hours: hours,
            terms: Terms(text: description.text), needs: skills(node, "skills", "qualifications"),
            gains: skills(node, "jobBenefits"), requirements: [],
            causes: taxonomy.attributed(stated: [], title: title, text: description.text, counting: &harvested))
    }

    /// The day here, where a time says its zone.
    private static func day(_ text: String) -> Day? { LocalTime.stated(text)?.day ?? WrittenDay(text)?.day }

    private func skills(_ node: PageNode, _ names: String...) -> [Skill] {
        names.flatMap(node.all).compactMap { $0.text ?? $0.text("name") }.map { AdvertText($0).text }
            .filter { !$0.isEmpty }.map { Skill(text: $0, isBoilerplate: false) }
    }

    private func whereabouts(of node: PageNode, counting harvested: inout Harvested) -> [Whereabouts] {
        (node.all("jobLocation") + node.all("location")).compactMap { place in
            if place.types.contains("VirtualLocation") { return nil }
            let address = place["address"]
            let named = [place.text("name"), place.text, address.text].compactMap { $0.map { AdvertText($0).text } }
            let parts = ["streetAddress", "addressLocality", "addressRegion", "postalCode"].compactMap {
                address.text($0)
            }
            var written: [String] = []
            for part in named + parts where !part.isEmpty && !written.contains(where: { $0.contains(part) }) {
                written.append(part)
            }
            let whole = written.joined(separator: ", ")
            if OutwardCode.last(in: whole) != nil { harvested.count(.outwardCodeInAddress) }
            return places.whereabouts(
                address: whole, latitude: place["geo"]["latitude"].number ?? place["latitude"].number,
                longitude: place["geo"]["longitude"].number ?? place["longitude"].number,
                town: address.text("addressLocality") ?? "", counting: &harvested)
        }
    }
}
