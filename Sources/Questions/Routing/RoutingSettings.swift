package import Storage

/// How questions find their expert.
package struct RoutingSettings: Sendable, Equatable {
    /// Whether the desk chooses where a moderator has not, and chooses again where an expert declines or lets time run
    /// out.
    package var isAutomatic = false
    /// Days an expert has to accept a question.
    package var daysToAccept = 3
    /// Days an expert has to answer it, from the day they accepted it.
    package var daysToAnswer = 10
    /// While the asker is asked something, that many more.
    static let daysForReply = 14

    package init() {}

    /// Checks what was typed.
    package init(isAutomatic: Bool, daysToAccept: String, daysToAnswer: String) throws(InvalidFields) {
        var wrong: [Invalid] = []
        func days(_ typed: String, _ field: String) -> Int {
            if let days = Int(PlainText.cleaned(typed)), (1...60).contains(days) { return days }
            wrong.append(Invalid(field, "Write a number of days from 1 to 60."))
            return 1
        }
        self.isAutomatic = isAutomatic
        self.daysToAccept = days(daysToAccept, "days-to-accept")
        self.daysToAnswer = days(daysToAnswer, "days-to-answer")
        guard wrong.isEmpty else { throw InvalidFields(wrong) }
    }
}
