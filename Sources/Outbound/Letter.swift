package import Foundation

/// A mail in plain text.
package struct Letter: Sendable, Equatable {
    package let to: MailAddress
    package let subject: String
    package let text: String
    /// Made once for each mail: one that is sent again keeps it, so that it can be recognised as the same.
    package let id: String
    /// Where mail of this kind is turned off, for mail that comes unasked.
    package let settings: URL?

    package init(to: MailAddress, subject: String, text: String, id: String, settings: URL? = nil) {
        self.to = to
        self.subject = subject
        self.text = text
        self.id = id
        self.settings = settings
    }

    /// As it travels (RFC 5322, RFC 2045). Only To and Message-ID tell one reader's from another's.
    package func message(from sender: MailAddress, named name: String, at moment: Date) -> Data {
        var headers = [
            "Date: \(Self.date(moment))",
            "From: \(MailText.header(name)) <\(sender)>",
            "To: \(to)",
            "Subject: \(MailText.header(subject))",
            "Message-ID: <\(MailText.line(id))@\(sender.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            // Nobody's out-of-office answers it (RFC 3834).
            "Auto-Submitted: auto-generated",
        ]
        if let settings { headers.append("List-Unsubscribe: <\(settings.absoluteString)>") }
        return Data((headers.joined(separator: "\r\n") + "\r\n\r\n" + MailText.quotedPrintable(text)).utf8)
    }

    /// As `Tue, 15 Sep 2026 12:00:00 +0000`.
    private static func date(_ moment: Date) -> String {
        let form = Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated), \(day: .defaultDigits) \(month: .abbreviated) \(year: .defaultDigits) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                \(second: .twoDigits) +0000
                """,
            locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
        return moment.formatted(form)
    }
}
