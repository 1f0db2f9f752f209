import Foundation
import GRDB
import Outbound
import Storage

/// Asks a provider's server, and leaves it alone for as long as it wants to be: that outlives a restart.
struct Asking: Sendable {
    let way: WayOut
    let file: DatabasePool
    let world: World

    /// - Returns: a good reply, or one that says that nothing has changed.
    /// - Throws: `HarvestFailure` with a sentence, or `CancellationError`.
    func ask(_ fetch: Fetch, into receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void) async throws
        -> Reply
    {
        let host = fetch.address.host
        try await checkPatience(of: host)
        do {
            let reply = try await way.fetch(fetch, into: receive)
            if reply.isGood || reply.isUnchanged {
                try await forget(host)
                return reply
            }
            guard reply.status == 429 || reply.status >= 500 else {
                throw HarvestFailure(description: "\(reply.address) answers \(reply.status). Check the address.")
            }
            let wait = try await back(off: host, asked: reply.headers["retry-after"])
            throw HarvestFailure(
                description:
                    "\(reply.address) answers \(reply.status), so it is left alone until \(Self.words(wait)).",
                notBefore: wait.timeIntervalSince1970)
        } catch let failure as FetchFailure {
            let wait = try await back(off: host, asked: nil)
            throw HarvestFailure(description: failure.description, notBefore: wait.timeIntervalSince1970)
        }
    }

    private func checkPatience(of host: String) async throws {
        let now = world.now().timeIntervalSince1970
        let until = try await file.read { db in
            try Double.fetchOne(
                db, sql: "SELECT not_before FROM host WHERE name = ? AND not_before > ?", arguments: [host, now])
        }
        guard let until else { return }
        throw HarvestFailure(
            description:
                "\(host) has asked for a pause, or did not answer. It is left alone until \(Self.words(Date(timeIntervalSince1970: until))).",
            notBefore: until)
    }

    private func forget(_ host: String) async throws {
        let isKnown = try await file.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM host WHERE name = ?", arguments: [host]) ?? 0 > 0
        }
        guard isKnown else { return }
        try await file.write { db in try db.execute(sql: "DELETE FROM host WHERE name = ?", arguments: [host]) }
    }

    /// - Parameter asked: what the server wants, else a minute that doubles with each failure in a row, up to six hours.
    private func back(off host: String, asked: String?) async throws -> Date {
        let now = world.now()
        let wanted = asked.flatMap { Self.seconds($0, from: now) }
        return try await file.write { db in
            let failures =
                try Int.fetchOne(db, sql: "SELECT failures FROM host WHERE name = ?", arguments: [host]) ?? 0
            let own = min(Self.longest, 60 * Double(1 << min(failures, 12)))
            // A server that says "in ten years" is asked tomorrow.
            let wait = now + min(wanted.map { max($0, 1) } ?? own, 86_400)
            try db.execute(sql: "DELETE FROM host WHERE name = ?", arguments: [host])
            try db.execute(
                sql: "INSERT INTO host (name, failures, not_before) VALUES (?, ?, ?)",
                arguments: [host, failures + 1, wait.timeIntervalSince1970])
            return wait
        }
    }

    private static let longest = 6.0 * 3_600

    /// `Retry-After` (RFC 9110): seconds, or a moment as `Tue, 15 Sep 2026 12:00:00 GMT`.
    private static func seconds(_ text: String, from now: Date) -> Double? {
        if let seconds = Double(text), seconds.isFinite { return seconds }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: text)?.timeIntervalSince(now)
    }

    /// As `14:05 UTC on 15 September 2026`.
    private static func words(_ moment: Date) -> String {
        let minute = Int(moment.timeIntervalSince(Day(containing: moment).start)) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60)) UTC on \(Day(containing: moment).words)"
    }
}
