extension AdvertStatus {
    /// Longest first, so that "event full" is not read as "full" behind the word "event".
    private static let phrases: [(words: [String], status: AdvertStatus)] = [
        (["no", "longer", "recruiting"], .closed), (["no", "longer", "available"], .closed),
        (["not", "currently", "recruiting"], .closed), (["currently", "not", "recruiting"], .closed),
        (["recruitment", "closed"], .closed), (["applications", "closed"], .closed), (["now", "closed"], .closed),
        (["event", "full"], .full), (["event", "cancelled"], .cancelled), (["event", "canceled"], .cancelled),
        (["fully", "booked"], .full), (["now", "full"], .full), (["places", "full"], .full), (["full"], .full),
        (["cancelled"], .cancelled), (["canceled"], .cancelled), (["closed"], .closed),
    ]

    /// One of these is part of each phrase; nearly no title holds any.
    private static let telling = ["full", "cancel", "closed", "recruiting", "available"]

    /// Takes a status off the beginning or the end of a title, where a sign or capitals set it apart: "Full moon walk" and
    /// "Help for a full day" are titles.
    ///
    /// - Returns: nil where the title is nothing else, or says nothing.
    static func apart(from title: String) -> (title: String, status: AdvertStatus)? {
        let prose = Prose(title)
        guard telling.contains(where: { prose.holds($0) }) else { return nil }
        let words = title.split(separator: " ").map(String.init)
        for (phrase, status) in phrases where words.count > phrase.count {
            for isLast in [true, false] {
                let piece = isLast ? Array(words.suffix(phrase.count)) : Array(words.prefix(phrase.count))
                guard piece.map(plain) == phrase else { continue }
                let rest = Array(isLast ? words.dropLast(phrase.count) : words.dropFirst(phrase.count))
                guard isSetApart(piece, phrase, from: rest, isLast: isLast) else { continue }
                let left = rest.joined(separator: " ").trimmed
                if !left.isEmpty { return (left, status) }
            }
        }
        return nil
    }

    /// In capitals in a title that is not, in brackets, or beyond a dash or colon.
    private static func isSetApart(_ piece: [String], _ phrase: [String], from rest: [String], isLast: Bool) -> Bool {
        let text = piece.joined(separator: " ")
        if let first = text.first, let last = text.last, "([*".contains(first), ")]*:!".contains(last) { return true }
        if isLast, let sign = rest.last?.last, signs.contains(sign) { return true }
        if isLast, let first = text.first, signs.contains(first) { return true }
        if !isLast, let sign = text.last, signs.contains(sign) { return true }
        if !isLast, let word = rest.first, word.allSatisfy({ signs.contains($0) }) { return true }
        let letters = text.filter(\.isLetter)
        let others = rest.joined().filter(\.isLetter)
        return letters.allSatisfy(\.isUppercase) && !others.allSatisfy(\.isUppercase)
    }

    private static let signs: Set<Character> = ["-", "–", "—", ":", "|", "*", "!"]

    private static func plain(_ word: String) -> String { word.filter(\.isLetter).lowercased() }
}

extension String {
    /// Without spaces and the signs that held a status.
    fileprivate var trimmed: String {
        let isLoose = { (sign: Character) in sign == " " || "-–—:|*".contains(sign) }
        let start = drop(while: isLoose)
        guard let last = start.lastIndex(where: { !isLoose($0) }) else { return "" }
        return String(start[...last])
    }
}

extension Advert {
    /// With what its title says of taking part kept apart from its words.
    func withStatusApart() -> Advert {
        guard status == nil, let (title, status) = AdvertStatus.apart(from: title) else { return self }
        var advert = self
        (advert.title, advert.status) = (title, status)
        return advert
    }
}
