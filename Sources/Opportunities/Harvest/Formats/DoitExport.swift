import Foundation
import Storage

/// Reads Do-it's export.
struct DoitExport: ItemReading {
    let places: Places
    let taxonomy: Taxonomy

    func read(_ item: RawItem, into harvested: inout Harvested) {
        switch JSONItems.read(DoitActivity.self, from: item.bytes) {
        case .failure(let refusal): harvested.add(.refused(refusal))
        case .success(let activity):
            guard let id = activity.id?.text, !id.isEmpty else { return harvested.add(.refused(.noIdentifier)) }
            let title = AdvertText(activity.definition?.title ?? "").text
            let isWithdrawn = activity.deleted ?? false
            guard let definition = activity.definition, !title.isEmpty else {
                return harvested.add(isWithdrawn ? .withdrawn(providerID: id) : .refused(.noTitle))
            }
            let advert = advert(id, title, definition, activity, counting: &harvested)
            harvested.note(advert)
            harvested.add(isWithdrawn ? .withdrawn(providerID: id) : .live(advert))
        }
    }

    private func advert(
        _ id: String, _ title: String, _ definition: DoitActivity.Definition, _ activity: DoitActivity,
        counting harvested: inout Harvested
    ) -> Advert {
        let description = Description(definition.description ?? "", counting: &harvested)
        let isFromHome = definition.locationOption == "From Home"
        let whereabouts = whereabouts(of: activity, isFromHome: isFromHome, counting: &harvested)
        let isRemote = isFromHome || (activity.isOnline == true && whereabouts.isEmpty)
        if activity.isOnline == true, !isRemote { harvested.count(.onlineAtPlace) }
        let organisation = definition.organizationSubDocument
        let link = [activity.externalApplyLink, activity.meetingLink, organisation?.websiteLink]
            .lazy.compactMap { $0.flatMap(WebLink.init) }.first
        if link == nil { harvested.count(.noLink) }
        let isPaid = Terms.isPaidResearch(title: title, text: description.text)
        if isPaid { harvested.count(.paidResearch) }
        let hours = Hours(in: description.text)
        if hours != nil { harvested.count(.hoursInProse) }
        let requirements = texts(definition.requirementOptions?.map { $0.displayName ?? "" })
        let name = AdvertText(organisation?.name ?? "").text
        let starts = activity.startDate.flatMap { StatedDay.of($0.date.map(LocalTime.init), counting: &harvested) }
        let ends = activity.endDate.flatMap { StatedDay.of($0.date.map(LocalTime.init), counting: &harvested) }
        return Advert(
            providerID: id, title: title, organisation: name.isEmpty ? nil : name, organisationKey: name,
            description: description.text, link: link?.text, isRemote: isRemote, isPaidResearch: isPaid,
            whereabouts: whereabouts, sessions: [], starts: starts, ends: ends,
            slots: Slot.slots(in: description.text), hours: hours,
            terms: Terms(text: description.text, requirements: requirements),
            needs: texts(definition.volunteerRequirements).map { Skill(text: $0, isBoilerplate: false) },
            gains: texts(definition.volunteerRewards).map { Skill(text: $0, isBoilerplate: false) },
            requirements: requirements,
            causes: taxonomy.attributed(
                stated: texts(definition.causeOptions?.map { $0.displayName ?? "" }), title: title,
                text: description.text, counting: &harvested))
    }

    /// From home wins over coordinates: they are those of an office, or of the middle of England.
    private func whereabouts(
        of activity: DoitActivity, isFromHome: Bool, counting harvested: inout Harvested
    ) -> [Whereabouts] {
        guard let address = activity.address else { return [] }
        let written = AdvertText(address.street ?? "").text
        let point = address.location?.coordinates ?? []
        if OutwardCode.last(in: written) != nil { harvested.count(.outwardCodeInAddress) }
        if isFromHome {
            if point.count == 2 { harvested.count(point == [0, 0] ? .zeroCoordinates : .remoteWithCoordinates) }
            return []
        }
        let longitudeAndLatitude = point.count == 2 ? (point[0], point[1]) : nil
        return places.whereabouts(
            address: written.hasPrefix("http") ? "" : written, latitude: longitudeAndLatitude?.1,
            longitude: longitudeAndLatitude?.0, counting: &harvested
        ).map { [$0] } ?? []
    }

    private func texts(_ raw: [String]?) -> [String] {
        (raw ?? []).map { AdvertText($0).text }.filter { !$0.isEmpty }
    }
}
