/// One activity of TeamKinetic's JSON-LD, the first shape of the national standard, with its spelling slips.
struct TeamKineticActivity: Decodable {
    let id: String?
    let label: String?
    let description: String?
    let organisation: String?
    let allowsRemoteParticipation: Bool?
    let applyLink: String?
    let session: [Session]?

    struct Session: Decodable {
        let applyLink: String?
        /// `applyLink`, misspelt in every session of the real file.
        let applylink: String?
        let location: [Location]?
        let time: [Time]?
    }

    struct Location: Decodable {
        /// `In Person` or `Remote`.
        let locationType: String?
        let address: String?
        let latitude: Double?
        let longitude: Double?
    }

    struct Time: Decodable {
        let beginning: String?
        /// `beginning`, misspelt in every session of the real file.
        let begining: String?
        let end: String?
    }
}

/// One organisation, beside the activities; the real file gives none a name.
struct TeamKineticOrganisation: Decodable {
    let id: String?
    let label: String?
    let name: String?
}
