import Mustache
import Questions
import Storage
import Testing

@testable import Website

/// What a switch gives must be what the mirror would give, or a new property would be missing from its page.
struct QuickNamesTests {
    @Test func `every property of a line is found by its name`() throws {
        let status = Status(.received)
        let line = QueueLines.Row(
            id: "a", version: 1, title: "b", topic: "c", status: status, age: "d", isUrgent: true, isAppeal: true,
            isEscalated: true, looking: "e", isSelected: true, alike: .init(words: "f", rows: [], href: "g"))
        let item = QueueView.Item(
            id: "a", title: "b", status: status, topic: "c", age: "d", isUrgent: true, isAppeal: true,
            isEscalated: true, isCurrent: true)
        let candidate = CandidateChoices.Row(value: "a", name: "b", isChosen: true, fit: 1, reasons: ["c"])
        let choice = Choice(value: "a", words: "b", hint: "c", isChosen: true)
        let all: [any MustacheParent] = [line, status, item, candidate, choice]
        for one in all {
            let names = Mirror(reflecting: one).children.compactMap(\.label)
            #expect(!names.isEmpty)
            for name in names { #expect(one.child(named: name) != nil, "\(type(of: one)).\(name)") }
        }
    }

    @Test func `what is not there is nothing, so that an older name shows through`() {
        #expect(Choice(value: "a", words: "b").child(named: "hint") == nil)
        #expect(Status(.received).child(named: "title") == nil)
    }
}
