import Foundation
import Storage
import TextSearch

// What a document is worth whoever looks for it, as numbers; `Ranker` has the words.
extension Weights {
    static func dates(_ attributes: Attributes, _ document: Int, today: Day) -> Double {
        let (end, next) = (attributes.ends[document], attributes.nexts[document])
        if end != Attributes.noDay, Int(end) < today.number { return over }
        return next != Attributes.noDay && (0...soonDays).contains(Int(next) - today.number) ? soon : 0
    }

    static func trust(_ attributes: Attributes, _ document: Int, today: Day) -> Double {
        let age = today.number - Int(attributes.changed[document])
        let confirmed =
            attributes.missingSince[document] == Attributes.noDay ? freshness(afterDays: age) : notConfirmed
        let research = attributes.paidResearch.contains(document) ? paidResearch : 0
        return confirmed + quality * Double(attributes.qualities[document]) + research
    }

    static func freshness(afterDays age: Int) -> Double { fresh * pow(0.5, Double(max(0, age)) / halfAge) }

    /// At so many miles.
    static func nearness(_ miles: Double) -> Double { nearness * halfDistance / (halfDistance + miles) }

    static func sooner(inDays days: Int) -> Double { soonest * soonHalf / (soonHalf + Double(days)) }
}
