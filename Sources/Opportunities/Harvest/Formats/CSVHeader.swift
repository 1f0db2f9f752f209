import Storage

/// What the columns of a CSV file mean, by what their names could mean.
package struct CSVHeader: Sendable {
    /// What an advert is made of.
    package enum Field: String, CaseIterable, Sendable {
        case id, title, organisation, description, link, address, town, postcode, latitude, longitude, starts, ends
        case causes, remote, hours, skills, rewards, published

        /// Names without capitals, spaces and signs; the likelier first.
        var names: [String] {
            switch self {
            case .id: ["id", "placementid", "opportunityid", "oppid", "activityid", "reference", "ref", "uid"]
            case .title:
                [
                    "title", "opportunitytitle", "roletitle", "activitytitle", "jobtitle", "name", "opportunityname",
                    "activityname", "role", "position", "opportunity", "activity",
                ]
            case .organisation:
                [
                    "organisation", "organization", "organisationname", "organizationname", "charity", "charityname",
                    "provider", "company", "group", "host", "org",
                ]
            case .description:
                ["description", "fulldescription", "details", "about", "summary", "text", "shortdescription"]
            case .link:
                ["link", "url", "weblink", "applylink", "applicationlink", "detailurl", "webpage", "website", "apply"]
            case .address: ["address", "location", "venue", "locationname", "street", "addressline1", "where", "place"]
            case .town: ["town", "city", "towncity", "citytown"]
            case .postcode: ["postcode", "postalcode", "zip", "zipcode"]
            case .latitude: ["latitude", "lat"]
            case .longitude: ["longitude", "lon", "lng", "long"]
            case .starts: ["startdate", "start", "starts", "datefrom", "from", "begins", "beginning", "date"]
            case .ends: ["enddate", "end", "ends", "dateto", "until", "closingdate", "expirydate", "expires", "to"]
            case .causes: ["causes", "cause", "categories", "category", "sector", "theme"]
            case .remote: ["remote", "online", "locationtype", "virtual", "fromhome", "homebased"]
            case .hours: ["hours", "hoursperweek", "timecommitment", "commitment"]
            case .skills: ["skills", "skillsneeded", "skill", "requirements"]
            case .rewards: ["rewards", "benefits", "gains", "skillsgained"]
            case .published: ["published", "authorised", "authorized", "approved", "active", "live"]
            }
        }

        /// After "read as".
        package var words: String {
            switch self {
            case .starts: "first day"
            case .ends: "last day"
            case .published: "whether it may be shown"
            case .skills: "what you bring"
            case .rewards: "what you develop"
            case .remote: "whether it can be done from home"
            default: rawValue
            }
        }
    }

    package let names: [String]
    let separator: Character
    private var columns: [Field: Int] = [:]

    init() {
        names = []
        separator = ","
    }

    init(_ row: String) {
        let counts = [",", ";", "\t"].map { sign in (sign, row.count { $0 == Character(sign) }) }
        separator = Character(counts.max { $0.1 < $1.1 }?.0 ?? ",")
        names = CSVText.fields(row, separator: separator).map { AdvertText($0).text }
        let plain = names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        for field in Field.allCases {
            columns[field] = field.names.lazy.compactMap { name in plain.firstIndex(of: name) }.first
        }
    }

    func reads(_ field: Field) -> Bool { columns[field] != nil }

    func value(_ field: Field, of row: [String]) -> String {
        guard let column = columns[field], row.indices.contains(column) else { return "" }
        return AdvertText(row[column]).text
    }

    /// Each column with what it is read as; nil where it is left alone.
    package var meanings: [(name: String, field: Field?)] {
        names.enumerated().map { place, name in
            (name, Field.allCases.first { columns[$0] == place })
        }
    }
}
