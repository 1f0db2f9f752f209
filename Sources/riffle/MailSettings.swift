import Configuration
import Foundation
import Outbound

extension Settings {
    /// The server that takes our mail; nil where none is named, and then no mail is sent.
    ///
    /// A refusal never repeats what was typed: it holds a password.
    static func mail(_ smtp: String?, from sender: String?) throws -> MailServer? {
        guard let smtp, !smtp.isEmpty else { return nil }
        guard let sender = sender.flatMap(MailAddress.init) else {
            throw Failure("RIFFLE_SMTP needs RIFFLE_MAIL_FROM beside it, an address like riffle@example.org.")
        }
        guard let server = MailServer(url: smtp, sender: sender) else {
            throw Failure(
                "RIFFLE_SMTP is like smtps://name:password@mail.example.org:465, or smtp://… for STARTTLS; letters with a meaning in addresses are percent-encoded."
            )
        }
        return server
    }

    /// The hour in UTC at which notices and digests go out.
    static func mailHour(_ text: String) throws -> Int {
        guard let hour = Int(text), (0...23).contains(hour) else {
            throw Failure("RIFFLE_MAIL_HOUR is an hour in UTC from 0 to 23, not \(text).")
        }
        return hour
    }
}
