import LearningSpace
import Members
import Opportunities
import Outbound
import Questions
import Storage

extension Site {
    /// Whether the pages that need mail can keep what they promise.
    var sendsMail: Bool { mailer != nil }

    /// Sends what waits in the outbox, a mail at a time. Where the server does not answer, the rest waits for the next
    /// round.
    package func deliverMail() async throws {
        guard let mailer else { return }
        while let mail = try await directory.takeMail() {
            do {
                if let letter = try await letter(for: mail) {
                    try await mailer.carry(letter, try await directory.settings().name, world.now())
                }
                try await directory.sent(mail)
            } catch let failure as SendFailure where failure.reason != .server {
                try await directory.notSent(mail, isFinal: failure.reason == .refused)
            } catch is CancellationError {
                // What became of it is not known. At the next start it goes again, as the same mail.
                return
            } catch {
                try await directory.notSent(mail, isFinal: false)
                throw error
            }
        }
    }

    /// Puts today's notices for staff into the outbox, and last month's digest: once each, at an hour that no asker
    /// chose.
    package func queueMailings() async throws {
        guard sendsMail else { return }
        var people: [(PersonID, page: String)] = []
        for member in try await directory.members() {
            if let page = try await waitingPage(of: member) { people.append((member.id, page: page)) }
        }
        _ = try await directory.queueNotices(to: people)
        let readers = try await catalogue.membersWithNews()
        // Queued first: cut short in between, somebody hears of it once more tomorrow, and nobody not at all.
        if try await directory.queueNews(to: readers) { try await catalogue.noteTold(readers) }
        let spokenTo = try await journal.membersWithNews()
        if try await directory.queueNews(.comments, to: spokenTo) { try await journal.noteTold(spokenTo) }
        _ = try await directory.queueDigest(of: (world.today.month.firstDay + -1).month)
    }

    private func waitingPage(of member: Member) async throws -> String? {
        if member.roles.contains(.moderator), try await desk.awaitsModerator(member.id) { return "desk" }
        if member.roles.contains(.expert), try await desk.awaitsExpert(member.id) { return "expert" }
        return nil
    }
}
