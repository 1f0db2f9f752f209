import Foundation
import Storage

/// Reads TeamKinetic's activities, and the organisations in the file beside them.
struct TeamKineticGraph {
    let places: Places
    let taxonomy: Taxonomy

    /// - Parameter file: `…-activities.jsonld`; `…-organisations.jsonld` is looked for beside it.
    func read(_ file: URL, progress: (HarvestProgress) -> Void) throws -> Harvested {
        var harvested = Harvested()
        let organisations = try organisations(beside: file, counting: &harvested)
        var adverts: [Advert] = []
        var ids: Set<String> = []
        let items = try JSONItems(file: file, under: "@graph").items
        for (number, item) in items.enumerated() {
            defer { progress(HarvestProgress(done: number + 1, total: items.count, refused: harvested.refused)) }
            switch JSONItems.read(TeamKineticActivity.self, from: item) {
            case .failure(let refusal): harvested.add(.refused(refusal))
            case .success(let activity):
                let title = AdvertText(activity.label ?? "").text
                if let id = activity.id, !id.isEmpty, !title.isEmpty {
                    if ids.insert(id).inserted {
                        adverts.append(advert(id, title, activity, organisations, counting: &harvested))
                    } else {
                        harvested.add(.refused(.repeated))
                    }
                } else {
                    harvested.add(.refused(title.isEmpty ? .noTitle : .noIdentifier))
                }
            }
        }
        for advert in Boilerplate.marked(adverts) { harvested.add(.live(advert)) }
        return harvested
    }

    /// Names by id; an organisation without a name has an empty one.
    private func organisations(beside file: URL, counting harvested: inout Harvested) throws -> [String: String] {
        let name = file.lastPathComponent.replacing("activities", with: "organisations")
        let other = file.deletingLastPathComponent().appending(path: name)
        guard other != file, FileManager.default.fileExists(atPath: other.path) else { return [:] }
        var names: [String: String] = [:]
        for item in try JSONItems(file: other, under: "@graph").items {
            guard case .success(let organisation) = JSONItems.read(TeamKineticOrganisation.self, from: item),
                let id = organisation.id
            else { continue }
            let name = AdvertText(organisation.name ?? organisation.label ?? "").text
            if name.isEmpty { harvested.count(.namelessOrganisation) }
            names[id] = name
        }
        return names
    }

    private func advert(
        _ id: String, _ title: String, _ activity: TeamKineticActivity, _ organisations: [String: String],
        counting harvested: inout Harvested
    ) -> Advert {
        let description = Description(activity.description ?? "", counting: &harvested)
        let sessions = activity.session ?? []
        count(sessions, in: &harvested)
        let organisation = activity.organisation.flatMap { organisations[$0] }
        if organisation == nil { harvested.count(.unknownOrganisation) }
        let link = ([activity.applyLink] + sessions.lazy.map { $0.applyLink ?? $0.applylink })
            .lazy.compactMap { $0.flatMap(WebLink.init) }.first
        if link == nil { harvested.count(.noLink) }
        let times = sessions.flatMap { $0.time ?? [] }.compactMap { session(at: $0, counting: &harvested) }
        let hours = Hours(in: description.text)
        if hours != nil { harvested.count(.hoursInProse) }
        let isPaid = Terms.isPaidResearch(title: title, text: description.text)
        if isPaid { harvested.count(.paidResearch) }
        let said = times.isEmpty || times.allSatisfy(\.isPeriod) ? Slot.slots(in: description.text) : []
        // One occasion without an end leaves the whole without one.
        let ends = times.allSatisfy { $0.ends != nil } ? times.compactMap { $0.ends?.day }.max() : nil
        return Advert(
            providerID: id, title: title, organisation: organisation.flatMap { $0.isEmpty ? nil : $0 },
            organisationKey: activity.organisation ?? id, description: description.text, link: link?.text,
            isRemote: activity.allowsRemoteParticipation ?? false, isPaidResearch: isPaid,
            whereabouts: whereabouts(of: sessions, counting: &harvested),
            sessions: times.sorted { $0.starts < $1.starts },
            starts: times.map(\.starts.day).min(), ends: ends,
            slots: Set(times.flatMap(Slot.slots(of:)) + said).sorted { $0.order < $1.order }, hours: hours,
            terms: Terms(text: description.text), needs: [], gains: [], requirements: [],
            causes: taxonomy.attributed(stated: [], title: title, text: description.text, counting: &harvested))
    }

    private func count(_ sessions: [TeamKineticActivity.Session], in harvested: inout Harvested) {
        if sessions.isEmpty { harvested.count(.noSession) }
        if sessions.count > 100 { harvested.count(.over100Sessions) }
        harvested.count(
            .misspeltBeginning,
            sessions.count { ($0.time ?? []).contains { $0.beginning == nil && $0.begining != nil } })
        harvested.count(.misspeltApplyLink, sessions.count { $0.applyLink == nil && $0.applylink != nil })
    }

    /// Times are local, without a zone.
    private func session(at time: TeamKineticActivity.Time, counting harvested: inout Harvested) -> Session? {
        guard let starts = (time.beginning ?? time.begining).flatMap(LocalTime.init) else { return nil }
        guard let ends = time.end.flatMap(LocalTime.init), StatedDay.of(ends, counting: &harvested) != nil else {
            return Session(starts: starts, ends: nil)
        }
        if ends < starts { harvested.count(.endBeforeStart) }
        return Session(starts: starts, ends: ends < starts ? nil : ends)
    }

    /// Each place once, in the order of the sessions.
    private func whereabouts(
        of sessions: [TeamKineticActivity.Session], counting harvested: inout Harvested
    ) -> [Whereabouts] {
        var seen: Set<[String]> = []
        var found: [Whereabouts] = []
        for location in sessions.flatMap({ $0.location ?? [] }) {
            if location.latitude == 0, location.longitude == 0 { harvested.count(.zeroCoordinates) }
            let isRemote = location.locationType == "Remote"
            let key = [
                location.address ?? "", "\(location.latitude ?? 0)", "\(location.longitude ?? 0)", "\(isRemote)",
            ]
            guard seen.insert(key).inserted else { continue }
            let address = AdvertText(location.address ?? "").text
            if OutwardCode.last(in: address) != nil { harvested.count(.outwardCodeInAddress) }
            if isRemote {
                if location.latitude != 0 { harvested.count(.remoteWithCoordinates) }
                continue
            }
            // Counted above, for each session.
            let isKnown = location.latitude != 0 || location.longitude != 0
            let place = places.whereabouts(
                address: address, latitude: isKnown ? location.latitude : nil,
                longitude: isKnown ? location.longitude : nil, counting: &harvested)
            if let place { found.append(place) }
        }
        return found
    }
}

extension Slot {
    fileprivate var order: (Int, String) { (weekday?.rawValue ?? 0, part?.rawValue ?? "") }
}
