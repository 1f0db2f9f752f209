import Members

/// Said to everybody who typed an address, whether it has an account or not.
struct MailSentPage: Page {
    static let template = "members/mail-sent"
    let title = "Look into your mail"
    let email: String
    /// What the mail is about, for the template's words.
    let isPassword: Bool

    init(for purpose: LinkPurpose, to email: String) {
        self.email = email
        isPassword = purpose == .password
    }
}

/// Where a link from a mail no longer opens anything.
struct LinkOverPage: Page {
    static let template = "members/link-over"
    let title = "This link no longer works"
    let isPassword: Bool

    init(for purpose: LinkPurpose) { isPassword = purpose == .password }
}
