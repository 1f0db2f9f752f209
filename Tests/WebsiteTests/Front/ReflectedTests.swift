import Storage
import Testing

@testable import Website

struct ReflectedTests {
    private struct Row {
        struct Inner { let words: String }
        let name: String
        let note: String?
        let told: String?
        let isDone: Bool
        let inner: Inner
        let missing: Inner?
        let rows: [Inner]
        let words: [String]
        let pairs: [(left: String, right: Int)]
        let day: Day
    }

    private let row = Reflected(
        Row(
            name: "Nia", note: nil, told: "Yes", isDone: false, inner: .init(words: "within"), missing: nil,
            rows: [.init(words: "one"), .init(words: "two")], words: ["a", "b"], pairs: [("x", 1)],
            day: Day(number: 0)))

    @Test func `what a page holds is found by name, and what is not there is nothing`() {
        #expect(row.child(named: "name") as? String == "Nia")
        #expect(row.child(named: "told") as? String == "Yes")
        #expect(row.child(named: "isDone") as? Bool == false)
        for name in ["note", "missing", "nobody", ""] { #expect(row.child(named: name) == nil, "\(name)") }
    }

    @Test func `what stands within is found the same way`() {
        #expect((row.child(named: "inner") as? Reflected)?.child(named: "words") as? String == "within")
        let rows = row.child(named: "rows") as? [Any]
        #expect(rows?.compactMap { ($0 as? Reflected)?.child(named: "words") as? String } == ["one", "two"])
        #expect((row.child(named: "words") as? [Any])?.compactMap { $0 as? String } == ["a", "b"])
        let pair = (row.child(named: "pairs") as? [Any])?.first as? Reflected
        #expect(pair?.child(named: "right") as? Int == 1)
    }

    @Test func `what describes itself is shown as its words`() {
        #expect(row.child(named: "day").map { "\($0)" } == "1970-01-01")
    }
}
