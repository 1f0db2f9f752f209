import Crypto
import Foundation
import Storage

extension Advert {
    /// The same bytes for the same content, so that an unchanged advert writes no row.
    ///
    /// The spelling of each part is kept for good: another would make every advert look changed.
    var fingerprint: Data {
        var lines = [
            title, organisation ?? "", description, link ?? "", "\(isRemote)", "\(isPaidResearch)",
            starts?.description ?? "", ends?.description ?? "", hours?.said ?? "", terms.spelling,
        ]
        lines += whereabouts.map(\.spelling)
        lines += sessions.map { "\($0.starts)/\($0.ends?.description ?? "")" }
        lines += slots.map { "\($0.weekday?.rawValue ?? 0)\($0.part?.rawValue ?? "")" }
        lines += needs.map(\.text) + gains.map(\.text)
        lines += requirements
        lines += causes.map { "\($0.cause.id)\($0.isInferred)" }
        // Only where there is one, so that all others keep their spelling.
        if let status { lines.append("status \(status.rawValue)") }
        if let origin { lines.append("origin \(origin)") }
        let text = lines.joined(separator: "\u{1F}")
        return Data(SHA256.hash(data: Data(text.utf8)))
    }
}

extension Terms {
    /// As Swift itself would print it, which takes it a hundred times as long.
    var spelling: String {
        func spelled(_ value: (some CustomStringConvertible)?) -> String { value.map { "Optional(\($0))" } ?? "nil" }
        return "Terms(paysExpenses: \(spelled(paysExpenses)), needsCheck: \(spelled(needsCheck)), "
            + "needsReferences: \(spelled(needsReferences)), isStepFree: \(spelled(isStepFree)), "
            + "minimumAge: \(spelled(minimumAge)))"
    }
}

extension Whereabouts {
    /// As Swift itself would print it.
    var spelling: String {
        let point = coordinate.map {
            "Optional(Opportunities.Coordinate(latitude: \($0.latitude), longitude: \($0.longitude)))"
        }
        let around = surroundings.map { "Optional(\($0.debugDescription))" }
        return "Whereabouts(address: \(address.debugDescription), coordinate: \(point ?? "nil"), "
            + "surroundings: \(around ?? "nil"))"
    }
}
