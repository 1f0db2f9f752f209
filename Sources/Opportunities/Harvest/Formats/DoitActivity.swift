import Foundation

/// One row of Do-it's export, in MongoDB's extended JSON: the fields that say something.
struct DoitActivity: Decodable {
    let id: ObjectID?
    let deleted: Bool?
    let isOnline: Bool?
    let externalApplyLink: String?
    let meetingLink: String?
    let address: Address?
    let startDate: Moment?
    let endDate: Moment?
    let definition: Definition?

    enum CodingKeys: String, CodingKey {
        case id = "_id"
        case deleted, isOnline, externalApplyLink, meetingLink, address, startDate, endDate
        case definition = "activityDefinitionSubDocument"
    }

    struct Definition: Decodable {
        let title: String?
        let description: String?
        let locationOption: String?
        let causeOptions: [Option]?
        let requirementOptions: [Option]?
        /// Needed: what you bring.
        let volunteerRequirements: [String]?
        /// Gained: what you develop.
        let volunteerRewards: [String]?
        let organizationSubDocument: Organisation?
    }

    struct Option: Decodable { let displayName: String? }

    struct Organisation: Decodable {
        let name: String?
        let websiteLink: String?
    }

    struct Address: Decodable {
        let street: String?
        let location: Point?
    }

    struct Point: Decodable {
        /// Longitude first, then latitude.
        let coordinates: [Double]?
    }

    struct ObjectID: Decodable {
        let text: String
        enum CodingKeys: String, CodingKey { case text = "$oid" }
    }

    struct Moment: Decodable {
        /// As `2026-10-31T23:50:00.000Z`.
        let text: String
        enum CodingKeys: String, CodingKey { case text = "$date" }

        var date: Date? {
            (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
                ?? (try? Date.ISO8601FormatStyle().parse(text))
        }
    }
}
