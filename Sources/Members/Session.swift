package import Storage

/// A signed-in browser. Its times are days: minutes could be laid beside the time of a question.
package struct Session: Sendable, Identifiable {
    package let id: ID<Session>
    /// As `Firefox on Windows`: enough to recognise one's own.
    package let device: String
    package let began: Day
    package let seen: Day

    /// Days without a visit after which it ends.
    static let idleDays = 14
    /// Days after which it ends in any case.
    static let longestDays = 90
}

/// Who is looking, and through which session.
package struct SignedIn: Sendable {
    package let member: Member
    package let session: ID<Session>
}
