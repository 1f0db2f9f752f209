import Foundation
import Opportunities
import Storage

/// An opportunity as Volunteering Data JSON-LD: an Activity of <https://ns.volunteeringdata.io/> with its one role, and one
/// session that holds all of its places and times.
///
/// ```
/// {"@context": "https://api.volunteeringdata.io/context/v1", "type": "Activity", "id": "https://…/opportunities/…",
///  "title": "Befriender", "description": "plain text", "organisation": {"type": "Organisation", "name": "The Grove"},
///  "cause": ["Older people"],
///  "role": [{"applyLink": "https://…", "allowsRemoteParticipation": false,
///            "minimumAge": 18, "requirement": ["DBS"], "skill": ["Listening"], "reward": ["Confidence"]}],
///  "session": [{"location": [{"address": "The Green", "latitude": 52.48, "longitude": -1.9}],
///               "time": [{"beginning": "2026-12-05T09:00:00", "end": "2026-12-05T12:00:00"},
///                        "https://ns.volunteeringdata.io/MondayMorning"]}],
///  "source": [{"name": "doit", "title": "Do-it.org", "identifier": "…", "license": "MIT", "creditText": "Contains …"}],
///  "created": "2026-09-15", "modified": "2026-11-22"}
/// ```
///
/// What is not stated is left out. Times are those of clocks in the United Kingdom, without a zone, as the providers of
/// this data write them; without occasions the first and last day are one long time, and weekly times stand there only
/// where neither is known. A last day without a first is `publishEndDate`. Causes and hours that Riffle read from the text
/// are left to whoever reads it next. `source` credits every source and names the licence under which its words stand: it
/// is Riffle's own term, as `notConfirmedSince` is, for what its source no longer shows, and `status`, for what it says of
/// taking part. `isBasedOn` is where it was first published, so that nobody takes their own for another's.
struct VolunteeringActivity: Encodable {
    let context = "https://api.volunteeringdata.io/context/v1"
    let type = "Activity"
    let id: String
    let title: String
    let description: String
    let organisation: Organisation?
    let cause: [String]?
    let role: [Role]
    let session: [Occasion]?
    let publishEndDate: String?
    let source: [Credit]
    let created: String
    let modified: String
    let notConfirmedSince: String?
    /// `full`, `cancelled` or `closed`.
    let status: String?
    /// Where it was first published.
    let isBasedOn: String?

    private enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type, id, title, description, organisation, cause, role, session, publishEndDate, source
        case created, modified, notConfirmedSince, status, isBasedOn
    }

    struct Organisation: Encodable {
        let type = "Organisation"
        let name: String

        private enum CodingKeys: CodingKey { case type, name }
    }

    struct Role: Encodable {
        let applyLink: String?
        let allowsRemoteParticipation: Bool
        let minimumAge: Int?
        let requirement: [String]?
        let skill: [String]?
        let reward: [String]?
    }

    struct Occasion: Encodable {
        let location: [Location]?
        let time: [Time]?
    }

    struct Location: Encodable {
        let address: String?
        let latitude: Double?
        let longitude: Double?
    }

    /// A date, or a time of every week.
    enum Time: Encodable {
        case date(beginning: String, end: String?)
        case weekly(String)

        private enum CodingKeys: CodingKey { case beginning, end }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .date(let beginning, let end):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(beginning, forKey: .beginning)
                try container.encodeIfPresent(end, forKey: .end)
            case .weekly(let name):
                var container = encoder.singleValueContainer()
                try container.encode(name)
            }
        }
    }

    struct Credit: Encodable {
        let name: String
        let title: String
        let identifier: String
        let license: String
        let creditText: String
    }
}

extension VolunteeringActivity {
    /// - Parameter page: where it can be read here.
    init(_ item: PassedOn.Live, page: String) {
        let opportunity = item.opportunity
        id = page
        title = opportunity.title
        description = opportunity.description
        organisation = opportunity.organisation.map(Organisation.init)
        cause = opportunity.causes.filter { !$0.isInferred }.map(\.label).orNil
        role = [Role(opportunity)]
        let times = opportunity.sessions.map(Time.init).orNil ?? [Time(opportunity)].compactMap(\.self)
        let location = opportunity.whereabouts.map(Location.init).orNil
        let time = (times.isEmpty ? item.slots.compactMap(Time.init) : times).orNil
        session = location == nil && time == nil ? nil : [Occasion(location: location, time: time)]
        publishEndDate = opportunity.starts == nil ? opportunity.ends?.description : nil
        let from = opportunity.source
        source = [
            Credit(
                name: from.name, title: from.title, identifier: item.providerID, license: from.licence,
                creditText: from.attribution)
        ]
        created = opportunity.freshness.firstSeen.description
        modified = opportunity.freshness.changed.description
        notConfirmedSince = opportunity.freshness.missingSince?.description
        status = opportunity.status?.rawValue
        isBasedOn = opportunity.origin
    }
}

extension VolunteeringActivity.Role {
    fileprivate init(_ opportunity: Opportunity) {
        applyLink = opportunity.link
        allowsRemoteParticipation = opportunity.isRemote
        minimumAge = opportunity.terms.minimumAge
        requirement = opportunity.requirements.orNil
        skill = opportunity.needs.map(\.text).orNil
        reward = opportunity.gains.map(\.text).orNil
    }
}

extension VolunteeringActivity.Location {
    fileprivate init(_ place: Whereabouts) {
        address = place.address.isEmpty ? nil : place.address
        latitude = place.coordinate?.latitude
        longitude = place.coordinate?.longitude
    }
}

extension VolunteeringActivity.Time {
    fileprivate init(_ session: Session) {
        self = .date(beginning: session.starts.written, end: session.ends?.written)
    }

    /// From its first day to its last.
    fileprivate init?(_ opportunity: Opportunity) {
        guard let starts = opportunity.starts else { return nil }
        let ends = opportunity.ends.flatMap { $0 < starts ? nil : "\($0)T23:59:00" }
        self = .date(beginning: "\(starts)T00:00:00", end: ends)
    }

    /// Nil for a day without a part, or a part without a day: the vocabulary has no word for it.
    fileprivate init?(_ slot: Slot) {
        guard let day = slot.weekday, let part = slot.part else { return nil }
        self = .weekly("https://ns.volunteeringdata.io/\(day.name)\(part.rawValue.capitalized)")
    }
}

extension LocalTime {
    fileprivate var written: String { "\(day)T\(clock):00" }
}

extension Array {
    fileprivate var orNil: Self? { isEmpty ? nil : self }
}
