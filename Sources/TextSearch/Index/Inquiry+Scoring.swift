extension Inquiry {
    /// The whole score of a document whose text score is known; nil when it is below the bound, or a phrase is not as
    /// demanded.
    ///
    /// What is dear to know is looked at last. The order of the operations is fixed and each of them keeps order: so a
    /// score never exceeds the bound that was reckoned from its parts, to the last bit.
    func hit(
        _ document: Int, text: UInt32, ideas: UInt32, bound: Double, _ mentions: inout [CloseReading.Mention]
    ) -> Hit? {
        let share = share(of: ideas)
        let covered = Double(text) * scoring.coverage(share)
        guard most(ofText: covered) >= bound else { return nil }
        let own = min(bonus.most, bonus.of(document))
        guard covered * ceiling / whole + own >= bound else { return nil }
        reading.mentions(in: document, &mentions)
        guard phrases.allSatisfy({ Self.stands($0, in: mentions) != $0.isForbidden }) else { return nil }
        let (inTitle, asTyped, together) = closeness(mentions)
        let closeness =
            1 + scoring.closeness.inTitle * inTitle + scoring.closeness.asTyped * asTyped
            + scoring.closeness.together * together
        return Hit(
            document: document, score: covered * min(closeness, ceiling) / whole + own,
            parts: Hit.Parts(
                text: covered / whole, share: share, ideas: ideas, inTitle: inTitle, asTyped: asTyped,
                together: together, bonus: own))
    }

    /// No document with such a text score has a greater score.
    func most(ofText text: Double) -> Double { text * ceiling / whole + bonus.most }

    /// The whole score of any document; nil when it cannot be found.
    func hit(_ document: Int) -> Hit? {
        guard allowed?.contains(document) ?? true else { return nil }
        var text: UInt32 = 0
        var held: UInt32 = 0
        for list in lists {
            let addition = list.addition(
                to: UInt16(document & (SearchIndex.blockSize - 1)), in: document >> SearchIndex.blockBits)
            text += addition
            if addition > 0 { held |= 1 << UInt32(list.idea) }
        }
        guard text > 0, !demandsAll || held == everyIdea else { return nil }
        var mentions: [CloseReading.Mention] = []
        return hit(document, text: text, ideas: held, bound: -.infinity, &mentions)
    }

    func holdsPhrases(_ document: Int) -> Bool {
        var mentions: [CloseReading.Mention] = []
        reading.mentions(in: document, &mentions)
        return phrases.allSatisfy { Self.stands($0, in: mentions) != $0.isForbidden }
    }

    private func closeness(_ mentions: [CloseReading.Mention]) -> (inTitle: Double, asTyped: Double, together: Double) {
        var titled: UInt32 = 0
        var typed: UInt32 = 0
        var nearest = [Double](repeating: 0, count: max(0, shares.count - 1))
        var last = [Int](repeating: -Self.farthest - 1, count: shares.count)
        var field = -1
        for mention in mentions {
            if mention.field != field {
                field = mention.field
                for idea in last.indices { last[idea] = -Self.farthest - 1 }
            }
            let idea = Int(mention.found.idea)
            let bit: UInt32 = 1 << UInt32(idea)
            if index.fields[field].isTitle { titled |= bit }
            if mention.found.isAsTyped { typed |= bit }
            if idea > 0 {
                nearest[idea - 1] = max(nearest[idea - 1], Self.nearness(mention.place - last[idea - 1]))
            }
            if idea + 1 < shares.count {
                nearest[idea] = max(nearest[idea], Self.inverted * Self.nearness(mention.place - last[idea + 1]))
            }
            last[idea] = mention.place
        }
        return (share(of: titled), share(of: typed), together(nearest))
    }

    /// Neighbours count by how much the two of them tell.
    private func together(_ nearest: [Double]) -> Double {
        var sum = 0.0
        var whole = 0.0
        for (pair, nearness) in nearest.enumerated() {
            let worth = shares[pair] + shares[pair + 1]
            sum += worth * nearness
            whole += worth
        }
        return whole > 0 ? sum / whole : 0
    }

    /// Words further apart have nothing to do with one another.
    private static let farthest = 8
    /// "school after" for "after school".
    private static let inverted = 0.5

    private static func nearness(_ distance: Int) -> Double {
        distance > 0 && distance <= farthest ? 1 / Double(distance) : 0
    }

    private static func stands(_ phrase: Wanted.Phrase, in mentions: [CloseReading.Mention]) -> Bool {
        mentions.indices.contains { start in
            phrase.ideas.indices.allSatisfy { step in
                guard start + step < mentions.count else { return false }
                let mention = mentions[start + step]
                return mention.place == mentions[start].place + step && mention.field == mentions[start].field
                    && mention.found.isOwn && Int(mention.found.idea) == phrase.ideas[step]
            }
        }
    }
}
