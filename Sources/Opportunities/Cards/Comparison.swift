import Storage

/// Two adverts side by side: by what they agree, by what they differ, and whether that makes them one opportunity.
///
/// Where anything is against it, or too little is known, they stay apart: two cards for one opportunity are a nuisance,
/// one card for two hides one of them.
struct Comparison: Sendable {
    enum Titles: Sendable {
        /// But for words that say nothing, the organisation's and the place's.
        case same
        /// One says all that the other says, and more.
        case part
        case other
    }
    enum Agreement: Sendable { case agree, near, unknown, differ }
    enum Times: Sendable {
        /// They state the same first and last day.
        case exact
        case agree, unknown, differ
    }

    let titles: Titles
    /// Words in both titles that say something.
    let told: Int
    let organisations: Agreement
    let places: Agreement
    let times: Times
    /// How much of the shorter text stands in the longer.
    let shared: Double
    /// Of the shorter text.
    let words: Int
    let isOneLink: Bool
    let isOneSource: Bool

    init(_ one: AdvertTraits, _ other: AdvertTraits) {
        (titles, told) = Self.titles(one, other)
        organisations = Self.organisations(one.organisation, other.organisation)
        places = Self.places(one, other)
        times = Self.times(one.time, other.time)
        shared = one.text.shared(with: other.text)
        words = min(one.text.words, other.text.words)
        isOneLink = one.link != nil && one.link == other.link
        isOneSource = one.source == other.source
    }

    enum Verdict: Sendable { case same, unsure, different }

    var verdict: Verdict {
        if places == .differ || times == .differ { return .different }
        if isOneLink, told > 0, organisations != .differ { return .same }
        if titles == .other { return .different }
        // A volunteer centre often puts its own name to what another organisation wrote.
        if organisations == .differ { return titles == .same && isNear && isCopied(of: 60) ? .same : .different }
        if isOneSource { return isPostedTwice ? .same : .different }
        switch titles {
        case .same: return isSameTitleTheSame ? .same : .unsure
        case .part: return told > 1 && organisations != .near && places == .agree && isMostly(of: 20) ? .same : .unsure
        case .other: return .different
        }
    }

    /// A provider that posts two adverts mostly means two: nothing may differ.
    private var isPostedTwice: Bool {
        titles == .same && organisations == .agree && places == .agree && (times == .exact || times == .agree)
            && shared >= 0.9
    }

    private var isSameTitleTheSame: Bool {
        switch organisations {
        case .agree where places == .agree: shared >= 0.5 || (told > 1 && words < 12)
        case .agree, .near: isMostly(of: 12)
        case .unknown:
            (places == .agree && isMostly(of: 12)) || (times == .exact && shared >= 0.8)
                || isCopied(of: 40)
        case .differ: false
        }
    }

    private var isNear: Bool { places == .agree || places == .near }
    private func isMostly(of fewest: Int) -> Bool { shared >= 0.8 && words >= fewest }
    private func isCopied(of fewest: Int) -> Bool { shared >= 0.9 && words >= fewest }

    /// Of two that could be the one, the stronger is.
    var strength: Double {
        (isOneLink ? 2 : 0) + (organisations == .agree ? 1 : 0) + (places == .agree ? 1 : 0)
            + (times == .exact ? 1 : 0) + (titles == .same ? 1 : 0) + shared
    }

    /// For people, after "the same because of".
    var reason: String {
        var agree: [String] = []
        if titles == .same { agree.append("title") }
        if organisations == .agree { agree.append("organisation") }
        if places == .agree { agree.append("place") }
        if times == .exact { agree.append("dates") }
        if isOneLink { agree.append("link") }
        var parts: [String] = []
        if let last = agree.last {
            let all = agree.count == 1 ? last : agree.dropLast().joined(separator: ", ") + " and " + last
            parts.append("the same \(all)")
        }
        if titles == .part { parts.append("one title is part of the other") }
        if places == .near { parts.append("places close to each other") }
        if shared >= 0.5 {
            parts.append("\(Int((shared * 100).rounded(.down))) % of the shorter text stands in the longer")
        }
        return parts.joined(separator: "; ")
    }
}
