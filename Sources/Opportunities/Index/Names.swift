/// Gives names small numbers, the same to the same, while the columns are read.
struct Names {
    private var organisations: [String: UInt32] = [:]
    private var titles: [Title: UInt32] = [:]
    private var last: UInt32 = 0

    private struct Title: Hashable {
        let organisation: UInt32
        let words: String
    }

    /// 0 for both where no organisation is named. Case and spaces tell nothing apart.
    mutating func numbers(organisation: String?, title: String) -> (organisation: UInt32, title: UInt32) {
        guard let organisation else { return (0, 0) }
        let name = Self.folded(organisation)
        let number = organisations[name] ?? UInt32(organisations.count + 1)
        organisations[name] = number
        let key = Title(organisation: number, words: Self.folded(title))
        let titled = titles[key] ?? another()
        titles[key] = titled
        return (number, titled)
    }

    /// A number for what no title has.
    mutating func another() -> UInt32 {
        last += 1
        return last
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
