import Foundation
import Opportunities

/// Adverts without end, of which each follows from the seed and its number alone: a corpus of 10,000 is the beginning
/// of one of 1,000,000.
///
/// Shares and lengths are those counted in two real exports (340 adverts) and in 1,205 daily snapshots of 2,435
/// listings. Real descriptions have a median of 880 characters; `long` makes such ones. Without it they are scaled so
/// that title, organisation, causes with skills, and text have 480 characters together on average, which is the size
/// of an advert in the lists that are harvested most.
struct Corpus: Sendable {
    let seed: UInt64
    let isLong: Bool
    let phrases: Phrases

    func advert(_ number: Int) -> MadeAdvert {
        var chance = Chance(seed: seed, number: number)
        let identity = identity(number)
        let organisation = MadeOrganisation(rank: identity.organisation, seed: seed, phrases: phrases)
        let isRemote = chance.happens(0.18)
        let isOngoing = chance.happens(0.87)
        let starts = isOngoing ? (chance.happens(0.4) ? -chance.below(400) : nil) : chance.below(120) - 20
        let sessions = MadeSession.drawn(&chance, isOngoing: isOngoing, starts: starts ?? 0)
        let firstSeen = min(Int(72 * exp(1.54 * chance.normal())), 1_500)
        let isMissing = chance.happens(0.02)
        return MadeAdvert(
            title: identity.title,
            organisation: identity.isNamed ? organisation.name : nil,
            text: MadeText.of(
                length(&chance), phrases, own: phrases.adverts[identity.home].sentences,
                opening: chance.happens(0.25) ? organisation.opening : [], number: number, &chance),
            gains: lines(phrases.gains, &chance), needs: lines(phrases.needs, &chance), causes: causes(&chance),
            isRemote: isRemote,
            places: MadePlace.drawn(&chance, phrases.areas, home: organisation.area, isRemote: isRemote),
            sessions: sessions, slots: Self.slots(&chance), starts: starts,
            ends: isOngoing ? nil : (sessions.map(\.lastDay).max() ?? chance.below(200)),
            hours: chance.happens(0.22) ? 1 + chance.below(16, skew: 2) : nil, terms: MadeTerms(&chance),
            hasLink: chance.happens(0.95), isPaidResearch: chance.happens(0.003), firstSeen: firstSeen,
            changed: chance.below(firstSeen + 1, skew: 0.5), missing: isMissing ? 1 + chance.below(30) : nil,
            withdrawn: chance.happens(0.07) ? chance.below(60) : nil)
    }

    private struct Identity {
        let title: String
        let organisation: Int
        let isNamed: Bool
        /// The real advert it resembles.
        let home: Int
    }

    /// 8 % are an earlier advert's title and organisation again; with what meets by chance that makes about 9.5 %.
    private func identity(_ number: Int) -> Identity {
        var chance = Chance(seed: seed, number: number, purpose: 2)
        if number > 0, chance.happens(0.08) {
            chance = Chance(seed: seed, number: chance.below(number), purpose: 2)
            _ = chance.unit()
        }
        let rank = MadeOrganisation.rank(&chance)
        let home = chance.below(phrases.adverts.count, skew: 1.5)
        let isNamed = !chance.happens(0.03)
        let title = phrases.adverts[home].title
        switch chance.unit() {
        case ..<0.05: return Identity(title: title, organisation: rank, isNamed: isNamed, home: home)
        case ..<0.7:
            let town = chance.one(of: phrases.areas).town
            return Identity(title: "\(title) – \(town)", organisation: rank, isNamed: isNamed, home: home)
        default:
            let name = String(decoding: CoinedWord.frequent(&chance), as: UTF8.self).capitalized
            return Identity(title: "\(title) (\(name))", organisation: rank, isNamed: isNamed, home: home)
        }
    }

    /// 14 % have less than 60 characters; the others are log-normal, so that the median and the tenth decile of all
    /// are as counted: 880 and 2,523.
    private func length(_ chance: inout Chance) -> Int {
        if chance.happens(0.14) { return 12 + chance.below(48) }
        let length = exp(6.934 + 0.753 * chance.normal()) * (isLong ? 1 : Self.scale)
        // Cut at a word, it stays above 60.
        return max(75, min(Int(length), 8_000))
    }

    /// What makes 480 of the real mean length.
    private static let scale = 0.255

    /// 85 % state none.
    private func lines(_ all: [String], _ chance: inout Chance) -> [String] {
        guard chance.happens(0.15), !all.isEmpty else { return [] }
        let start = chance.below(all.count)
        return (0..<(1 + chance.below(3))).map { all[(start + $0 * 7) % all.count] }
    }

    private func causes(_ chance: inout Chance) -> [Cause] {
        guard !chance.happens(0.1) else { return [] }
        let first = chance.below(phrases.causes.count, skew: 1.7)
        let all = [first] + (chance.happens(0.35) ? [chance.below(phrases.causes.count, skew: 1.7)] : [])
        return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map { phrases.causes[$0.element] }
    }

    private static func slots(_ chance: inout Chance) -> [MadeSlot] {
        guard chance.happens(0.4) else { return [] }
        let start = chance.below(7)
        return (0..<(1 + chance.below(3))).map {
            MadeSlot(
                weekday: 1 + (start + $0 * 2) % 7, part: chance.one(of: ["morning", "afternoon", "evening"]))
        }
    }
}
