import Foundation
import Storage
import TestSupport
import Testing

@testable import Members

@Suite("Times are kept by day")
struct KeptByDayTests {
    /// What the file holds after a day on which somebody came at these minutes after noon and after midnight.
    private func rows(comingAt minutes: Int) async throws -> [String] {
        var rows: [String] = []
        try await withDirectory { open in
            open.clock.advance(minutes: minutes)
            try await open.add("ines", roles: [.administrator])
            let invitation = try await open.directory.invite(try open.email("callum"), roles: [.member])
            _ = try await open.directory.invite(try open.email("robin"), roles: [.member])
            let secret = try #require(try await open.join(invitation))
            open.clock.advance(days: 1)
            _ = try await open.visitor(secret)
            _ = try await open.signIn("ines")
            _ = try await open.signIn("ines", "wrong")
            rows = try await open.rows()
        }
        return rows
    }

    @Test("Two people who differ only in their minutes leave the same rows behind")
    func minutesLeaveNoTrace() async throws {
        let noon = try await rows(comingAt: 0)
        #expect(noon.count { $0.hasPrefix("session:") } == 2)
        #expect(try await rows(comingAt: 1) == noon)
        #expect(try await rows(comingAt: 11 * 60 + 59) == noon)
        #expect(try await rows(comingAt: 24 * 60) != noon)
    }

    @Test("No value is a moment")
    func noMoments() async throws {
        for row in try await rows(comingAt: 7) where !row.hasPrefix("grdb_migrations") {
            #expect(row.firstMatch(of: /\d\d:\d\d|=\d{6,}|\d\.\d/) == nil, "\(row)")
        }
    }
}
