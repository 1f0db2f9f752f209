import Storage

/// An activity of the Volunteering Data standard in either of its shapes, with the slips that real files make.
///
/// Version 1 has activities with sessions in one list. That of 2026 nests them under their organisation and gives each
/// one or more roles, of which each is an advert of its own. A term that the standard never defines is kept by its
/// name.
struct VolunteeringActivity {
    /// One in which all that a role says of itself goes before what the activity says.
    private let activity: JSON
    private let role: JSON?
    private let organisation: JSON?

    /// Each role as an advert; the activity itself where it has none.
    static func all(in activity: JSON, of organisation: JSON?) -> [VolunteeringActivity] {
        let roles = activity["role"].list.filter(\.isObject)
        if roles.isEmpty { return [VolunteeringActivity(activity: activity, role: nil, organisation: organisation)] }
        return roles.map { VolunteeringActivity(activity: activity, role: $0, organisation: organisation) }
    }

    /// Nil where nothing tells it from another.
    var id: String? {
        let own = id(of: activity)
        guard let role else { return own }
        let name = id(of: role) ?? role["title"].text
        guard let home = own ?? organisation.flatMap({ id(of: $0) ?? $0["name"].text }) else { return name }
        return [home, own == nil ? activity["title"].text : nil, name].compactMap(\.self).joined(separator: "/")
    }

    private func id(of node: JSON) -> String? { node[any: "id", "@id"].text.flatMap { $0.isEmpty ? nil : $0 } }

    /// Where it is published, and where it was first, as far as those are addresses; the first publication last.
    var addresses: [String] {
        [activity[any: "id", "@id"].text, activity["isBasedOn"].text].compactMap(\.self).filter {
            ($0.hasPrefix("https://") || $0.hasPrefix("http://")) && $0.utf8.count <= 2_000
        }
    }

    /// Riffle's own term, for what stood in a title.
    var status: AdvertStatus? { activity["status"].text.flatMap(AdvertStatus.init(rawValue:)) }

    var title: String {
        let whole = AdvertText(activity[any: "label", "title", "name"].text ?? "").text
        let part = AdvertText(role?[any: "title", "label", "name"].text ?? "").text
        if part.isEmpty || part == whole { return whole }
        return whole.isEmpty ? part : "\(part) – \(whole)"
    }

    var description: String {
        [activity["description"].text, role?["description"].text, commitment.map { "Commitment: \($0)" }]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var commitment: String? { role?["commitment"].text ?? activity["commitment"].text }

    /// The id by which the activity refers to its organisation.
    var organisationID: String? {
        let reference = activity["organisation"]
        return reference.isObject ? id(of: reference) : reference.text ?? organisation.flatMap(id(of:))
    }

    /// What the activity itself, or what stands around it, calls its organisation.
    var organisationName: String? {
        (organisation ?? activity["organisation"])[any: "name", "label"].text.map { AdvertText($0).text }
            .flatMap { $0.isEmpty ? nil : $0 }
    }

    var isRemote: Bool {
        (role?["allowsRemoteParticipation"].bool ?? activity["allowsRemoteParticipation"].bool) == true
    }

    /// The likeliest first.
    var links: [String] {
        let own = [role?["applyLink"].text, activity["applyLink"].text]
        let others = [activity[any: "url", "website"].text, organisation?[any: "website", "url"].text]
        return (own + sessions.map(\.link) + others).compactMap(\.self)
    }

    var sessions: [VolunteeringSession] { activity["session"].list.map(VolunteeringSession.init) }

    var causes: [String] { terms("cause") + (organisation?["cause"].list ?? []).compactMap(Self.name) }
    /// What it asks for, and how it can be reached.
    var requirements: [String] { (terms("requirement") + terms("accessibility")).map(Self.words) }
    var skills: [String] { terms("skill").map(Self.words) }
    var rewards: [String] { terms("reward").map(Self.words) }
    var minimumAge: Int? {
        (role?["minimumAge"].number ?? activity["minimumAge"].number)
            .flatMap { (0...120).contains($0) ? Int($0) : nil }
    }

    private func terms(_ key: String) -> [String] {
        ((role?[key].list ?? []) + activity[key].list).compactMap(Self.name)
    }

    /// A term's own name: of `https://ns.volunteeringdata.io/DBSCheck` it is `DBSCheck`.
    private static func name(of term: JSON) -> String? {
        let text = term.isObject ? term[any: "label", "name", "prefLabel", "id", "@id"].text : term.text
        guard let text, !text.isEmpty else { return nil }
        guard text.contains("://") else { return text }
        return text.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init)
    }

    /// `TrainingProvided` as people write it: “Training provided”.
    static func words(_ name: String) -> String {
        guard !name.contains(" ") else { return AdvertText(name).text }
        let words = apart(name).split(separator: " ")
        let small = words.dropFirst().map { $0.allSatisfy(\.isUppercase) ? String($0) : $0.lowercased() }
        return ([words.first.map(String.init) ?? ""] + small).joined(separator: " ")
    }

    /// With a space before each capital that begins a word: `DBSCheckNeeded` is `DBS Check Needed`.
    private static func apart(_ name: String) -> String {
        let bytes = Array(name.utf8)
        func isCapital(_ place: Int) -> Bool {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[place])
        }
        func isSmall(_ place: Int) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place]) }
        func isDigit(_ place: Int) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) }
        var spaced: [UInt8] = []
        for place in bytes.indices {
            if place > 0, isCapital(place),
                isSmall(place - 1) || isDigit(place - 1)
                    || (isCapital(place - 1) && place + 1 < bytes.count && isSmall(place + 1))
            {
                spaced.append(0x20)
            }
            spaced.append(bytes[place])
        }
        return String(decoding: spaced, as: UTF8.self)
    }
}

/// When and where an activity is.
struct VolunteeringSession {
    private let session: JSON

    init(_ session: JSON) { self.session = session }

    var link: String? { session[any: "applyLink", "applylink"].text }
    /// `applylink` for `applyLink`, in every session of the real file.
    var isLinkMisspelt: Bool { !session["applyLink"].isThere && session["applylink"].isThere }

    var locations: [VolunteeringLocation] { session["location"].list.map(VolunteeringLocation.init) }

    /// Local, without a zone.
    var times: [(starts: String?, ends: String?)] {
        session["time"].list.filter(\.isObject).map {
            ($0[any: "beginning", "begining", "start", "startDate"].text, $0[any: "end", "endDate"].text)
        }
    }

    /// `begining` for `beginning`, in every session of the real file.
    var isBeginningMisspelt: Bool {
        session["time"].list.contains { !$0["beginning"].isThere && $0["begining"].isThere }
    }

    /// The times of the week of the shape of 2026: `https://ns.volunteeringdata.io/MondayAfternoon`.
    var slots: [Slot] {
        session["time"].list.compactMap { time in
            let name = (time.isObject ? time[any: "id", "@id"].text : time.text) ?? ""
            if name.isEmpty { return nil }
            let prose = Prose(name)
            let weekday = Weekday.allCases.first { prose.holds($0.word) }
            let part = PartOfDay.allCases.first { prose.ends(with: $0.rawValue) }
            return weekday == nil && part == nil ? nil : Slot(weekday: weekday, part: part)
        }
    }
}

struct VolunteeringLocation {
    let address: String
    /// Both nil where the file says nothing, and (0, 0) where it says so.
    let latitude: Double?
    let longitude: Double?
    let isRemote: Bool

    init(_ location: JSON) {
        let parts = [location["name"].text, location["address"].text, location[any: "postcode", "postalCode"].text]
        var written: [String] = []
        for part in parts.compactMap({ $0.map { AdvertText($0).text } })
        where !part.isEmpty && !written.contains(where: { $0.contains(part) }) { written.append(part) }
        address = written.joined(separator: ", ")
        latitude = location["latitude"].number
        longitude = location["longitude"].number
        isRemote = ["remote", "online"].contains(location["locationType"].text?.lowercased())
    }
}

extension String {
    /// Whether an address lies under another, however the scheme and the end of it are written.
    func stands(under address: String) -> Bool {
        func plain(_ text: String) -> Substring {
            let lower = text.lowercased()
            return lower.firstRange(of: "://").map { lower[$0.upperBound...] } ?? lower[...]
        }
        let own = plain(address.hasSuffix("/") ? String(address.dropLast()) : address)
        return plain(self).hasPrefix(own + "/")
    }
}
