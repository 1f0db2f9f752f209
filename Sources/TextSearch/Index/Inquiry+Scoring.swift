extension Inquiry {
    /// The score of a document whose text score is known; nil when it is below the bound, or a phrase is not as demanded.
    ///
    /// What is dear to know is looked at last. The order of the operations is fixed and each of them keeps order: so a
    /// score never exceeds the bound that was reckoned from its parts, to the last bit.
    func hit(_ document: Int, text: UInt32, ideas: UInt64, bound: Double) -> Hit? {
        guard most(ofText: text) >= bound else { return nil }
        let own = min(bonus.most, bonus.of(document))
        let score = Double(text) / whole + own
        guard score >= bound, phrases?.areAsDemanded(in: document) ?? true else { return nil }
        return Hit(
            document: document, score: score,
            parts: Hit.Parts(
                text: Double(text) / whole, ideas: ideas & everyIdea, titled: 0, closeness: 0, likeTheBest: 0,
                bonus: own))
    }

    /// The score of any document; nil when it cannot be found.
    func hit(_ document: Int) -> Hit? {
        guard allowed?.contains(document) ?? true else { return nil }
        var text: UInt32 = 0
        var held: UInt64 = 0
        for list in lists {
            let addition = list.addition(
                to: UInt16(document & (Block.size - 1)), in: document >> Block.bits)
            text += addition
            if addition > 0 { held |= 1 << UInt64(list.idea) }
        }
        guard text > 0, !demandsAll || holdsEvery(held) else { return nil }
        return hit(document, text: text, ideas: held, bound: -.infinity)
    }
}
