import Foundation
import Storage

/// Reads the Volunteering Data standard in both its shapes, one node of its graph at a time.
struct VolunteeringData: ItemReading {
    let places: Places
    let taxonomy: Taxonomy
    var organisations = VolunteeringOrganisations()
    /// Our own public address, under which nothing is harvested: two that follow each other would hand everything back
    /// and forth.
    var ownAddress: String?

    var namelessOrganisations: Int { organisations.nameless }

    func read(_ item: RawItem, into harvested: inout Harvested) {
        do throws(Refusal) {
            let node = try JSON(item.bytes)
            guard node.isObject else { throw .unreadable("item") }
            guard node["activity"].isThere else { return read(node, of: nil, into: &harvested) }
            for activity in node["activity"].list { read(activity, of: node, into: &harvested) }
        } catch {
            harvested.add(.refused(error))
        }
    }

    private func read(_ node: JSON, of organisation: JSON?, into harvested: inout Harvested) {
        let types = node[any: "type", "@type"].list.compactMap(\.text)
        // It says who, and not what there is to do.
        if types.contains(where: { $0.hasSuffix("Organisation") }) { return }
        for activity in VolunteeringActivity.all(in: node, of: organisation) {
            let title = activity.title
            if title.isEmpty {
                harvested.add(.refused(.noTitle))
            } else if let ownAddress, activity.addresses.contains(where: { $0.stands(under: ownAddress) }) {
                harvested.add(.refused(.ours))
            } else if let id = activity.id {
                let advert = advert(id, title, activity, counting: &harvested)
                harvested.note(advert)
                harvested.add(.live(advert))
            } else {
                harvested.add(.refused(.noIdentifier))
            }
        }
    }

    private func advert(
        _ id: String, _ title: String, _ activity: VolunteeringActivity, counting harvested: inout Harvested
    ) -> Advert {
        let description = Description(activity.description, counting: &harvested)
        let sessions = activity.sessions
        count(sessions, in: &harvested)
        let organisation = activity.organisationName ?? activity.organisationID.flatMap { organisations.names[$0] }
        if organisation == nil { harvested.count(.unknownOrganisation) }
        let link = activity.links.lazy.compactMap(WebLink.init).first
        if link == nil { harvested.count(.noLink) }
        let times = sessions.flatMap(\.times).compactMap { session($0.starts, $0.ends, counting: &harvested) }
        let hours = Hours(in: description.text)
        if hours != nil { harvested.count(.hoursInProse) }
        let isPaid = Terms.isPaidResearch(title: title, text: description.text)
        if isPaid { harvested.count(.paidResearch) }
        let stated = sessions.flatMap(\.slots)
        let isUnsaid = stated.isEmpty && (times.isEmpty || times.allSatisfy(\.isPeriod))
        let said = isUnsaid ? Slot.slots(in: description.text) : []
        // One occasion without an end leaves the whole without one.
        let ends = times.allSatisfy { $0.ends != nil } ? times.compactMap { $0.ends?.day }.max() : nil
        let requirements = activity.requirements
        let age = activity.minimumAge.map { ["+\($0)"] } ?? []
        return Advert(
            providerID: id, title: title, status: activity.status, origin: activity.addresses.last,
            organisation: organisation.flatMap { $0.isEmpty ? nil : $0 },
            organisationKey: activity.organisationID ?? organisation ?? id, description: description.text,
            link: link?.text, isRemote: activity.isRemote, isPaidResearch: isPaid,
            whereabouts: whereabouts(of: sessions, counting: &harvested),
            sessions: times.sorted { $0.starts < $1.starts },
            starts: times.map(\.starts.day).min(), ends: ends,
            slots: Set(times.flatMap(Slot.slots(of:)) + said + stated).sorted { $0.order < $1.order }, hours: hours,
            terms: Terms(text: description.text, requirements: requirements + activity.rewards + age),
            needs: activity.skills.map { Skill(text: $0, isBoilerplate: false) },
            gains: activity.rewards.map { Skill(text: $0, isBoilerplate: false) }, requirements: requirements,
            causes: taxonomy.attributed(
                stated: activity.causes.map { taxonomy.find($0) == nil ? VolunteeringActivity.words($0) : $0 },
                title: title, text: description.text, counting: &harvested))
    }

    private func count(_ sessions: [VolunteeringSession], in harvested: inout Harvested) {
        if sessions.isEmpty { harvested.count(.noSession) }
        if sessions.count > 100 { harvested.count(.over100Sessions) }
        harvested.count(.misspeltBeginning, sessions.count(where: \.isBeginningMisspelt))
        harvested.count(.misspeltApplyLink, sessions.count(where: \.isLinkMisspelt))
    }

    private func session(_ starts: String?, _ ends: String?, counting harvested: inout Harvested) -> Session? {
        guard let starts = starts.flatMap(LocalTime.init) else { return nil }
        guard let ends = ends.flatMap(LocalTime.init), StatedDay.of(ends, counting: &harvested) != nil else {
            return Session(starts: starts, ends: nil)
        }
        if ends < starts { harvested.count(.endBeforeStart) }
        return Session(starts: starts, ends: ends < starts ? nil : ends)
    }

    /// Each place once, in the order of the sessions.
    private func whereabouts(
        of sessions: [VolunteeringSession], counting harvested: inout Harvested
    ) -> [Whereabouts] {
        var seen: Set<[String]> = []
        var found: [Whereabouts] = []
        for location in sessions.flatMap(\.locations) {
            if location.latitude == 0, location.longitude == 0 { harvested.count(.zeroCoordinates) }
            let key = [
                location.address, "\(location.latitude ?? 0)", "\(location.longitude ?? 0)", "\(location.isRemote)",
            ]
            guard seen.insert(key).inserted else { continue }
            if OutwardCode.last(in: location.address) != nil { harvested.count(.outwardCodeInAddress) }
            if location.isRemote {
                if location.latitude != 0 { harvested.count(.remoteWithCoordinates) }
                continue
            }
            // Counted above, for each session.
            let isKnown = location.latitude != 0 || location.longitude != 0
            let place = places.whereabouts(
                address: location.address, latitude: isKnown ? location.latitude : nil,
                longitude: isKnown ? location.longitude : nil, counting: &harvested)
            if let place { found.append(place) }
        }
        return found
    }
}

extension Slot {
    var order: (Int, String) { (weekday?.rawValue ?? 0, part?.rawValue ?? "") }
}
