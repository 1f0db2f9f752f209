import Foundation

/// One item of an RPDE feed: what it says of itself, with its data not understood yet.
struct FeedItem: Sendable {
    enum State: Sendable { case updated(Data), deleted }

    /// Of kind and id: what tells one item of the feed from another.
    let key: String
    let modified: Modified
    let state: State

    /// Reads the item's own members and leaves `data` as it stands, which is nearly all of it.
    init(_ bytes: Data) throws(Refusal) {
        let members = bytes.withUnsafeBytes { raw in JSONText.members(of: raw.bindMemory(to: UInt8.self)) }
        guard let members else { throw .unreadable("item") }
        func value(_ key: Substring) -> String? {
            guard let range = members.first(where: { $0.key == key })?.value else { return nil }
            let written = bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
            return JSONText.plain(written) ?? (try? JSON(Data(written)))?.text
        }
        guard let id = value("id"), !id.isEmpty else { throw .noIdentifier }
        guard let modified = value("modified") else { throw .unreadable("modified") }
        self.key = Self.key(kind: value("kind") ?? "", id: id)
        self.modified = Modified(modified)
        switch value("state") {
        case "deleted": state = .deleted
        case "updated":
            guard let range = members.first(where: { $0.key == "data" })?.value else { throw .noData }
            let data = bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
            guard data.first == JSONText.openBrace else { throw .noData }
            state = .updated(Data(data))
        default: throw .unknownState
        }
    }

    var isDeleted: Bool {
        if case .deleted = state { true } else { false }
    }

    /// Where an item stands, for its provider: by its own id where it has one.
    static func place(of raw: RawItem) -> String {
        guard let item = try? JSON(raw.bytes), let id = item["id"].text, !id.isEmpty else {
            return raw.place.isEmpty ? "byte \(raw.range.lowerBound)" : raw.place
        }
        return "id \(id)"
    }

    /// `#` begins the name of a part of an item, so none of its own may stand in it.
    private static func key(kind: String, id: String) -> String {
        func plain(_ text: String) -> String {
            guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "#") }) else {
                return text
            }
            return text.replacing("%", with: "%25").replacing("#", with: "%23")
        }
        return "\(plain(kind)):\(plain(id))"
    }
}

/// When an item was changed, by its provider's own reckoning: comparable with nothing but others of the same feed.
struct Modified: Comparable, Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    /// By number where both are one, else by letters: ISO 8601 times are in order as letters.
    static func < (left: Modified, right: Modified) -> Bool {
        if let one = Int64(left.text), let other = Int64(right.text) { return one < other }
        return left.text < right.text
    }
}

/// Reads the items of a feed, each of which holds whatever its content's own reader understands.
struct FeedItems<Content: ItemReading>: ItemReading {
    let content: Content

    func read(_ item: RawItem, into harvested: inout Harvested) {
        do throws(Refusal) {
            let feedItem = try FeedItem(item.bytes)
            switch feedItem.state {
            case .deleted: harvested.add(.withdrawn(providerID: feedItem.key))
            case .updated(let data):
                var inner = Harvested()
                content.read(RawItem(bytes: data, place: item.place, range: item.range), into: &inner)
                harvested.take(inner, as: feedItem.key)
            }
        } catch {
            harvested.add(.refused(error))
        }
    }
}

extension Harvested {
    /// Adverts of a feed are known by the feed's own id, and several of one item by theirs after it.
    fileprivate mutating func take(_ inner: Harvested, as key: String) {
        merge(inner)
        let isOne = inner.readings.count == 1
        for reading in inner.readings {
            switch reading {
            case .live(let advert): add(.live(advert.known(as: isOne ? key : "\(key)#\(advert.providerID)")))
            default: add(reading)
            }
        }
    }
}
