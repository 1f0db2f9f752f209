/// Kinds of searches, each timed on its own: an average over all of them would hide the slow ones.
package enum SearchClass: String, CaseIterable, Codable, Sendable {
    case rareWord = "one rare word"
    case midWord = "one mid word"
    case commonWord = "one common word"
    case mostCommonWord = "one of the ten most common words"
    case allOfTwo = "AND of 2"
    case allOfThree = "AND of 3"
    case anyOfTwo = "OR of 2"
    case anyOfFour = "OR of 4 mixed"
    case anyOfCommon = "OR of 3 common"
    case phrase
    case prefix = "prefix as you type"
    case wordsPlaceCause = "words + place + cause"
    case placeAlone = "no words + place"
    case facets = "2 words with total and facets"
}
