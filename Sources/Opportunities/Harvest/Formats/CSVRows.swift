import Foundation
import Storage

/// Reads the rows of a CSV file.
struct CSVRows: ItemReading {
    let places: Places
    let taxonomy: Taxonomy
    let header: CSVHeader

    func read(_ item: RawItem, into harvested: inout Harvested) {
        let row = CSVText.fields(CSVText.plain(item.bytes), separator: header.separator)
        func value(_ field: CSVHeader.Field) -> String { header.value(field, of: row) }
        guard row.count <= header.names.count else { return harvested.add(.refused(.tooManyFields)) }
        guard !["false", "no", "0", "n"].contains(value(.published).lowercased()) else {
            return harvested.add(.refused(.notPublished))
        }
        let title = value(.title).replacing("\n", with: " ")
        guard !title.isEmpty else { return harvested.add(.refused(.noTitle)) }
        let link = WebLink(value(.link))?.text
        // Without a column of ids, a row is known by what would not change while it stands.
        let derived = link ?? [title, value(.organisation), value(.postcode)].joined(separator: " | ")
        let id = header.reads(.id) ? value(.id) : derived
        guard !id.isEmpty else { return harvested.add(.refused(.noIdentifier)) }
        let advert = advert(id, title, link, value, counting: &harvested)
        harvested.note(advert)
        harvested.add(.live(advert))
    }

    private func advert(
        _ id: String, _ title: String, _ link: String?, _ value: (CSVHeader.Field) -> String,
        counting harvested: inout Harvested
    ) -> Advert {
        let description = Description(value(.description), counting: &harvested)
        if link == nil { harvested.count(.noLink) }
        let organisation = value(.organisation)
        let isRemote = ["yes", "true", "1", "y", "remote", "online", "virtual", "home based", "from home"]
            .contains(value(.remote).lowercased())
        let commitment = value(.hours).replacing(/^(\d+(?:\.\d+)?)$/) { "\($0.1) hours a week" }
        let hours = Hours(in: commitment) ?? Hours(in: description.text)
        if hours != nil, value(.hours).isEmpty { harvested.count(.hoursInProse) }
        let isPaid = Terms.isPaidResearch(title: title, text: description.text)
        if isPaid { harvested.count(.paidResearch) }
        let (starts, ends) = dates(value, counting: &harvested)
        return Advert(
            providerID: id, title: title, organisation: organisation.isEmpty ? nil : organisation,
            organisationKey: organisation, description: description.text, link: link, isRemote: isRemote,
            isPaidResearch: isPaid, whereabouts: isRemote ? [] : whereabouts(value, counting: &harvested), sessions: [],
            starts: starts, ends: ends, slots: Slot.slots(in: description.text), hours: hours,
            terms: Terms(text: description.text), needs: lines(value(.skills)), gains: lines(value(.rewards)),
            requirements: [],
            causes: taxonomy.attributed(
                stated: lines(value(.causes)).map(\.text), title: title, text: description.text, counting: &harvested))
    }

    private func dates(
        _ value: (CSVHeader.Field) -> String, counting harvested: inout Harvested
    ) -> (Day?, Day?) {
        let starts = WrittenDay(value(.starts))?.day
        guard let ends = WrittenDay(value(.ends))?.day, ends < StatedDay.firstSentinel else { return (starts, nil) }
        guard let starts, ends < starts else { return (starts, ends) }
        harvested.count(.endBeforeStart)
        return (starts, nil)
    }

    private func whereabouts(
        _ value: (CSVHeader.Field) -> String, counting harvested: inout Harvested
    ) -> [Whereabouts] {
        var written: [String] = []
        for field in [CSVHeader.Field.address, .town, .postcode] {
            let part = value(field).replacing("\n", with: ", ")
            if !part.isEmpty, !written.contains(where: { $0.contains(part) }) { written.append(part) }
        }
        let address = written.joined(separator: ", ")
        if OutwardCode.last(in: address) != nil { harvested.count(.outwardCodeInAddress) }
        let place = places.whereabouts(
            address: address, latitude: Double(value(.latitude)), longitude: Double(value(.longitude)),
            town: value(.town), counting: &harvested)
        return place.map { [$0] } ?? []
    }

    private func lines(_ text: String) -> [Skill] {
        text.split(whereSeparator: { ",;|\n".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }.map { Skill(text: $0, isBoilerplate: false) }
    }
}
