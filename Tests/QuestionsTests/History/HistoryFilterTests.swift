import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct HistoryFilterTests {
    private func acts(
        _ open: OpenDesk, for viewer: PersonID? = nil, _ change: (inout HistoryFilter) -> Void
    ) async throws -> [String] {
        var filter = HistoryFilter()
        change(&filter)
        return try await open.desk.history(filter, for: viewer ?? open.yasmin, page: 1).entries.map(\.act)
    }

    @Test("It is narrowed by person, act, month, question and words of the note")
    func narrowed() async throws {
        try await withDesk { open in
            let first = try await open.asked("How do I become a supervisor?").id
            try await open.desk.assign(first, to: open.nerys, version: 1, by: open.alasdair)
            open.clock.advance(days: 30)
            let second = try await open.asked("How do I leave supervision?").id
            try await open.decline(second, "It is 100% another_trade's.")
            #expect(try await acts(open) { _ in } == ["declined", "assigned"])
            #expect(try await acts(open) { $0.person = open.alasdair } == ["assigned"])
            #expect(try await acts(open) { $0.act = "declined" } == ["declined"])
            #expect(try await acts(open) { $0.month = Day("2026-09-01")?.month } == ["assigned"])
            #expect(try await acts(open) { $0.month = Day("2026-10-01")?.month } == ["declined"])
            #expect(try await acts(open) { $0.question = first } == ["assigned"])
            #expect(try await acts(open) { $0.words = "ANOTHER_TRADE" } == ["declined"])
            #expect(try await acts(open) { $0.words = "100%" } == ["declined"])
            for words in ["1%0", "another-trade", "%", "_s", "\\"] {
                let isThere = "It is 100% another_trade's.".contains(words)
                #expect(try await acts(open) { $0.words = words }.isEmpty != isThere, "\(words) is no pattern")
            }
            #expect(
                try await acts(open) {
                    $0.person = open.alasdair; $0.act = "declined"
                }.isEmpty)
            let choices = try await open.desk.historyChoices(for: open.yasmin)
            #expect(Set(choices.people) == [open.yasmin, open.alasdair])
            #expect(choices.months.map(\.description) == ["2026-10", "2026-09"])
        }
    }

    @Test("It comes in pages of fifty, and whole for an export")
    func pages() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            for _ in 0..<60 { try await open.assign(id) }
            let filter = HistoryFilter()
            let first = try await open.desk.history(filter, for: open.yasmin, page: 1)
            #expect(first.entries.count == 50)
            #expect((first.total, first.pages) == (60, 2))
            #expect(try await open.desk.history(filter, for: open.yasmin, page: 2).entries.count == 10)
            #expect(try await open.desk.history(filter, for: open.yasmin, page: 9).page == 2)
            #expect(try await open.desk.history(filter, for: open.yasmin, page: -1).page == 1)
            #expect(try await open.desk.history(filter, for: open.yasmin, page: nil).entries.count == 60)
        }
    }

    @Test("From whom a question is kept, neither lines nor choices nor numbers tell of it")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I complain about Alasdair?", receipt: receipt).id
            try await open.bringIn(.exclude([open.alasdair]), receipt)
            try await open.assign(id)
            #expect(try await acts(open, for: open.alasdair) { _ in }.isEmpty)
            #expect(try await acts(open, for: open.alasdair) { $0.question = id }.isEmpty)
            #expect(try await open.desk.history(HistoryFilter(), for: open.alasdair, page: nil).total == 0)
            let choices = try await open.desk.historyChoices(for: open.alasdair)
            #expect(choices.people.isEmpty && choices.months.isEmpty)
            let dashboard = try await open.desk.dashboard(for: open.alasdair)
            #expect(dashboard.waiting.isEmpty && dashboard.load.allSatisfy { $0.total == 0 })
            #expect(dashboard.oldest == nil)
            #expect(try await open.desk.dashboard(for: open.yasmin).load.first?.total == 1)
        }
    }

    @Test("A line leads to the desk, then to the published page, and nowhere once nothing is left")
    func places() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let gone = try await open.asked("How do I leave supervision?", receipt: receipt).id
            try await open.assign(gone)
            try await open.published("How do I become a supervisor?")
            func places() async throws -> Set<HistoryEntry.Place?> {
                Set(try await open.desk.history(HistoryFilter(), for: open.yasmin, page: 1).entries.map(\.place))
            }
            #expect(try await places() == [.desk])
            try await open.desk.withdraw(receipt)
            open.clock.advance(days: 60)
            try await open.desk.forget()
            #expect(try await places() == [nil, .published])
        }
    }
}
