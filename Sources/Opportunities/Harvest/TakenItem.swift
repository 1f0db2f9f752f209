/// An item of a source, understood and ready to be written.
struct TakenItem: Sendable {
    let raw: RawItem
    /// Where it is one of a feed.
    let feedItem: FeedItem?
    private(set) var live: [FinishedAdvert] = []
    /// The ids of what it ends.
    private(set) var over: [String] = []
    private(set) var refused: [Refusal] = []

    init(_ raw: RawItem, _ readings: [Advert.Reading], of source: Source, _ feedItem: FeedItem?) {
        self.raw = raw
        self.feedItem = feedItem
        for reading in readings {
            switch reading {
            case .live(let advert): live.append(FinishedAdvert(advert, of: source.name))
            case .withdrawn(let id): over.append(id)
            case .refused(let refusal): refused.append(refusal)
            }
        }
    }

    var ids: Set<String> { Set(over + live.map(\.advert.providerID)) }

    /// Only what has an id that nothing before it had.
    /// - Parameter seen: hashes of those ids, to which these are added.
    func without(_ seen: inout Set<Int>) -> TakenItem {
        var item = self
        item.live.removeAll { !seen.insert($0.advert.providerID.hashValue).inserted }
        item.over.removeAll { !seen.insert($0.hashValue).inserted }
        return item
    }
}
