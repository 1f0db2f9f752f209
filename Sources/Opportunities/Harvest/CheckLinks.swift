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
        try await noteNewLinks(most: most * 4)
        let now = world.now().timeIntervalSince1970
        let due = try await file.read { db in
            try String.fetchAll(db, sql: Self.dueSQL, arguments: [now, most * 4])
        }
        var asked: [String: Int] = [:]
        var count = 0
        for link in due where count < most {
            try Task.checkCancellation()
            guard try await isShown(link) else {
                try await file.write { db in
                    try db.execute(sql: "DELETE FROM link_check WHERE link = ?", arguments: [link])
                }
                continue
            }
            guard let address = try? WebAddress(link), asked[address.host, default: 0] < Self.mostOfOneHost else {
                continue
            }
            asked[address.host, default: 0] += 1
            count += 1
            try await keep(try await Self.answer(of: address, over: way), of: link)
        }
        return count
    }

    static let dueSQL = "SELECT link FROM link_check WHERE due <= ? ORDER BY due LIMIT ?"

    static let newSQL = """
        SELECT change, link, location FROM passed_on
        LEFT JOIN opportunity ON opportunity.number = passed_on.opportunity AND withdrawn IS NULL
        LEFT JOIN source ON source.name = opportunity.source
        WHERE change > (SELECT change FROM link_progress) ORDER BY change LIMIT ?
        """

    static let shownSQL = """
        SELECT EXISTS (SELECT 1 FROM opportunity JOIN source ON source.name = opportunity.source
            WHERE link = ? AND withdrawn IS NULL AND (location LIKE 'http://%' OR location LIKE 'https://%'))
        """

    /// Whether it still stands on anything that its source, which is fetched, shows.
    private func isShown(_ link: String) async throws -> Bool {
        try await file.read { db in try Bool.fetchOne(db, sql: Self.shownSQL, arguments: [link]) ?? false }
    }

    /// Looks through what changed since the last time for links that nobody has looked at: by the order of changes, so
    /// that nothing is read twice, however much there is.
    private func noteNewLinks(most: Int) async throws {
        let changes = try await file.read { db in
            try Row.fetchAll(db, sql: Self.newSQL, arguments: [most])
                .map { (change: $0["change"] as Int, link: $0["link"] as String?, from: $0["location"] as String?) }
        }
        guard let last = changes.last?.change else { return }
        let links = changes.filter { $0.from?.hasPrefix("http") ?? false }.compactMap(\.link)
        try await file.write { db in
            for link in links {
                try db.execute(
                    sql: """
                        INSERT INTO link_check (link, checked, due, answer) SELECT ?1, 0, 0, 'not looked at'
                        WHERE NOT EXISTS (SELECT 1 FROM link_check WHERE link = ?1)
                        """, arguments: [link])
            }
            try db.execute(sql: "UPDATE link_progress SET change = ? WHERE change < ?", arguments: [last, last])
        }
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
