extension Inquiry {
    /// The whole score of a document whose text score is known; nil when it is below the bound, or a phrase is not as
    /// demanded.
    ///
    /// What is dear to know is looked at last. The order of the operations is fixed and each of them keeps order: so a
    /// score never exceeds the bound that was reckoned from its parts, to the last bit.
    func hit(
        _ document: Int, text: UInt32, ideas: UInt64, bound: Double, _ mentions: inout [CloseReading.Mention]
    ) -> Hit? {
        guard most(ofText: text) >= bound else { return nil }
        let own = min(bonus.most, bonus.of(document))
        guard most(ofText: text, bonus: own) >= bound else { return nil }
        reading.mentions(in: document, &mentions)
        guard reading.phrasesStand(in: mentions) else { return nil }
        let closeness = closeness(mentions)
        let factor = 1 + scoring.asTyped * closeness.asTyped + scoring.together * closeness.together
        return Hit(
            document: document, score: raised(text, by: factor) + own,
            parts: Hit.Parts(
                text: Double(text) / whole, ideas: ideas & everyIdea, titled: closeness.titled,
                closeness: raised(text, by: factor) - Double(text) / whole, likeTheBest: 0, bonus: own))
    }

    /// The whole score of any document; nil when it cannot be found.
    func hit(_ document: Int) -> Hit? {
        guard allowed?.contains(document) ?? true else { return nil }
        var text: UInt32 = 0
        var held: UInt64 = 0
        for list in lists {
            let addition = list.addition(
                to: UInt16(document & (SearchIndex.blockSize - 1)), in: document >> SearchIndex.blockBits)
            text += addition
            if addition > 0 { held |= 1 << UInt64(list.idea) }
        }
        guard text > 0, !demandsAll || holdsEvery(held) else { return nil }
        var mentions: [CloseReading.Mention] = []
        return hit(document, text: text, ideas: held, bound: -.infinity, &mentions)
    }

    /// How the words of a search stand in a document: which of them in a title, and two shares from 0 to 1.
    private struct Closeness {
        var titled: UInt64 = 0
        var asTyped = 0.0
        var together = 0.0
    }

    private func closeness(_ mentions: [CloseReading.Mention]) -> Closeness {
        var closeness = Closeness()
        var typed: UInt64 = 0
        var nearest = [Double](repeating: 0, count: max(0, shares.count - 1))
        var last = [Int](repeating: Int.min / 2, count: shares.count)
        var field = -1
        for mention in mentions where mention.stem < shares.count {
            if mention.field != field {
                field = mention.field
                for idea in last.indices { last[idea] = Int.min / 2 }
            }
            let idea = mention.stem
            if index.fields[field].isTitle { closeness.titled |= 1 << UInt64(idea) }
            if mention.isAsTyped { typed |= 1 << UInt64(idea) }
            if idea > 0 {
                nearest[idea - 1] = max(nearest[idea - 1], Self.nearness(mention.place - last[idea - 1]))
            }
            if idea + 1 < shares.count {
                nearest[idea] = max(nearest[idea], Self.inverted * Self.nearness(mention.place - last[idea + 1]))
            }
            last[idea] = mention.place
        }
        closeness.asTyped = share(of: typed)
        closeness.together = together(nearest)
        return closeness
    }

    /// Neighbours count by how much the two of them tell.
    private func together(_ nearest: [Double]) -> Double {
        var sum = 0.0
        var all = 0.0
        for (pair, nearness) in nearest.enumerated() {
            let worth = shares[pair] + shares[pair + 1]
            sum += worth * nearness
            all += worth
        }
        return all > 0 ? sum / all : 0
    }

    /// Words further apart have nothing to do with one another.
    private static let farthest = 8
    /// "school after" for "after school".
    private static let inverted = 0.5

    private static func nearness(_ distance: Int) -> Double {
        distance > 0 && distance <= farthest ? 1 / Double(distance) : 0
    }
}
