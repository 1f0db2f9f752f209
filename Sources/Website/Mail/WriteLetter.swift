import Foundation
import Members
import Outbound
import Questions
import Storage

extension Site {
    /// A mail's letter, made at the moment of sending; nil where there is nothing to say after all.
    func letter(for mail: Mail) async throws -> Letter? {
        guard let to = MailAddress(mail.recipient.description) else { return nil }
        let settings = try await directory.settings()
        var words = LetterWords(community: settings.name, address: address.absoluteString, contact: settings.contact)
        guard let name = try await fill(&words, for: mail) else { return nil }
        let (subject, text) = try letters.render(name, words)
        // Mail that nobody has just asked for says where it is turned off.
        let isUnasked = [.waiting, .digest, .savedSearches, .comments].contains(mail.kind)
        return Letter(
            to: to, subject: subject, text: text, id: mail.id.description,
            settings: isUnasked ? address.appending(path: "account") : nil)
    }

    private func fill(_ words: inout LetterWords, for mail: Mail) async throws -> Letters.Name? {
        switch mail.kind {
        case .forgotten:
            guard let secret = try await directory.passwordLink(for: mail.recipient) else { return nil }
            words.link = link("sign-in/forgotten/\(secret)")
            return .forgotten
        case .passwordChanged: return .passwordChanged
        case .newAddress:
            guard let member = mail.member else { return nil }
            guard let secret = try await directory.addressLink(of: member, to: mail.recipient) else { return .known }
            words.link = link("account/email/\(secret)")
            return .newAddress
        case .addressChanged: return .addressChanged
        case .joining: return join(&words, try await directory.joiningMail(for: mail.recipient), .joining)
        case .invitation: return join(&words, try await directory.invitationMail(for: mail.recipient), .invitation)
        case .waiting:
            words.link = link(mail.about)
            return .waiting
        case .savedSearches:
            words.link = link("saved")
            return .savedSearches
        case .comments:
            words.link = link("space")
            return .comments
        case .digest: return try await digest(&words, of: mail.about)
        }
    }

    private func join(
        _ words: inout LetterWords, _ outcome: Directory.JoiningMail, _ name: Letters.Name
    ) -> Letters.Name? {
        switch outcome {
        case .link(let secret):
            words.link = link("join/\(secret)")
            return name
        case .known: return .known
        case .nothing: return nil
        }
    }

    /// The same for everybody. An empty month makes no letter.
    private func digest(_ words: inout LetterWords, of text: String) async throws -> Letters.Name? {
        guard let month = Day(text + "-01")?.month else { return nil }
        words.month = month.words
        words.items = try await desk.titles(publishedIn: month).map {
            LetterWords.Item(title: $0.title, address: link("questions/\($0.id)"))
        }
        return words.items.isEmpty ? nil : .digest
    }

    private func link(_ path: String) -> String { address.appending(path: path).absoluteString }
}
