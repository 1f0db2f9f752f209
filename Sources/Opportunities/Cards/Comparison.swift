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
    /// How much of the shorter text stands in the longer; 0 where nobody asked the texts.
    private(set) var shared = 0.0
    /// Of the shorter text; 0 where nobody asked the texts.
    private(set) var words = 0
    /// Whether one of the texts ends before its end.
    private(set) var isCutOff = false
    let isOneLink: Bool
    let isOneSource: Bool

    /// - Parameters:
    ///   - isWhole: whether to compare the texts also where all else decides, which is nearly always.
    ///   - wording: of the advert with a number.
    init(
        _ one: AdvertTraits, _ other: AdvertTraits, isWhole: Bool = false, wording: (Int) throws -> Wording
    ) rethrows {
        (titles, told) = Self.titles(one, other)
        organisations = Self.organisations(one.organisation, other.organisation)
        places = Self.places(one, other)
        times = Self.times(one.time, other.time)
        isOneLink = one.link != nil && one.link == other.link
        isOneSource = one.source == other.source
        guard isWhole || hangsOnText else { return }
        let (first, second) = (try wording(one.number), try wording(other.number))
        shared = first.shared(with: second)
        words = min(first.words, second.words)
        isCutOff = first.isCutOff || second.isCutOff
    }

    /// Whether the verdict could be `same`, whatever the texts say.
    private var hangsOnText: Bool {
        if places == .differ || times == .differ { return false }
        if isOneLink, told > 0, organisations != .differ { return true }
        if titles == .other { return false }
        if organisations == .differ { return titles == .same && isNear }
        if isOneSource { return isStatedTwice }
        return titles == .same || isPartOfTitle
    }

    enum Verdict: Sendable { case same, unsure, different }

    var verdict: Verdict {
        if places == .differ || times == .differ { return .different }
        if isOneLink, told > 0, organisations != .differ { return .same }
        if titles == .other { return .different }
        if organisations == .differ { return betweenOrganisations }
        if isOneSource { return isPostedTwice ? .same : .different }
        switch titles {
        case .same: return isSameTitleTheSame ? .same : .unsure
        case .part: return isPartOfTitle && isMostly(of: 20) ? .same : .unsure
        case .other: return .different
        }
    }

    /// A volunteer centre often puts its own name to what another organisation wrote. Where a text was cut off, a fifth of
    /// it word for word in the other is not enough to join them, and too much to keep others apart by.
    private var betweenOrganisations: Verdict {
        guard titles == .same, isNear else { return .different }
        if isCopied(of: 60) { return .same }
        return isCutOff && shared >= 0.2 ? .unsure : .different
    }

    /// A provider that posts two adverts mostly means two: nothing may differ.
    private var isPostedTwice: Bool {
        isStatedTwice && shared >= 0.9
    }

    private var isStatedTwice: Bool {
        titles == .same && organisations == .agree && places == .agree && (times == .exact || times == .agree)
    }

    private var isPartOfTitle: Bool { told > 1 && organisations != .near && places == .agree }

    private var isSameTitleTheSame: Bool {
        switch organisations {
        case .agree where places == .agree: shared >= 0.5 || (told > 1 && words < 12)
        case .agree, .near: isMostly(of: 12)
        case .unknown:
            (places == .agree && isMostly(of: 12)) || (times == .exact && shared >= 0.8)
                || isCopied(of: 40) || isRevised
        case .differ: false
        }
    }

    /// The same long text with another year's dates in it: 70 % of a hundred words are chosen twice by nobody.
    private var isRevised: Bool { told > 1 && words >= 100 && shared >= 0.7 }

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
