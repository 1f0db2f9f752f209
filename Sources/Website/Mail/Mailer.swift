package import Foundation
package import Outbound

/// Hands letters to whoever carries them: a mail server, or a test that reads along.
package struct Mailer: Sendable {
    let carry: @Sendable (_ letter: Letter, _ community: String, _ moment: Date) async throws -> Void

    package init(through server: MailServer) {
        let wayOut = WayOut()
        carry = { letter, community, moment in
            try await wayOut.send(letter, from: community, at: moment, through: server)
        }
    }

    package init(
        carry: @escaping @Sendable (_ letter: Letter, _ community: String, _ moment: Date) async throws -> Void
    ) {
        self.carry = carry
    }
}
