import Foundation
import GRDB
package import Outbound
import Storage

extension Catalogue {
    /// Looks whether links still lead to something: new ones within hours, good ones weekly, dead ones daily.
    ///
    /// Only links of sources that are themselves fetched: a catalogue of files alone asks nobody for anything.
    /// - Returns: how many were asked for.
    @discardableResult
    package func checkLinks(over way: WayOut, most: Int = 40) async throws -> Int {
        let now = world.now().timeIntervalSince1970
        let due = try await file.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT opportunity.link FROM opportunity
                    JOIN source ON source.name = opportunity.source
                    LEFT JOIN link_check ON link_check.link = opportunity.link
                    WHERE opportunity.link IS NOT NULL AND opportunity.withdrawn IS NULL
                        AND (source.location LIKE 'http://%' OR source.location LIKE 'https://%')
                        AND coalesce(link_check.due, 0) <= ?
                    ORDER BY coalesce(link_check.due, 0), opportunity.number LIMIT ?
                    """, arguments: [now, most * 4])
        }
        var asked: [String: Int] = [:]
        var count = 0
        for link in due where count < most {
            try Task.checkCancellation()
            guard let address = try? WebAddress(link), asked[address.host, default: 0] < Self.mostOfOneHost else {
                continue
            }
            asked[address.host, default: 0] += 1
            count += 1
            try await keep(try await Self.answer(of: address, over: way), of: link)
        }
        return count
    }

    /// In one round, so that nobody's server is asked in bursts.
    private static let mostOfOneHost = 5

    private enum LinkAnswer: Equatable {
        case alive
        /// Its server says that it is gone.
        case dead(String)
        /// Nobody can say: a server that is down today may be up tomorrow.
        case unknown(String)
    }

    private static func answer(of address: WebAddress, over way: WayOut) async throws -> LinkAnswer {
        var fetch = Fetch(address)
        fetch.limits.seconds = 20
        fetch.limits.unpacked = 64 << 10
        do {
            let reply = try await way.fetch(fetch) { _ in }
            switch reply.status {
            case 200...399, 401, 403, 405, 429: return .alive
            case 404, 410: return .dead("answers \(reply.status)")
            default: return .unknown("answers \(reply.status)")
            }
        } catch FetchFailure.tooLarge {
            // There is more of it than anybody asked for.
            return .alive
        } catch FetchFailure.unresolved(let host) {
            return .dead("\(host) is not known")
        } catch let failure as FetchFailure {
            return .unknown(failure.description)
        }
    }

    private func keep(_ answer: LinkAnswer, of link: String) async throws {
        let (now, today) = (world.now().timeIntervalSince1970, world.today)
        let (pause, words): (Double, String) =
            switch answer {
            case .alive: (7 * 86_400, "alive")
            case .dead(let words), .unknown(let words): (86_400, words)
            }
        try await file.write { db in
            let since = try Day.fetchOne(db, sql: "SELECT dead_since FROM link_check WHERE link = ?", arguments: [link])
            let dead: Day? =
                switch answer {
                case .alive: nil
                case .dead: since ?? today
                case .unknown: since
                }
            try db.execute(sql: "DELETE FROM link_check WHERE link = ?", arguments: [link])
            try db.execute(
                sql: "INSERT INTO link_check (link, checked, due, dead_since, answer) VALUES (?, ?, ?, ?, ?)",
                arguments: [link, now, now + pause, dead, words])
        }
    }
}
