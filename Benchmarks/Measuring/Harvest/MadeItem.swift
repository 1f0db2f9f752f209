import Foundation
import Opportunities

/// A made advert as a provider would send it: an item of an RPDE feed with Volunteering Data within.
struct MadeItem {
    private var bytes: [UInt8] = []

    /// - Parameters:
    ///   - number: of the advert, and of its first change.
    ///   - change: of this one.
    ///   - days: spells days by their distance from today.
    static func updated(_ advert: MadeAdvert, _ number: Int, change: Int, more: String = "", _ days: MadeDays)
        -> [UInt8]
    {
        var item = MadeItem()
        item.add(
            "{\"state\":\"updated\",\"kind\":\"Activity\",\"id\":\"\(number)\",\"modified\":\(change),\"data\":{\"type\":\"Activity\",\"id\":\"\(number)\",\"label\":"
        )
        item.add(quoted: advert.title)
        item.add(",\"description\":")
        item.add(quoted: advert.text + more)
        item.addFacts(advert, number)
        item.add(",\"session\":[")
        item.addSessions(advert, days)
        item.add("]}}")
        return item.bytes
    }

    static func deleted(_ number: Int, change: Int) -> [UInt8] {
        Array("{\"state\":\"deleted\",\"kind\":\"Activity\",\"id\":\"\(number)\",\"modified\":\(change)}".utf8)
    }

    private mutating func addFacts(_ advert: MadeAdvert, _ number: Int) {
        if let organisation = advert.organisation {
            add(",\"organisation\":{\"name\":")
            add(quoted: organisation)
            add("}")
        }
        if advert.hasLink { add(",\"applyLink\":\"https://volunteering.example.org/\(number)\"") }
        if advert.isRemote { add(",\"allowsRemoteParticipation\":true") }
        if let age = advert.terms.minimumAge { add(",\"minimumAge\":\(age)") }
        if let hours = advert.hours { add(",\"commitment\":\"\(hours) hours a week\"") }
        add(advert.causes.map(\.label), as: "cause")
        add(advert.needs, as: "skill")
        add(advert.gains, as: "reward")
        add(advert.terms.needsCheck == true ? ["DBSCheck"] : [], as: "requirement")
    }

    /// Places and times of the week stand in sessions; there are as many as the most of the three.
    private mutating func addSessions(_ advert: MadeAdvert, _ days: MadeDays) {
        let count = max(advert.sessions.count, advert.places.count, advert.slots.isEmpty ? 0 : 1)
        for place in 0..<count {
            add(place > 0 ? ",{\"time\":[" : "{\"time\":[")
            var isFirst = true
            if place < advert.sessions.count {
                let one = advert.sessions[place]
                add(
                    "{\"beginning\":\"\(days.time(one.firstDay, one.from))\",\"end\":\"\(days.time(one.lastDay, one.to))\"}"
                )
                isFirst = false
            }
            for slot in place == 0 ? advert.slots : [] {
                let day = Self.weekdays[slot.weekday - 1]
                add("\(isFirst ? "" : ",")\"https://ns.volunteeringdata.io/\(day)\(slot.part.capitalized)\"")
                isFirst = false
            }
            add("]")
            if !advert.places.isEmpty { add(advert.places[place % advert.places.count]) }
            add("}")
        }
    }

    private mutating func add(_ place: MadePlace) {
        add(",\"location\":{\"address\":")
        add(quoted: place.address)
        if let latitude = place.latitude, let longitude = place.longitude {
            add(",\"latitude\":\(latitude),\"longitude\":\(longitude)")
        }
        add("}")
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private mutating func add(_ texts: [String], as key: String) {
        guard !texts.isEmpty else { return }
        for (place, text) in texts.enumerated() {
            add(place == 0 ? ",\"\(key)\":[" : ",")
            add(quoted: text)
        }
        add("]")
    }

    private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func add(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case ..<0x20: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
