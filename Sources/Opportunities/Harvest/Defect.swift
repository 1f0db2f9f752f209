/// What was wrong with an item that was kept all the same.
///
/// Counted for every row read, withdrawn ones too, so that a source's page tells its owner what to mend.
package enum Defect: String, CaseIterable, Sendable {
    case misspeltBeginning
    case misspeltApplyLink
    case unknownOrganisation
    case namelessOrganisation
    case noSession
    case over100Sessions
    case sentinelDate
    case endBeforeStart
    case zeroCoordinates
    case noLink
    case markup
    case carriageReturns
    case shortDescription
    case contactDetails
    case inferredCauses
    case noCause
    case remoteWithCoordinates
    case onlineAtPlace
    case boilerplateSkills
    case paidResearch
    case hoursInProse
    case outwardCodeInAddress
    case backInTime

    /// What is counted, after a number: "3,568 sessions with …".
    package var words: String {
        switch self {
        case .misspeltBeginning: "sessions with “begining” for “beginning”: read all the same"
        case .misspeltApplyLink: "sessions with “applylink” for “applyLink”: read all the same"
        case .unknownOrganisation: "organisation ids that lead to no organisation: shown without a name"
        case .namelessOrganisation: "organisations without a name"
        case .noSession: "adverts without a session"
        case .over100Sessions: "adverts with over 100 sessions"
        case .sentinelDate: "dates after 2040: read as “no end stated”"
        case .endBeforeStart: "ends before the start: left out"
        case .zeroCoordinates: "coordinates of 0, 0: read as unknown"
        case .noLink: "adverts without a link that works as one"
        case .markup: "descriptions with HTML or entities: read as plain text"
        case .carriageReturns: "descriptions with carriage returns: read as line breaks"
        case .shortDescription: "descriptions under 60 characters: ranked lower"
        case .contactDetails: "texts with an e-mail address or phone number: kept out of the index"
        case .inferredCauses: "adverts without causes: inferred from the text and marked as inferred"
        case .noCause: "adverts without causes, and none to infer"
        case .remoteWithCoordinates: "adverts from home that carry coordinates: read as from home"
        case .onlineAtPlace: "adverts marked online that state one place: read as at that place"
        case .boilerplateSkills: "adverts with the skills that stand on every advert of their organisation: not ranked"
        case .paidResearch: "paid research dressed as volunteering: marked, and ranked last"
        case .hoursInProse: "adverts that give hours in the text alone: read from it"
        case .outwardCodeInAddress: "addresses with a readable postcode or outward code"
        case .backInTime: "items that are older than the one before them in the feed: read all the same"
        }
    }
}

/// Why an item was not taken.
package enum Refusal: Hashable, Sendable, CustomStringConvertible {
    case noIdentifier
    case noTitle
    case repeated
    /// With the field that could not be read.
    case unreadable(String)
    /// A feed's item that is neither `updated` nor `deleted`.
    case unknownState
    /// A feed's item that says it is new, and holds nothing.
    case noData
    case tooManyFields
    case notPublished
    case notVolunteering
    case noPageData
    /// One of our own opportunities, which somebody follows whom we follow.
    case ours

    package var description: String {
        switch self {
        case .noIdentifier: "has no id"
        case .noTitle: "has no title"
        case .repeated: "has the id of an earlier item in the same file"
        case .unreadable(let field): "cannot be read at “\(field)”"
        case .unknownState: "is neither “updated” nor “deleted”"
        case .noData: "is “updated”, but has no data"
        case .tooManyFields: "has more fields than the first row has names"
        case .notPublished: "is marked as not to be published"
        case .notVolunteering: "is not about volunteering"
        case .ours: "is one of our own, which comes back because this source follows us"
        case .noPageData: "holds no JSON-LD, in which pages say what they offer"
        }
    }
}
